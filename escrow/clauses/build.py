"""From the rows of a clause to typed trees; every fault is collected with the place it stands at."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from escrow.catalogue.problems import near
from escrow.clauses import tables
from escrow.clauses.combine import arithmetic
from escrow.clauses.facts import EXPECTED, READERS
from escrow.clauses.infer import typed
from escrow.clauses.kinds import BOOL, DATE, NUMBER, NUMERIC, RATIO, TEXT, Kind, named
from escrow.clauses.schema import ClauseRow, OutcomeRow, ParameterRow, TableRow
from escrow.clauses.scope import Known, Scope
from escrow.clauses.tokens import BadExpression
from escrow.clauses.tree import TRUE, ZERO, Node, is_zero
from escrow.clauses.trees import LimitTree, OutcomeTree, StageTree, StepTree, Trees
from ledger.money import parse_money
from ledger.problem import Problem
from ledger.text import Text

Path = tuple[str | int, ...]
STEPS = ("rate", "minus", "top_up", "at_least", "zero_below", "cap", "round")
PLACE = re.compile(r"\{([^{}]+)\}")


class Fault(NamedTuple):
    """What is wrong at a place of a clause."""

    path: Path
    fault: Text
    advice: Text


class Builder:
    """Builds the trees of one clause and remembers what is wrong with them."""

    def __init__(self, row: ClauseRow, facts: Mapping[str, Known]) -> None:
        self.row, self.faults = row, list[Fault]()
        self._facts = facts
        self.scope = Scope(self._own_names(), facts)
        self.result = Kind(row.yields)

    def _own_names(self) -> dict[str, Known]:
        names = {"on": Known(DATE)}
        for name, parameter in self.row.parameters.items():
            values = [parameter.value, *(each.value for each in parameter.values)]
            names[name] = Known(Kind(parameter.unit, any(isinstance(each, tuple) for each in values)))
        for name in self.row.readings:
            if name in names:
                self.wrong(("readings", name), *_TWICE)
            names[name] = Known(TEXT)
        for name in names:
            if name in self._facts:
                where = "parameters" if name in self.row.parameters else "readings"
                self.wrong((where, name), *_FACT_TOO)
        return names

    def wrong(self, path: Path, fault: Text, advice: Text) -> None:
        """Remembers a fault."""
        self.faults.append(Fault(path, fault, advice))

    def node(self, path: Path, raw: Any, scope: Scope | None = None) -> Node:
        """The typed tree of an expression; a fault gives a tree that complains no further."""
        try:
            return typed(_text(raw), scope or self.scope)
        except BadExpression as error:
            self.wrong(path, error.fault, error.advice)
            return _BROKEN

    def expression(self, path: Path, raw: Any, *wanted: Kind, scope: Scope | None = None) -> Node:
        """The typed tree, of one of the kinds wanted."""
        node = self.node(path, raw, scope)
        if node is not _BROKEN and not any(fits(node, each) for each in wanted):
            self.wrong(path, *_not_wanted(node, wanted))
        return node

    def maybe(self, path: Path, raw: Any, *wanted: Kind) -> Node | None:
        """The tree of an expression that may be left out."""
        return None if raw is None else self.expression(path, raw, *wanted)

    def trees(self) -> Trees:
        """All trees; look at `faults` afterwards."""
        row, amount = self.row, self._amount()
        select, pay = row.select, row.pay
        return Trees(
            assume=self._assumed(),
            when=tuple(self.expression(("when", i, "test"), g.test, BOOL) for i, g in enumerate(row.when)),
            amount=amount,
            steps=tuple(self._step(i) for i in range(len(row.steps))),
            outcomes=tuple(self._outcome(i, each) for i, each in enumerate(row.outcomes)),
            envelope=self.maybe(("envelope", "amount"), row.envelope and row.envelope.amount, Kind("money")),
            total_cap=self.maybe(("stack", "total_cap"), row.stack and row.stack.total_cap, Kind("money")),
            score=self._score(),
            minimum=self.maybe(("select", "min"), select and select.min, NUMBER),
            top=self.maybe(("select", "top"), select and select.top, NUMBER),
            places={
                name: self.expression(("select", "places", name), raw, NUMBER)
                for name, raw in (select.places if select else {}).items()
            },
            limits=self._limits(),
            payers={
                name: self.expression(("pay", "payers", name), raw, NUMBER)
                for name, raw in (pay.payers if pay else {}).items()
            },
            stages=self._stages(),
            recheck=self.maybe(("pay", "recheck", "test"), pay and pay.recheck and pay.recheck.test, BOOL),
            recheck_years=self.maybe(
                ("pay", "recheck", "years"), pay and pay.recheck and pay.recheck.years, NUMBER
            ),
        )

    def _assumed(self) -> dict[str, Node]:
        found = {}
        for name, raw in self.row.assume.items():
            known = self._facts.get(name)
            if known is None:
                self.wrong(("assume", name), *_unknown_fact(name, self._facts))
                continue
            quoted = (
                repr(raw)
                if known.kind.base == "text" and isinstance(raw, str) and not self._is_text(raw)
                else raw
            )
            found[name] = self.expression(
                ("assume", name), quoted, known.kind, known.kind.one, known.kind.items
            )
        return found

    def _is_text(self, raw: str) -> bool:
        """Whether an assumed text is an expression (quoted, or a name) rather than the text itself."""
        return raw[:1] in "'\"" or self.scope.find(raw.split(" ", 1)[0]) is not None

    def _amount(self) -> Node | None:
        raw = self.row.amount
        if raw is None:
            return None
        node = tables.table(self, raw) if isinstance(raw, TableRow) else self.node(("amount",), raw)
        if node is _BROKEN or fits(node, self.result):
            return node
        self.wrong(("amount",), *_not_wanted(node, (self.result,)))
        return node

    def _step(self, at: int) -> StepTree:
        step, path = self.row.steps[at], ("steps", at)
        given = [code for code in STEPS if getattr(step, code) is not None]
        if len(given) != 1:
            self.wrong(path, *_ONE_OPERATION)
            return StepTree("cap", ZERO, None)
        (code,) = given
        test = None if step.if_ is None else self.expression((*path, "if"), step.if_, BOOL)
        if step.round is not None:
            return StepTree("round", self._unit((*path, "round", "to"), step.round.to), test, step.round.way)
        operand = self.node((*path, code), getattr(step, code))
        if operand is not _BROKEN:
            self._check_operand((*path, code), code, operand)
        return StepTree(code, operand, test)

    def _check_operand(self, path: Path, code: str, operand: Node) -> None:
        if code != "rate":
            if not fits(operand, self.result):
                self.wrong(path, *_not_wanted(operand, (self.result,)))
            return
        if not (fits(operand, RATIO) or fits(operand, NUMBER)):
            self.wrong(path, *_not_wanted(operand, (RATIO,)))
        elif operand.op == "const" and operand.kind == NUMBER and operand.value not in (0, 1):
            self.wrong(path, *_PERCENT)

    def _unit(self, path: Path, raw: str) -> Node:
        try:
            size = parse_money(raw) if self.row.yields == "money" else int(raw)
            if size > 0:
                return Node("const", self.result, (), size)
        except (Problem, ValueError):
            pass
        self.wrong(
            path, Text("取整单位无效", "no unit to round to"), Text("如 1元、1万元", "such as 1元 or 1万元")
        )
        return ZERO

    def _outcome(self, at: int, row: OutcomeRow) -> OutcomeTree:
        path, scope = ("outcomes", at), self.scope.plus(passed=BOOL)
        when = None if row.when is None else self.expression((*path, "when"), row.when, BOOL, scope=scope)
        show = {name: self.node((*path, "show", name), raw, scope) for name, raw in row.show.items()}
        for lang, said in zip(("zh", "en"), row.say, strict=True):
            for place in PLACE.findall(said):
                if place not in show:
                    show[place] = self.node((*path, "say", lang), place, scope)
        return OutcomeTree(when, show)

    def _score(self) -> Node | None:
        total: Node | None = None
        for name, raw in (self.row.select.score if self.row.select else {}).items():
            path = ("select", "score", name)
            fact, weight = self.node(path, name), self.expression(path, raw, RATIO, NUMBER)
            if fact is _BROKEN or weight is _BROKEN:
                continue
            term = Node("*", arithmetic("*", fact, weight), (fact, weight))
            total = term if total is None else Node("+", arithmetic("+", total, term), (total, term))
        return total

    def _limits(self) -> tuple[LimitTree, ...]:
        return tuple(
            LimitTree(
                self.expression(("limits", at, "cap"), limit.cap, self.result),
                self.maybe(("limits", at, "used"), limit.used, self.result) or ZERO,
            )
            for at, limit in enumerate(self.row.limits)
        )

    def _stages(self) -> tuple[StageTree, ...]:
        rows = self.row.pay.stages if self.row.pay else ()
        for at, row in enumerate(rows):
            if sum((row.share is not None, row.rest, row.shares is not None)) != 1:
                self.wrong(("pay", "stages", at), *_ONE_SHARE)
        return tuple(self._stage(("pay", "stages", at), row) for at, row in enumerate(rows))

    def _stage(self, path: Path, row: Any) -> StageTree:
        return StageTree(
            self.expression((*path, "after_years"), row.after_years, NUMBER),
            self.maybe((*path, "share"), row.share, RATIO),
            self.maybe((*path, "shares"), row.shares, RATIO.items),
            self.maybe((*path, "claw_back_if"), row.claw_back_if, BOOL),
        )


def fits(node: Node, wanted: Kind) -> bool:
    """Whether a value of this tree may stand where `wanted` is asked for."""
    if node.kind == wanted:
        return True
    if is_zero(node):
        return wanted.base in NUMERIC and not wanted.many
    if node.kind.many != wanted.many or {node.kind.base, wanted.base} != {"ratio", "number"}:
        return False
    return not (node.op == "const" and wanted.base == "ratio" and node.value not in (0, 1))


def parameter_value(row: ParameterRow, raw: Any) -> Any:
    """The exact value of a parameter; ValueError with a Text when it cannot be read."""
    if isinstance(raw, tuple | list):
        return tuple(parameter_value(row, each) for each in raw)
    try:
        return READERS[row.unit](raw, False)
    except (ValueError, TypeError, Problem, ZeroDivisionError):
        raise ValueError(EXPECTED[row.unit]) from None


def _text(raw: Any) -> str:
    return ("true" if raw else "false") if isinstance(raw, bool) else str(raw)


def _not_wanted(node: Node, wanted: tuple[Kind, ...]) -> tuple[Text, Text]:
    found, want = named(node.kind), named(wanted[0])
    fault = Text(f"此处应为{want.zh}，却是{found.zh}", f"{want.en} is wanted here, this is {found.en}")
    if node.kind.many and not wanted[0].many:
        return fault, Text(
            "列表请用 sum、max、any 等合为一个值", "make one value of a list with sum, max, any ..."
        )
    if node.op == "const" and node.kind == NUMBER:
        return fault, Text(
            "给数字带上单位，如 100万元、20%", "give the number its unit, such as 100万元 or 20%"
        )
    return fault, Text(f"请改为{want.zh}", f"make it {want.en}")


def _unknown_fact(name: str, facts: Mapping[str, Known]) -> tuple[Text, Text]:
    close = ", ".join(near(name, facts)) or "-"
    return Text(f"没有事实 {name}", f"no fact called {name}"), Text(
        f"是否想写：{close}？", f"did you mean {close}?"
    )


_BROKEN = Node("broken", BOOL, (), TRUE)
_TWICE = (
    Text("参数与读法同名", "a parameter and a reading have the same name"),
    Text("改一个名称", "rename one of them"),
)
_FACT_TOO = (
    Text("与词汇表中的事实同名", "the vocabulary has a fact of this name"),
    Text(
        "参数、读法、事实不得同名，请改名", "parameters, readings and facts have different names: rename it"
    ),
)
_ONE_OPERATION = (
    Text("每一步须恰有一种运算", "a step has exactly one operation"),
    Text("rate、minus、top_up、at_least、zero_below、cap、round 之一", "one of " + ", ".join(STEPS)),
)
_ONE_SHARE = (
    Text("每期须写 share、shares 或 rest 之一", "a stage has one of share, shares and rest"),
    Text("如 share: 50%", "such as share: 50%"),
)
_PERCENT = (
    Text("比例不能是 0、1 以外的整数", "a rate cannot be an integer other than 0 and 1"),
    Text("写成 20%，或用参数", "write 20%, or use a parameter"),
)
