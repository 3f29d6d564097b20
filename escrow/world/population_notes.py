"""Where the defaults of a generated population come from; A to K are public references, J is judgement."""

from collections.abc import Callable
from dataclasses import dataclass

from escrow.behaviour.purpose import JUDGED
from escrow.behaviour.quantile import percent
from escrow.world.joining import Joining
from escrow.world.population_spec import PopulationSpec
from ledger.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """One default: the scenario key below `generate`, what it means, its value, quality and source."""

    key: str
    label: Text
    value: Callable[[PopulationSpec], str]
    quality: str
    source: Text


def _weights(spec: PopulationSpec) -> str:
    return ", ".join(f"{name} {weight}" for name, weight in spec.platforms)


def _months(spec: PopulationSpec) -> str:
    return ", ".join(map(str, spec.arrivals.months))


NOTES = (
    Note(
        "filings",
        Text("受理期内申报数", "filings in the intake window"),
        lambda spec: spec.filings.say(),
        "J",
        Text(
            "负二项，均值 30，变异系数 0.5；参考 2025-01-09 启动时 10 家载体签约，获批数未见公开",
            "negative binomial, mean 30, cv 0.5; ten carriers signed at the launch on 2025-01-09, no count "
            "of approvals is public",
        ),
    ),
    Note("arrivals.months", Text("按月权重", "weights by month"), _months, "J", JUDGED),
    Note(
        "arrivals.rush",
        Text("截止前三周集中申报", "rush in the last three weeks"),
        lambda spec: spec.arrivals.rush.say(),
        "J",
        JUDGED,
    ),
    Note(
        "platforms",
        Text("平台及权重", "platforms and weights"),
        _weights,
        "J",
        Text(
            "数量参考 2023 年“北斗七星”联盟与 2025 年报道的六家平台（B），权重为判断值",
            "number after an alliance of seven (2023) and six platforms named in the press (2025), B; "
            "weights judged",
        ),
    ),
    Note(
        "enterprises",
        Text("申报企业从中抽取", "enterprises applicants are drawn from"),
        lambda spec: str(spec.enterprises),
        "J",
        JUDGED,
    ),
    Note(
        "agreed_total",
        Text("协议总额（万元，不含企业设备）", "agreed total (万元, less enterprise equipment)"),
        lambda spec: spec.total_wan.say(),
        "J",
        Text(
            "300 + 对数正态（中位 220，σ 0.9），上限 6000；2023 年院所合同平均 32万（A），只有尾部够得上门槛",
            "300 + lognormal (median 220, sigma 0.9), at most 6,000; contracts of institutes averaged "
            "32万 in 2023 (A), only the tail qualifies",
        ),
    ),
    Note(
        "bunched",
        Text("刚过门槛（300 至 315 万元）的比例", "share just above the threshold (300 to 315 万元)"),
        lambda spec: spec.bunched.say(),
        "J",
        JUDGED,
    ),
    Note(
        "stages",
        Text("里程碑数", "number of stages"),
        lambda spec: ", ".join(f"{n}: {percent(share)}%" for n, share in spec.stages.parts),
        "J",
        JUDGED,
    ),
    Note(
        "first_share",
        Text("首笔占比", "share of instalment 1"),
        lambda spec: (
            "Dirichlet(8, ..., 8)" if spec.first_share_percent is None else spec.first_share_percent.say()
        ),
        "J",
        JUDGED,
    ),
    Note(
        "planned_days",
        Text("各阶段约定天数", "planned days of a stage"),
        lambda spec: spec.planned_days.say(),
        "J",
        Text(
            "三角 120、240、365，并在 180 与 365 天各聚集 15%",
            "triangle 120, 240, 365 with heaps of 15 % each at 180 and 365 days",
        ),
    ),
    Note(
        "equipment",
        Text("有企业自有设备的比例", "share with enterprise-owned equipment"),
        lambda spec: spec.equipment.say(),
        "J",
        JUDGED,
    ),
    Note(
        "equipment_percent",
        Text("设备占协议总额（%）", "equipment in the agreed total (%)"),
        lambda spec: spec.equipment_percent.say(),
        "J",
        JUDGED,
    ),
    Note(
        "loans.chance",
        Text("贷款企业占比", "share of enterprises that borrow"),
        lambda spec: spec.loans.chance.say(),
        "J",
        Text("默认不用；启用时可写 25%（判断值）", "off by default; 25 % is a figure to start from (judged)"),
    ),
    Note(
        "loans.principal",
        Text("贷款本金（万元）", "principal (万元)"),
        lambda spec: spec.loans.principal_wan.say(),
        "J",
        Text(
            "对数正态（中位 400，σ 0.8），上限 3000（财金〔2024〕60号，A）",
            "lognormal (median 400, sigma 0.8), at most 3,000 (财金〔2024〕60号, A)",
        ),
    ),
    Note(
        "loans.fee_rate",
        Text("年担保费率（‰）", "guarantee fee a year (per mille)"),
        lambda spec: str(spec.loans.fee_rate * 1000),
        "A",
        Text("目标低于 1%（财金〔2024〕60号）", "aim below 1 % (财金〔2024〕60号)"),
    ),
    Note(
        "loans.interest_rate",
        Text("年利率（‰）", "interest a year (per mille)"),
        lambda spec: str(spec.loans.interest_rate * 1000),
        "J",
        JUDGED,
    ),
    Note(
        "joining.uptake",
        Text("现行政策下的参与率（启用参与模型时）", "uptake under the text (when joining is on)"),
        lambda spec: (spec.joining or Joining()).uptake.say(),
        "B",
        Text(
            "浙江“先用后转”：6000 余项中约 1400 项试用（截至 2024-09），仅作类比",
            "Zhejiang free trials: about 1,400 of over 6,000 by 2024-09, an analogy only",
        ),
    ),
)
