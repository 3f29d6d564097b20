"""Faults in clause files, in the facts of a case, and in what is asked of the clauses."""

from escrow.catalogue.problems import BadCatalogue, CatalogueProblem, UnknownName
from ledger.text import Lang, Text


class UnknownClause(UnknownName):
    """No clause of that id."""

    message = Text("没有条款“{name}”", "no clause called {name!r}")


class UnknownPaper(UnknownName):
    """No paper of that id."""

    message = Text("没有文件“{name}”", "no paper called {name!r}")


class UnknownFact(UnknownName):
    """A case states a fact that no vocabulary knows; facts: name, known."""

    message = Text("没有名为“{name}”的事实", "no fact called {name!r}")


class UnknownChoice(UnknownName):
    """A reading that the clause does not have."""

    message = Text("条款 {clause} 没有读法“{name}”", "clause {clause} has no reading {name!r}")


class UnknownOptionOf(UnknownName):
    """A reading is given an option that it does not have."""

    message = Text(
        "条款 {clause} 的读法 {reading} 没有选项“{name}”",
        "reading {reading} of {clause} has no option {name!r}",
    )


class UnknownParameterOf(UnknownName):
    """A parameter that the clause does not have."""

    message = Text("条款 {clause} 没有参数“{name}”", "clause {clause} has no parameter {name!r}")


class MissingFact(CatalogueProblem):
    """A fact that decides the result is not stated; facts: clause, fact, title (Text), unit (Text).

    `idle`, if any, are the facts that the case states and the clause does not ask for.
    """

    message = Text(
        "条款 {clause} 需要事实 {fact}（{title}），未填写", "clause {clause} needs the fact {fact} ({title})"
    )
    advice = Text("请填写 {fact}，{unit}", "state {fact} as {unit}")
    idle = Text("{advice}（本条款用不到已填写的 {idle}）", "{advice} (the clause does not ask for {idle})")

    def advise(self, lang: Lang) -> str:
        """What to state; and what was stated in vain, which may have been meant for it."""
        advice, idle = super().advise(lang), ", ".join(self.facts.get("idle", ()))
        return self.idle.say(lang).format(advice=advice, idle=idle) if idle else advice


class NotYetStated(MissingFact):
    """A dated fact has no value yet on the day; facts: those of MissingFact, day, first (both ISO)."""

    message = Text(
        "事实 {fact}（{title}）在 {day} 还没有值，最早的值从 {first} 起",
        "the fact {fact} ({title}) has no value on {day}: its first one holds from {first}",
    )
    advice = Text("请补上 {day} 当日有效的值", "state the value that was in force on {day}")


class BadFact(CatalogueProblem):
    """A fact whose value cannot be read; facts: fact, value, expected (Text)."""

    message = Text("事实 {fact} 的值“{value}”无效", "the fact {fact} cannot be {value!r}")
    advice = Text("应为{expected}", "expected {expected}")


class BadParameter(CatalogueProblem):
    """A number given for a clause cannot be read; facts: clause, name, value, expected (Text)."""

    message = Text(
        "条款 {clause} 的数字 {name} 不能是“{value}”", "the number {name} of {clause} cannot be {value!r}"
    )
    advice = Text("应为{expected}", "expected {expected}")


class UnequalLists(CatalogueProblem):
    """Two lists that belong together have different lengths."""

    message = Text(
        "条款 {clause}：并列的列表长度不一（{lengths}）", "clause {clause}: lists of {lengths} items"
    )
    advice = Text("请为每一项都填写", "state every list for every item")


class TooLarge(CatalogueProblem):
    """An amount beyond 10^14 fen, with the clause and the step that made it."""

    message = Text(
        "条款 {clause} 在“{step}”一步超出可计算的金额", "clause {clause}: the amount is too large at {step}"
    )
    advice = Text("金额以 10^14 分为限", "amounts are at most 10^14 fen")


class BadClauses(CatalogueProblem):
    """Clause files with faults; facts: findings (BadCatalogue). The first is said, the rest counted."""

    @property
    def findings(self) -> tuple[BadCatalogue, ...]:
        """Every finding."""
        return tuple(self.facts["findings"])

    def say(self, lang: Lang) -> str:
        """The first finding."""
        return self.findings[0].say(lang)

    def advise(self, lang: Lang) -> str:
        """What to do about the first finding, and how many more there are."""
        more, said = len(self.findings) - 1, self.findings[0].advise(lang)
        return said + _MORE.say(lang).format(more=more) if more else said


_MORE = Text("（另有 {more} 处）", " (and {more} more)")


class UnequalColumns(CatalogueProblem):
    """Columns of different lengths; facts: names, rows."""

    message = Text("列 {names} 的行数不是 {rows}", "the columns {names} do not have {rows} rows")
    advice = Text("每一列须有同样多的行", "every column has one row for each case")


class CrossingPools(CatalogueProblem):
    """Two pools overlap and neither holds the other: the order of events decides; facts: one, other."""

    message = Text(
        "额度 {one} 与 {other} 交叉，不能按列计算",
        "the pools {one} and {other} cross: columns cannot serve them",
    )
    advice = Text("请逐笔按先后计算（run）", "serve them claim by claim, in the order of events (run)")


class NotInColumns(CatalogueProblem):
    """Something that columns cannot do; facts: what."""

    message = Text("不能按列计算：{what}", "columns cannot do this: {what}")
    advice = Text("请逐笔计算", "evaluate claim by claim")


class BadChange(CatalogueProblem):
    """A change of an overlay that cannot be made; facts: at, fault (Text)."""

    message = Text("修订 {at}：{fault}", "the change {at}: {fault}")
    advice = Text("见 docs/clauses.md 的修订一节", "see the overlays in docs/clauses.md")
