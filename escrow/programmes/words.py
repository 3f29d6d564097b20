"""The codes of a clause in words."""

from ledger.text import Text

KINDS: dict[str, Text] = {
    "fixed_award": Text("定额奖励", "fixed award"),
    "rate": Text("按比例补助", "rate"),
    "tiered_award": Text("分档奖励", "tiered award"),
    "tiered_rate": Text("分档比例", "tiered rate"),
    "matching": Text("配套", "matching"),
    "increment_rate": Text("按增量补助", "rate of an increment"),
    "interest_subsidy": Text("贴息", "interest subsidy"),
    "guarantee": Text("担保", "guarantee"),
    "rent_subsidy": Text("房租补贴", "rent subsidy"),
    "staged_award": Text("分期奖励", "staged award"),
    "selection": Text("择优", "selection"),
    "stacking_rule": Text("叠加规则", "stacking rule"),
    "sharing_rule": Text("分担规则", "sharing rule"),
    "budget": Text("预算", "budget"),
    "validity": Text("有效期", "validity"),
    "procedure": Text("程序", "procedure"),
    "eligibility": Text("资格", "eligibility"),
    "escrow_flow": Text("代管资金", "escrow flow"),
}
PAYS: dict[str, Text] = {
    "cash": Text("现金", "cash"),
    "envelope": Text("预算额度", "budget envelope"),
    "equity": Text("股权投资", "equity"),
    "contingent": Text("或有（担保）", "contingent (a guarantee)"),
    "fee_relief": Text("费用减免", "fee relief"),
    "rule": Text("规则，不直接付款", "a rule, no payment of its own"),
}
PAYERS: dict[str, Text] = {
    "central": Text("中央财政", "central treasury"),
    "province": Text("省财政", "provincial treasury"),
    "city": Text("市财政", "city treasury"),
    "district": Text("区财政", "district treasury"),
    "risk_pool": Text("科创风险池", "risk pool"),
    "escrow": Text("监管账户（企业资金）", "escrow (the enterprise's money)"),
    "enterprise": Text("企业", "enterprise"),
    "insurer": Text("保险公司", "insurer"),
    "guarantor": Text("担保机构", "guarantor"),
}
BINDINGS: dict[str, Text] = {
    "exact": Text("按所定的数", "exactly as stated"),
    "at_most": Text("不超过所定的数", "at most as stated"),
    "none": Text("没有数额", "no number"),
}
OPERATIONS: dict[str, Text] = {
    "rate": Text("乘以 {0}", "times {0}"),
    "minus": Text("减去 {0}，不低于零", "less {0}, never below zero"),
    "top_up": Text("补足与 {0} 的差额", "topped up from {0}"),
    "at_least": Text("至少 {0}", "at least {0}"),
    "zero_below": Text("不足 {0} 的为零", "zero when below {0}"),
    "cap": Text("最高 {0}", "at most {0}"),
    "round": Text("取整到 {0}", "rounded to {0}"),
}
WAYS_OF_ROUNDING: dict[str, Text] = {
    "down": Text("舍去", "down"),
    "up": Text("进一", "up"),
    "half_up": Text("四舍五入", "half up"),
}
SHORT: dict[str, Text] = {
    "trim": Text("付到用完为止", "paid as far as it goes"),
    "reject": Text("不足即不付", "not paid unless in full"),
    "prorate": Text("按比例", "pro rata"),
    "defer": Text("留待以后", "kept for later"),
}
EVENTS: dict[str, Text] = {
    "confirmed": Text("予以确认", "confirmed"),
    "title_confirmed": Text("称号保持", "title kept"),
    "milestone_reached": Text("完成里程碑", "milestone reached"),
}
PER: dict[str, Text] = {
    "enterprise": Text("企业", "enterprise"),
    "year": Text("年度", "year"),
    "matter": Text("事项", "matter"),
    "object": Text("对象", "object"),
    "project": Text("项目", "project"),
    "programme": Text("整个政策", "programme"),
    "person": Text("个人", "person"),
    "institution": Text("机构", "institution"),
}
