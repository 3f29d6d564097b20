"""A block of cases that state the same facts: the order and operations of `case`, on whole arrays.

What all rows have in common stays one value (a condition, a guard, a day), so that nothing is
computed for a million rows that is the same in each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np

from escrow.clauses import case, listing
from escrow.clauses import quotient as q
from escrow.clauses.clause import Clause
from escrow.clauses.column import Column
from escrow.clauses.exact import Undefined, Unequal
from escrow.clauses.facts import ReadFacts
from escrow.clauses.items import merge
from escrow.clauses.names import ColumnNames, literal
from escrow.clauses.problems import MissingFact, TooLarge
from escrow.clauses.program import pooled
from escrow.clauses.quotient import Quotient, constant
from escrow.clauses.result import IN_FORCE, SELECTED
from escrow.clauses.vector import VECTOR
from ledger.check import LIMIT_FEN

PASSED = -1
Array = Any
_POOLS = {short: pooled(short, VECTOR) for short in ("trim", "reject", "prorate", "defer")}


@dataclass(frozen=True, slots=True)
class ColumnResult:
    """One row a case. `failed` is the first failing guard, PASSED, IN_FORCE or SELECTED; `outcome` a place
    in `outcomes` or -1; a value that is no money is `value_num / value_den`."""

    clause: Clause
    amount_fen: Array | None
    value_num: Array | None
    value_den: Array | None
    failed: Array
    outcome: Array
    outcomes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.failed)


def blank(clause: Clause, rows: int) -> ColumnResult:
    has = clause.row.amount is not None
    money = has and clause.row.yields == "money"
    return ColumnResult(
        clause,
        np.zeros(rows, dtype=np.int64) if money else None,
        np.zeros(rows, dtype=np.int64) if has and not money else None,
        np.ones(rows, dtype=np.int64) if has and not money else None,
        np.zeros(rows, dtype=np.int16),
        np.full(rows, -1, dtype=np.int16),
        tuple(each.code for each in clause.row.outcomes),
    )


class Block:
    """The cases of one block; `shared`: their pools are served afterwards, over all rows."""

    def __init__(
        self,
        clause: Clause,
        columns: Mapping[str, Column],
        rows: int,
        days: int | Array,
        readings: Mapping[str, str] | None,
        parameters: Mapping[str, Any] | None,
        shared: bool = False,
    ) -> None:
        self.clause, self.columns, self.rows, self.days = clause, columns, rows, days
        self.readings, self.parameters, self.shared = readings, parameters, shared
        self.program = clause.vector_program
        self.money = clause.row.yields == "money"

    def result(self) -> ColumnResult:
        """All rows at once, or row by row where a fact is missing that some rows may do without."""
        try:
            return self.vector()
        except (MissingFact, Unequal, Undefined):
            return self.row_by_row()

    def row_by_row(self) -> ColumnResult:
        found = blank(self.clause, self.rows)
        for row, day in enumerate(np.broadcast_to(self.days, self.rows).tolist()):
            facts = ReadFacts({name: c.at(row, self.clause.facts[name]) for name, c in self.columns.items()})
            one = case.evaluate(self.clause, facts, day, self.readings, self.parameters)
            found.failed[row] = one.failed[0].index if one.failed else PASSED
            found.outcome[row] = -1 if one.outcome is None else found.outcomes.index(one.outcome)
            if found.amount_fen is not None:
                found.amount_fen[row] = one.amount_fen
            elif found.value_num is not None and found.value_den is not None:
                value = one.value or 0
                found.value_num[row], found.value_den[row] = value.numerator, value.denominator
        return found

    def vector(self) -> ColumnResult:
        env = self.environment()
        failed = self.guards(env)
        value = None if self.program.amount is None else self.value(env, failed)
        failed = self.selected(env, failed)
        env["passed"] = np.equal(failed, PASSED)
        codes = tuple(each.code for each in self.clause.row.outcomes)
        outcome = self.coded(self.outcome(env))
        return ColumnResult(self.clause, *self.kept(value, failed), self.coded(failed), outcome, codes)

    def coded(self, code: Any) -> Array:
        """A code of two bytes for each row."""
        return code.astype(np.int16) if np.ndim(code) else np.broadcast_to(np.int16(code), self.rows)

    def environment(self) -> ColumnNames:
        """The names of the block."""
        day = self.days if isinstance(self.days, int) else int(self.days[0]) if self.rows else 1
        taken = {**self.clause.defaults(day), **(self.readings or {}), **(self.parameters or {})}
        env = ColumnNames(self.clause, self.program, self.columns, {k: literal(v) for k, v in taken.items()})
        env["on"] = constant(self.days) if isinstance(self.days, int) else q.column(self.days)
        return env

    def guards(self, env: ColumnNames) -> Any:
        """The first guard that fails, row by row, or one number for all rows."""
        first, last = self.clause.term
        failed: Any = PASSED
        failed = _first(
            failed, np.logical_and(np.less_equal(first, self.days), np.less_equal(self.days, last)), IN_FORCE
        )
        for index, test in enumerate(self.program.when):
            failed = _first(failed, test(env), index)
        return failed

    def value(self, env: ColumnNames, failed: Any) -> Any:
        value, passed = self.program.amount(env), np.equal(failed, PASSED)  # type: ignore[misc]
        if self.money:
            value = self.checked(q.higher(value, constant(0)), passed, "amount")
        for index, step in enumerate(self.program.steps):
            other = step.operand(env)
            after = undefined_with(step.apply(value, other), value, other)
            value = after if step.test is None else merge(step.test(env), after, value)
            if self.money:
                value = self.checked(value, passed, f"steps[{index}] {step.code}")
        if self.program.total_cap is not None:
            value = q.lower(value, self.program.total_cap(env))
        if not self.shared:
            for row, limit in zip(self.clause.row.limits, self.program.limits, strict=True):
                cap, used = limit.cap(env), limit.used(env)
                value = undefined_with(_POOLS[row.short](value, cap, used), value, cap, used)
        return value

    def checked(self, value: Quotient, passed: Array, step: str) -> Quotient:
        least = value.den if isinstance(value.den, int) else 1
        if value.high <= LIMIT_FEN * least:
            return value
        over = np.logical_and(passed, q.compare(np.greater, value, constant(LIMIT_FEN)))
        if np.any(over):
            raise TooLarge(clause=self.clause.id, step=step)
        return value

    def selected(self, env: ColumnNames, failed: Any) -> Any:
        select, program = self.clause.row.select, self.program
        if select is None or program.score is None or program.minimum is None or program.amount is None:
            return failed
        if any(name not in self.columns for name in select.score):
            return failed
        return _first(failed, q.compare(np.greater_equal, program.score(env), program.minimum(env)), SELECTED)

    def kept(self, value: Any, failed: Any) -> tuple[Array | None, Array | None, Array | None]:
        """Amounts in fen, or numerators and denominators; 0 where a guard fails or nothing is defined."""
        if value is None:
            return None, None, None
        good = np.equal(failed, PASSED)
        good = good if value.ok is None else good & value.ok
        if not self.money:
            return None, self.where(good, value.num, 0), self.where(good, value.den, 1)
        whole = q.rounded(value, constant(1), "half_up", own=self.fresh(value.num))
        return self.where(good, whole.num, 0), None, None

    def where(self, good: Any, value: Any, otherwise: int) -> Array:
        """`value` in the good rows, as an array of its own."""
        if np.ndim(good):
            return np.where(good, value, otherwise).astype(np.int64, copy=False)
        if not good or np.ndim(value) == 0:
            return np.full(self.rows, value if good else otherwise, dtype=np.int64)
        return value.astype(np.int64, copy=not self.fresh(value))

    def fresh(self, value: Any) -> bool:
        """Whether an array was made here, and is not what the columns came in with."""
        held = (part for each in self.columns.values() for part in (each.values, each.den))
        return not any(np.may_share_memory(value, part) for part in held if isinstance(part, np.ndarray))

    def outcome(self, env: ColumnNames) -> Any:
        result: Any = -1
        free: Any = np.True_
        for index, each in enumerate(self.program.outcomes):
            holds = np.True_ if each.when is None else each.when(env)
            result = np.where(np.logical_and(free, holds), index, result)
            free = np.logical_and(free, np.logical_not(holds))
            if not np.any(free):
                break
        return result


def undefined_with(result: Quotient, *parts: Quotient) -> Quotient:
    """The result of a step, undefined wherever one of its parts is: a choice would give it a value there."""
    ok = reduce(q.joined, (part.ok for part in parts))
    return result if ok is None else listing.defined(result, ok)


def _first(failed: Any, holds: Any, index: int) -> Any:
    """`failed` with `index` in the rows that passed so far and fail this test."""
    if np.ndim(holds) == 0:
        if holds:
            return failed
        return (
            index
            if np.ndim(failed) == 0 and failed == PASSED
            else np.where(np.equal(failed, PASSED), index, failed)
        )
    return np.where(np.logical_and(np.equal(failed, PASSED), np.logical_not(holds)), index, failed)
