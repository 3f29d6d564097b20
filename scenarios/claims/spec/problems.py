"""Faults of a claims file that only the catalogue can find."""

from escrow.catalogue.problems import UnknownName
from ledger.problem import Problem
from ledger.text import Text


class UnknownChoiceOfProcess(UnknownName):
    """No such reading of the process."""

    message = Text("流程没有读法“{name}”", "the process has no reading {name!r}")


class UnknownOption(UnknownName):
    """No such option of a reading of the process."""

    message = Text("读法 {reading} 没有选项“{name}”", "reading {reading} has no option {name!r}")


class UnknownMatter(UnknownName):
    """`generate` names something that no paper pays for."""

    message = Text("没有事项“{name}”", "nothing called {name!r} is paid for")


class NotAnEnvelope(Problem):
    """`budgets` names a clause that sets no money aside."""

    message = Text("{name} 不是资金盘条款", "{name} is not a budget clause")
    advice = Text(
        "anxinbao policy list --kind budget 列出资金盘", "list them: anxinbao policy list --kind budget"
    )


class NotInPapers(Problem):
    """A clause outside the papers of the scenario."""

    message = Text(
        "{name} 不在 papers（{papers}）之内", "{name} is not in the papers of this file ({papers})"
    )
    advice = Text("把它的文件加进 papers", "add its paper to papers")


class NotClaimable(Problem):
    """A clause under which nobody is paid money by a level of government."""

    message = Text(
        "{name} 不发放财政资金，不能申报", "no public money is paid under {name}; it cannot be claimed"
    )
    advice = Text("用 anxinbao policy show {name} 查看", "look at it: anxinbao policy show {name}")


class TwiceUsed(Problem):
    """An id used twice."""

    message = Text("编号“{name}”重复", "the id {name!r} is used twice")
    advice = Text("每个编号只能用一次", "use every id once")


class IdOfPromotion(Problem):
    """A claim that bears the id which a promotion of another claim is given."""

    message = Text(
        "编号“{name}”留给另一申报的晋升", "the id {name!r} belongs to a promotion of another claim"
    )
    advice = Text("改用别的编号", "use another id")


class NotAYear(Problem):
    """A budget of something that is no year."""

    message = Text("“{found}”不是年份", "{found!r} is not a year")
    advice = Text('写成 "2025": 1亿', 'write "2025": 1亿')
