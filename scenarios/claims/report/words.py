"""The fixed words of the claims report, in both languages."""

from ledger.text import Text

PAPERS = Text("政策文件", "papers")
PERIOD = Text("模拟区间", "period")
SEED = Text("随机种子", "seed")
READINGS = Text("另选读法", "readings chosen")
TOTAL = Text("合计", "total")
YEAR = Text("年度", "year")
AMENDED = Text(
    "假设情景：条款已按改革方案修改，不是现行政策的结果。",
    "HYPOTHETICAL: clauses were amended by a reform overlay; this is not the policy in force.",
)
DRAFT = Text("征求意见稿，尚未施行：{list}", "drafts, not in force: {list}")
CLAUSES = Text("按条款（万元）", "By clause (万元, ten thousand yuan)")
CLAUSE_COLUMNS = Text(
    "条款|申报|不予|核定|核定金额|已付|未付|候预算",
    "clause|filed|refused|awards|awarded|paid|unpaid|waiting",
)
REFUSED = Text("不予兑现的原因", "Why claims were refused")
REFUSED_COLUMNS = Text("原因|项数", "reason|claims")
ENVELOPES = Text("按资金盘（万元）", "By envelope (万元)")
ENVELOPE_COLUMNS = Text(
    "资金盘与年度|安排|结转入|调减|已付|占用|收回|结转出",
    "envelope and year|appropriated|carried in|cut|paid|held|lapsed|carried out",
)
ENVELOPE_NOTE = Text(
    "资金盘互有交叉，同时受总盘约束；各行不相加。",
    "Envelopes overlap and are bound by their total as well; the rows do not add up.",
)
YEARS = Text("分年、分级财政支付（万元）", "Paid by year and level of government (万元)")
NOTHING_PAID = Text("本次没有支付。", "Nothing was paid.")
NOT_TWICE = Text("不重复与追回", "Not twice, and returned")
DOUBLES = Text(
    "与已核定事项重复的申报 {count} 项，避免重复支付 {fen} 万元。",
    "{count} claims met an award already made for the same: {fen} 万元 not paid twice.",
)
REFUNDS = Text(
    "要求退回 {asked} 万元，已退回 {back} 万元。", "{asked} 万元 demanded back, {back} 万元 returned."
)
STEPS = Text("各环节用时（工作日）", "Days by step (working days)")
STEP_COLUMNS = Text("环节|次数|中位|95分位|承诺|超期", "step|cases|median|95 %|promised|late")
STEP_NOTE = Text(
    "承诺时限为假设，除非条文写明。", "Promised limits are assumptions unless a text prints them."
)
ENTERPRISES = Text("兑现最多的企业（万元）", "Enterprises paid most (万元)")
ENTERPRISE_COLUMNS = Text("企业|已付", "enterprise|paid")
