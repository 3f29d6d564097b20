"""What each code of the tape of claims is called, in Chinese and English; for people, never for the chain."""

from escrow.claims.events import TYPES
from escrow.claims.tape import ClaimKind, ClaimReason, Payer
from ledger.text import Text

KIND: dict[ClaimKind, Text] = {
    ClaimKind.APPROPRIATED: Text("预算安排下达", "budget appropriated"),
    ClaimKind.CARRIED: Text("结余结转下年", "balance carried over"),
    ClaimKind.LAPSED: Text("结余收回", "balance lapsed"),
    ClaimKind.BUDGET_CUT: Text("调减预算", "budget cut"),
    ClaimKind.FILED: Text("提交申报", "application filed"),
    ClaimKind.REFUSED: Text("不予兑现", "refused"),
    ClaimKind.COMPLETE: Text("受理，材料齐全", "found complete"),
    ClaimKind.REVIEWED: Text("专家评审完成", "expert review done"),
    ClaimKind.SELECTED: Text("择优入选", "selected"),
    ClaimKind.DECIDED: Text("局党组会审定", "decided by the bureau's meeting"),
    ClaimKind.CERTIFIED: Text("账本查证已付情况", "earlier payments certified by the ledger"),
    ClaimKind.AWARDED: Text("核定兑现金额", "award decided"),
    ClaimKind.COMMITTED: Text("占用指标", "quota committed"),
    ClaimKind.RELEASED: Text("释放指标", "quota released"),
    ClaimKind.DEFERRED: Text("预算不足，转下年", "budget short, put off to next year"),
    ClaimKind.PUBLICISED: Text("公示期满无异议", "public notice ended without objection"),
    ClaimKind.ARRIVED: Text("上级资金到账", "higher-level money arrived"),
    ClaimKind.DUE: Text("进入拨付", "payment falls due"),
    ClaimKind.PAID: Text("拨付", "paid"),
    ClaimKind.UNPAID: Text("账户余额不足，未付", "account short, not paid"),
    ClaimKind.RECHECKED: Text("年度复核", "yearly re-check"),
    ClaimKind.STOPPED: Text("停止兑现", "stopped"),
    ClaimKind.REDUCED: Text("调减兑现金额", "award reduced"),
    ClaimKind.CLAWBACK_DEMANDED: Text("要求退回", "claw-back demanded"),
    ClaimKind.CLAWED_BACK: Text("资金退回", "money returned"),
    ClaimKind.SETTLED: Text("全部兑现完毕", "paid in full"),
    ClaimKind.COMMITTED_UNPAID: Text("期末未支付", "unpaid at the end"),
    ClaimKind.HORIZON_ENDED: Text("模拟期结束", "end of the simulated period"),
}
OF_TYPE: dict[str, Text] = {TYPES[kind]: text for kind, text in KIND.items()}

REASON: dict[ClaimReason, Text] = {
    ClaimReason.NONE: Text("无", "none"),
    ClaimReason.LATE: Text("逾期申报", "applied after the window had closed"),
    ClaimReason.EARLY: Text("未到申报期", "applied before the window opened"),
    ClaimReason.INCOMPLETE: Text("材料不全", "a fact the clause asks for was not stated"),
    ClaimReason.NOT_IN_FORCE: Text("当日条款不在有效期", "the clause was not in force that day"),
    ClaimReason.NOT_ELIGIBLE: Text("不符合条件", "a condition does not hold"),
    ClaimReason.NOTHING_DUE: Text("按条款计算为零", "the clause gives nothing on these facts"),
    ClaimReason.BELOW_MINIMUM: Text("评分低于最低分", "the score is below the minimum"),
    ClaimReason.NOT_SELECTED: Text("名额之外", "not among the places"),
    ClaimReason.PAID_ALREADY: Text("同一事项已享受，不重复", "paid already for the same; not twice"),
    ClaimReason.RANKED_BELOW: Text("另有条款优先适用", "another clause goes first"),
    ClaimReason.LIMIT_REACHED: Text("已达限额", "the limit is reached"),
    ClaimReason.BUDGET_SHORT: Text("预算不足", "the budget is short"),
    ClaimReason.REVENUE_SHORT: Text("减收压减", "cut because revenue fell short"),
    ClaimReason.CONDITIONS_LAPSED: Text("条件已丧失", "the conditions have lapsed"),
    ClaimReason.RECHECK_FAILED: Text("年度复核未通过", "the yearly re-check failed"),
    ClaimReason.NO_MONEY: Text("付款账户余额不足", "the payer's account is short"),
}

PAYER: dict[Payer, Text] = {
    Payer.DISTRICT: Text("区", "district"),
    Payer.CITY: Text("市", "city"),
    Payer.PROVINCE: Text("省", "province"),
    Payer.CENTRAL: Text("中央", "central"),
}

# Who signed, by the kind of paper a step leaves behind.
PAPER: dict[str, Text] = {
    "budget_approval": Text("财政局预算批复", "finance bureau's budget approval"),
    "budget_adjustment": Text("财政局预算调整", "finance bureau's budget adjustment"),
    "bureau_notice": Text("主管部门告知书", "notice of the authority"),
    "acceptance_slip": Text("主管部门受理单", "acceptance slip of the authority"),
    "panel_opinion": Text("专家组意见", "opinion of the panel"),
    "panel_minutes": Text("评审会纪要", "minutes of the selection"),
    "party_group_minutes": Text("局党组会纪要", "minutes of the bureau's meeting"),
    "award_decision": Text("资金分配决定", "award decision"),
    "public_notice": Text("公示", "public notice"),
    "payment_order": Text("财政拨款单", "treasury payment order"),
    "recheck_record": Text("年度复核记录", "record of the yearly re-check"),
    "bureau_decision": Text("主管部门决定", "decision of the authority"),
    "refund_notice": Text("退款通知书", "refund notice"),
}

STEP: dict[str, Text] = {
    "completeness": Text("申报到受理", "application to complete"),
    "review": Text("受理到评审", "complete to review"),
    "decision": Text("评审（受理）到审定", "review (or complete) to decision"),
    "notice": Text("核定到公示期满", "award to end of notice"),
    "payment": Text("到期到拨付", "due to paid"),
    "claw_back": Text("要求退回到退回", "demand to refund"),
    "whole": Text("申报到首笔资金", "application to first money"),
}
