"""What can be wrong with a question put to results."""

from ledger.problem import Problem
from ledger.text import Lang, Text


class NothingInCommon(Problem):
    """Two results have several points each and not one in common."""

    message = Text(
        "两份结果没有相同的方案，无法逐一比较（{ours} 与 {theirs}）",
        "the two results have no design point in common, so nothing can be compared ({ours} and {theirs})",
    )
    advice = Text(
        "各取一个方案比较，或用同样的 --vary 重做一份",
        "compare results of one point each, or sweep again with the same --vary",
    )


class NoSuchPoint(Problem):
    """A design point that the results do not have."""

    message = Text(
        "没有第 {point} 个方案；共有 0 到 {last}", "there is no point {point}; there are 0 to {last}"
    )
    advice = Text("方案编号见 points.parquet", "points.parquet lists the points by number")


class TooFewPoints(Problem):
    """A comparison inside a result needs two points."""

    message = Text(
        "结果只有一个方案，没有可比的", "the result has a single point, so there is nothing to compare"
    )
    advice = Text(
        "再给一份结果，或用 --vary 扫描几个方案", "name a second result, or sweep several points with --vary"
    )


class NoIndices(Problem):
    """Neither a Saltelli design nor a grid around a baseline."""

    message = Text(
        "“{design}”设计既不能算 Sobol 指数，也没有逐一变动的方案",
        "a design of kind {design!r} gives no Sobol indices and no one-at-a-time points",
    )
    advice = Text(
        "用 saltelli 设计重做扫描，或用网格并指明 baseline",
        "sweep again with the design saltelli, or a grid with a baseline",
    )


class NoReplicationInCommon(Problem):
    """Every replication failed at some point, or there is none."""

    message = Text(
        "没有在所有相关方案上都成功的重复", "no replication ended well at all of the points concerned"
    )
    advice = Text("失败的重复见结果文件夹的 failures/", "the failures are listed in the result's failures/")


class BadAim(Problem):
    """`--outcome NAME:min` that cannot be read."""

    message = Text("“{text}”应写成 名称:min 或 名称:max", "{text!r} should be NAME:min or NAME:max")
    advice = Text("例如 budget_fen:min、leverage:max", "for instance budget_fen:min or leverage:max")


class BadBound(Problem):
    """`--keep` that cannot be read."""

    message = Text("“{text}”不是界限", "{text!r} is no bound")
    advice = Text(
        "写成 名称<=数值 或 名称>=数值，例如 pool_depleted<=5%、p95(public_net_fen)<=1亿",
        "write NAME<=VALUE or NAME>=VALUE, for instance pool_depleted<=5% or p95(public_net_fen)<=1亿",
    )


class QuantileOfRatio(BadBound):
    """A quantile of something that no single replication has."""

    message = Text(
        "“{text}”：{name} 是全部重复的总和之比，单次重复没有这个数，也就没有分位数",
        "{text!r}: {name} is a ratio of sums over all replications; no single replication has one, so it has "
        "no quantile",
    )
    advice = Text(
        "给比率本身设界限，如 {name}<=数值；或给其中一个总和的分位数设界限，如 p95({over})<=数值",
        "bound the ratio itself, {name}<=VALUE, or a quantile of one of its sums, p95({over})<=VALUE",
    )


class DayHasNoMean(Problem):
    """The day on which something first happens, where it may never happen."""

    message = Text(
        "{name} 是日期（0 表示从未发生），没有均值", "{name} is a day (0 for never), which has no mean"
    )
    advice = Text(
        "用 pool_depleted 问用尽的概率；anxinbao compare 比较一对方案时列出用尽的日期",
        "ask for pool_depleted, the chance that it happens; anxinbao compare of two points lists the days",
    )


class KeptByYear(Problem):
    """A measure that the results hold by year, and that makes no sense added up."""

    message = Text("{name} 按年保存，没有合计数", "{name} is kept by year, and not added up over years")
    advice = Text(
        "只有 budget_fen 可以合计各年；其他的用 Python 读：open_results(文件夹).years(名称)",
        "only budget_fen is added up over years; read the others with open_results(FOLDER).years(NAME)",
    )


class NoYears(Problem):
    """The budget is kept by year, and these results keep no years."""

    message = Text(
        "{name} 按年保存，这份结果没有保留分年数", "{name} is kept by year, and these results keep no years"
    )
    advice = Text(
        "试验文件写 outputs: {{years: true}} 再扫描一次，或改问 public_net_fen",
        "sweep again with outputs: {{years: true}} in the experiment, or ask for public_net_fen",
    )


class BadRange(Problem):
    """`--low` and `--high` that span no range of one unit."""

    message = Text("从“{low}”到“{high}”不是一个可搜索的区间", "{low!r} to {high!r} is no range to search")
    advice = Text(
        "两端写同一种单位，小的在前：5000万 和 3亿，10% 和 1/3，30 和 180，2025-01-01 和 2025-12-31",
        "state both in one unit, the smaller first: 5000万 and 3亿, 10% and 1/3, 30 and 180, 2025-01-01 and "
        "2025-12-31",
    )


class NoSuchReading(Problem):
    """A reading that the policy does not have, or that has no other option."""

    message = Text("没有名为 {name} 的读法", "there is no reading named {name}")

    def advise(self, lang: Lang) -> str:
        """The names that come near."""
        return str(self.facts["near"].say(lang))
