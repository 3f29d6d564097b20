"""What can be wrong in a statement about behaviour."""

from ledger.problem import Problem
from ledger.text import Text


class BadTable(Problem):
    """A quantile table that cannot be drawn from."""

    message = Text("分位数表有误：{table}（{why}）", "bad quantile table: {table} ({why})")
    advice = Text(
        "概率从 p0 升到 p100，取值为不减的整数，例如 {{p0: 3, p50: 10, p100: 30}}",
        "probabilities rise from p0 to p100 and whole values never fall, e.g. {{p0: 3, p50: 10, p100: 30}}",
    )


class BadChance(Problem):
    """A chance outside 0 to 100 %, or not written as a text."""

    message = Text("概率有误：{chance}", "bad chance: {chance}")
    advice = Text("请写成百分数，例如 6%、0.5%", "write a percentage as text, e.g. 6% or 0.5%")


class BadSplit(Problem):
    """Shares of a split that do not add up to 100 %."""

    message = Text("各项占比之和为 {total}，应为 100%", "the shares add up to {total}, not to 100%")
    advice = Text("请调整占比，使其合计 100%", "change the shares so that they add up to 100%")


class UnknownPurpose(Problem):
    """Behaviour was stated for something nobody does."""

    message = Text("没有名为 {purpose} 的行为", "there is no behaviour called {purpose}")
    advice = Text("相近的名称：{hint}", "similar names: {hint}")


class WrongKind(Problem):
    """A chance where a table is needed, or values beyond what the purpose allows."""

    message = Text("{purpose} 的写法不适用：{why}", "{purpose} cannot be stated like this: {why}")
    advice = Text("应为：{expected}", "expected: {expected}")
