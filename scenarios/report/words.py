"""The fixed words of the run report, in both languages."""

from ledger.text import Text

CAP = {
    "pool_size": Text("风险池余额不足", "pool too small"),
    "premium_subsidy_cap": Text("保费补助上限", "premium subsidy cap"),
    "cost_share_cap": Text("企业年度资助上限", "enterprise-year cap of the cost share"),
    "district_budget": Text("区级年度预算", "yearly district budget"),
}
PRESET = {
    "literal": Text("字面 literal", "literal"),
    "practice": Text("实务 practice", "practice"),
    "prudent": Text("审慎 prudent", "prudent"),
}
ADMINISTRATION = Text("管理费", "administration")
YEAR = Text("年度", "year")
TOTAL = Text("合计", "total")
RETURNED = Text("收回", "returned")
NET = Text("净支出", "net")

BY_YEAR = Text("分年财政支出（万元）", "Public money by year (万元, ten thousand yuan)")
NO_OUTLAY = Text("本次没有财政支出。", "No public money was paid.")
UNPAID = Text("期末已承诺未支付（万元）", "Committed and unpaid at the end (万元)")
POOL_CASH = Text("科创风险池余额（万元）", "Risk pool balance (万元)")
POOL_QUOTA = Text("科创风险池可用指标（万元）", "Risk pool quota not yet committed (万元)")
LOWEST = Text("最低 {fen} 万元，{day}", "lowest {fen} 万元 on {day}")
QUEUE = Text(
    "排队 {queued} 个项目，最多同时 {longest} 个，等候中位 {median} 天、最长 {days} 天，"
    "期末仍在排队 {waiting} 个",
    "{queued} projects queued, at most {longest} at once, median wait {median} days, longest {days}, "
    "still waiting at the end {waiting}",
)
CAPS = Text("触顶情况", "What hit a cap")
NO_CAPS = Text("没有触顶。", "No cap bit.")
CAP_COLUMNS = Text("上限|次数|减少或延后（万元）|项目", "cap|times|cut or held up (万元)|projects")
FACTS = Text("模拟了什么", "What was simulated")
COUNTS = Text("项目", "Projects")
COUNT_COLUMNS = Text(
    "申报|受理|不予立项|立项|获风险池资金|完成|终止|在执行",
    "filed|accepted|refused|approved|funded|completed|ended|running",
)
WHY_REFUSED = Text("不予立项原因：{list}", "refused because: {list}")
WHY_ENDED = Text("终止原因：{list}", "ended because: {list}")
MEASURES = Text("关键指标", "Measures")
STEPS = Text("各环节用时（工 = 工作日，日 = 日历日）", "Days by step (wd = working days, d = calendar days)")
WORKING, CALENDAR = Text("工", "wd"), Text("日", "d")
STEP_COLUMNS = Text("环节|单位|次数|中位|95分位|承诺|超期", "step|unit|cases|median|95 %|promised|late")
STEP_NOTE = Text("承诺时限为假设，条文没有规定。", "Promised limits are assumptions; the text prints none.")
EXPOSURE = Text("季末风险敞口（万元）", "Exposure at quarter ends (万元)")
EXPOSURE_COLUMNS = Text("日期|已付|已承诺|预计资助|合计", "date|paid|committed|expected|total")
EXPOSURE_NOTE = Text(
    "预计资助按在执行项目的剩余分期与未结算投入计，未扣上限与理赔，为上界。",
    "Expected: the cost share on instalments to come and input not yet settled, before caps and claims.",
)
PLATFORMS = Text("平台（万元）", "Platforms (万元)")
PLATFORM_COLUMNS = Text("平台|立项合同额|净收入", "platform|approved contracts|net income")
ENTERPRISES = Text("企业净成本最高者（万元）", "Enterprises by net cost (万元)")
ENTERPRISE_COLUMNS = Text("企业|净成本", "enterprise|net cost")
LEDGER = Text("账本与复现", "Ledger and how to repeat this")
HEAD = Text("账本头 {head}", "head {head}")
NEXT = Text("接下来可以试试", "Try next")
HYPOTHETICAL = Text(
    "假设情景：已修改条文写明的数字（{list}），不是现行政策的结果。",
    "HYPOTHETICAL: numbers printed in the text were changed ({list}); this is not the policy in force.",
)
AMENDED = Text("已改参数：{list}", "parameters changed: {list}")
KEPT = Text(
    "同样的输入已经运行过，直接读取已有结果。", "These inputs were run before; the stored result is shown."
)


def split(columns: Text, lang: str) -> tuple[str, ...]:
    """The column names of a table."""
    return tuple(columns.say("zh" if lang == "zh" else "en").split("|"))
