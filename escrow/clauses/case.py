"""One case under one clause, in order: in force, when, amount, steps, stack, select, limits, pay."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from escrow.clauses.clause import Clause
from escrow.clauses.environment import Environment
from escrow.clauses.exact import EXACT, Undefined, Unequal, rounded
from escrow.clauses.guards import shortfall
from escrow.clauses.problems import MissingFact, TooLarge, UnequalLists
from escrow.clauses.program import pooled
from escrow.clauses.result import IN_FORCE, SELECTED, Evaluation, Failed, LimitTaken, Shortfall, Working
from escrow.clauses.split import split, stages_of
from ledger.check import LIMIT_FEN
from ledger.text import Text

_NOT_IN_FORCE = Text("当日在有效期内", "in force on that day")
_SCORES_ENOUGH = Text("评分达到最低分", "the score reaches the minimum")
_POOLS = {short: pooled(short, EXACT) for short in ("trim", "reject", "prorate", "defer")}


def evaluate(
    clause: Clause,
    facts: Mapping[str, Any],
    day: int,
    readings: Mapping[str, str] | None = None,
    parameters: Mapping[str, Any] | None = None,
) -> Evaluation:
    """The case under the clause on `day` (an ordinal); the given readings and parameters are already read."""
    env = Environment(clause, facts, day, readings, parameters)
    try:
        return _Case(clause, env, day).evaluation()
    except Unequal as lists:
        lengths = " / ".join(str(each) for each in lists.args)
        raise UnequalLists(clause=clause.id, lengths=lengths) from None


class _Case:
    __slots__ = ("clause", "day", "env", "failed", "limits", "money", "program", "score", "workings")

    def __init__(self, clause: Clause, env: Environment, day: int) -> None:
        self.clause, self.env, self.day = clause, env, day
        self.program = clause.program
        self.money = clause.row.yields == "money"
        self.workings: list[Working] = []
        self.failed: list[Failed] = []
        self.limits: tuple[LimitTaken, ...] = ()
        self.score: Any = None

    def evaluation(self) -> Evaluation:
        clause, env = self.clause, self.env
        first, last = clause.term
        in_force = first <= self.day <= last
        if not in_force:
            self.failed.append(Failed(IN_FORCE, "in_force", _NOT_IN_FORCE))
        self.guards()
        value, would_be = self.value()
        env["passed"] = not self.failed
        outcome, shown = self.outcome()
        amount = value if self.money and self.program.amount is not None else None
        stages, payers = self.pay(amount)
        return Evaluation(
            clause,
            self.day,
            amount,
            value,
            outcome,
            shown,
            tuple(self.workings),
            tuple(self.failed),
            tuple(env.assumed),
            env.chosen(),
            env.taken(),
            stages,
            payers,
            self.limits,
            in_force,
            env.hypothetical,
            self.score,
            would_be,
            env,
        )

    def guards(self) -> None:
        """Every condition, so that all that fail are named; an unstated fact matters only if none fails."""
        unknown: MissingFact | None = None
        env = self.env
        for index, test in enumerate(self.program.when):
            try:
                holds = test(env)
            except MissingFact as missing:
                unknown = unknown or missing
                continue
            except Undefined:
                holds = False
            self.workings.append(Working("when", index, None, None, holds))
            if not holds:
                row = self.clause.row.when[index]
                tree = self.clause.trees.when[index]
                self.failed.append(Failed(index, str(row.test), row.why, shortfall(tree, env)))
        if unknown is not None and not self.failed:
            raise unknown

    def value(self) -> tuple[Any, Any]:
        """The value, and what it would have been had no condition failed."""
        if self.program.amount is None:
            return None, None
        if not self.failed:
            value = self.computed()
            return (0, value) if self.failed else (value, None)
        zero: Any = 0 if self.clause.row.yields != "date" else None
        try:
            return zero, self.computed()
        except (MissingFact, TooLarge, Unequal):
            return zero, None

    def computed(self) -> Any:
        """Amount, steps, stack, selection and limits, rounded once at the end."""
        try:
            value = self.amount()
            value = self.steps(value)
            value = self.pools(self.selected(self.stacked(value)))
        except Undefined:
            self.workings.append(Working("undefined", 0, None, None, 0))
            return 0
        return self.whole(value)

    def amount(self) -> Any:
        value = self.program.amount(self.env)  # type: ignore[misc]
        if self.money:
            value = self.checked(value, "amount") if value > 0 else 0
        env = self.env
        met = tuple([(name, env[name]) for name in self.clause.amount_names if name in env])
        self.workings.append(Working("amount", 0, None, met, value))
        return value

    def checked(self, value: Any, step: str) -> Any:
        if value > LIMIT_FEN:
            raise TooLarge(clause=self.clause.id, step=step)
        return value

    def steps(self, value: Any) -> Any:
        env, add, money = self.env, self.workings.append, self.money
        for index, (code, operand, apply, test) in enumerate(self.program.steps):
            if test is not None and not self.holds(test):
                add(Working("skipped", index, value, None, value))
                continue
            other = operand(env)
            after = apply(value, other)
            if money and after > LIMIT_FEN:
                raise TooLarge(clause=self.clause.id, step=f"steps[{index}] {code}")
            add(Working(code, index, value, other, after))
            value = after
        return value

    def holds(self, test: Any) -> bool:
        try:
            return bool(test(self.env))
        except Undefined:
            return False

    def stacked(self, value: Any) -> Any:
        """The total cap of the clause's group; which award of the group is paid is `stacked()`'s matter."""
        if self.program.total_cap is None:
            return value
        cap = self.program.total_cap(self.env)
        after = min(value, cap)
        self.workings.append(Working("total_cap", 0, value, cap, after))
        return after

    def selected(self, value: Any) -> Any:
        """The score against the minimum, when the case states scores; places are `selected()`'s matter."""
        program = self.program
        if program.score is None or not self.states_scores():
            return value
        self.score = program.score(self.env)
        minimum = program.minimum(self.env) if program.minimum is not None else None
        self.workings.append(Working("score", 0, None, minimum, self.score))
        if minimum is not None and self.score < minimum:
            missing = Shortfall("number", minimum - self.score)
            self.failed.append(Failed(SELECTED, "select", _SCORES_ENOUGH, missing))
        return value

    def states_scores(self) -> bool:
        select = self.clause.row.select
        return all(self.env.stated(name) for name in (select.score if select else ()))

    def pools(self, value: Any) -> Any:
        taken = []
        for index, (row, limit) in enumerate(zip(self.clause.row.limits, self.program.limits, strict=True)):
            cap, used = limit.cap(self.env), limit.used(self.env)
            taken.append(LimitTaken(row.pool, row.per, row.at, row.short, cap, used))
            after = _POOLS[row.short](value, cap, used)
            self.workings.append(Working("limit", index, value, (cap, used), after))
            value = after
        self.limits = tuple(taken)
        return value

    def whole(self, value: Any) -> Any:
        """Money rounded to the fen once, half up; other values as they are."""
        if not self.money:
            return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value
        if type(value) is int:
            return value
        after = rounded(value, 1, "half_up")
        if after != value:
            self.workings.append(Working("fen", 0, value, None, after))
        return after

    def outcome(self) -> tuple[str | None, tuple[tuple[str, Any], ...]]:
        for row, outcome in zip(self.clause.row.outcomes, self.program.outcomes, strict=True):
            if outcome.when is None or self.holds(outcome.when):
                return row.code, tuple((name, run(self.env)) for name, run in outcome.show)
        return None, ()

    def pay(self, amount: int | None) -> tuple[tuple[tuple[str, int, int], ...], tuple[tuple[str, int], ...]]:
        row, env = self.clause.row.pay, self.env
        shares = {name: run(env) for name, run in self.program.payers.items()}
        if not shares and self.clause.row.pays == "cash":
            shares = {"district": 1}  # who pays when the text names nobody
        if amount is None or not shares:
            return (), ()
        payers = split(amount, shares, row.odd_to if row else None)
        if not self.program.stages or not amount:
            return (), payers
        return stages_of(amount, self.stages()), payers

    def stages(self) -> list[tuple[str, int, Any]]:
        """(event, years later, share) of each stage; None as share stands for the rest."""
        env, found = self.env, []
        rows = self.clause.row.pay.stages  # type: ignore[union-attr]
        for row, stage in zip(rows, self.program.stages, strict=True):
            years = int(stage.after_years(env))
            shares = stage.shares(env) if stage.shares else (stage.share(env) if stage.share else None,)
            found += [(row.event, years, share) for share in shares]
        return found
