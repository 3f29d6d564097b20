"""A column of cases under one clause.

Rows that state different facts, or fall under different dated parameters, are evaluated block by
block; a block that lacks a fact is decided row by row, since a row may do without it.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from escrow.clauses import pools
from escrow.clauses import quotient as q
from escrow.clauses.block import PASSED, Block, ColumnResult, blank
from escrow.clauses.clause import Clause
from escrow.clauses.column import Column, Stated
from escrow.clauses.names import ColumnNames
from escrow.clauses.problems import UnequalColumns
from escrow.clauses.quotient import Quotient

Array = Any
__all__ = ["PASSED", "ColumnResult", "evaluate_columns", "rows_of"]


def evaluate_columns(
    clause: Clause,
    columns: Mapping[str, Stated],
    rows: int,
    days: int | Array,
    readings: Mapping[str, str] | None = None,
    parameters: Mapping[str, Any] | None = None,
    groups: Mapping[str, Array] | None = None,
) -> ColumnResult:
    """The cases under the clause, row by row the same as `case.evaluate`.

    `days` is one ordinal or one for each row. With `groups` (what `per` names -> a code for each row)
    the rows share the clause's pools in their order; `CrossingPools` when those do not nest.
    """
    columns = {name: each for name, each in columns.items() if name in clause.facts_used}
    used = {name: _on_days(each, rows, days) for name, each in columns.items()}
    wrong = {name for name, column in used.items() if len(column) != rows}
    if wrong:
        raise UnequalColumns(names=", ".join(sorted(wrong)), rows=rows)
    shared = bool(groups) and bool(clause.row.limits)
    blocks = _blocks(clause, used, days)
    if blocks is None:
        result = Block(clause, used, rows, days, readings, parameters, shared).result()
    else:
        result = blank(clause, rows)
        for where in blocks:
            part = {
                n: c.rows(where) for n, c in used.items() if c.given is None or bool(c.given[where].all())
            }
            on = days if isinstance(days, int) else days[where]
            _fill(result, where, Block(clause, part, len(where), on, readings, parameters, shared).result())
    if groups and shared and result.amount_fen is not None:
        env = Block(clause, used, rows, days, readings, parameters).environment()
        result.amount_fen[:] = _shared(clause, result.amount_fen, env, groups)
    return result


def _on_days(stated: Stated, rows: int, days: int | Array) -> Column:
    """The column; of dated values those in force on the days, and nothing before the first."""
    if isinstance(stated, Column):
        return stated
    step = np.searchsorted(np.array([each.since for each in stated.steps]), days, side="right") - 1
    place = np.broadcast_to(step, (rows,))
    values = [Fraction(each.value) for each in stated.steps]
    nums, dens = (np.array([getattr(each, part) for each in values]) for part in ("numerator", "denominator"))
    return Column(nums[place], dens[place], given=None if (place >= 0).all() else place >= 0)


def rows_of(on: Any, columns: Mapping[str, Stated]) -> tuple[int, int | Array]:
    """How many rows there are, and the day or days as ordinals."""
    if isinstance(on, np.ndarray):
        return len(on), on.astype(np.int64, copy=False)
    day = on if isinstance(on, int) else on.toordinal()
    return max((len(each) for each in columns.values() if isinstance(each, Column)), default=1), day


def _fill(into: ColumnResult, where: Array, part: ColumnResult) -> None:
    for name in ("amount_fen", "value_num", "value_den", "failed", "outcome"):
        target = getattr(into, name)
        if target is not None:
            target[where] = getattr(part, name)


def _blocks(clause: Clause, columns: Mapping[str, Column], days: int | Array) -> list[Array] | None:
    """Rows that state the same facts and meet the same dated parameters; None when all rows do."""
    keys = [column.given.astype(np.int64) for column in columns.values() if column.given is not None]
    breaks = sorted({dated.from_day for each in clause.parameters.values() for dated in each.values[1:]})
    if breaks and not isinstance(days, int):
        keys.append(np.searchsorted(np.array(breaks), days, side="right"))
    if not keys:
        return None
    _, block = np.unique(np.stack(keys, axis=1), axis=0, return_inverse=True)
    block = block.reshape(-1)
    return [np.flatnonzero(block == each) for each in range(int(block.max(initial=-1)) + 1)]


def _shared(clause: Clause, amounts: Array, env: ColumnNames, groups: Mapping[str, Array]) -> Array:
    """The awards after the clause's pools, which the rows share in their order."""
    shares = [
        pools.SharedPool(
            row.pool,
            pools.keys(groups, row.per),
            _whole(limit.cap(env), len(amounts)),
            _whole(limit.used(env), len(amounts)),
            row.short,
        )
        for row, limit in zip(clause.row.limits, clause.vector_program.limits, strict=True)
    ]
    return pools.limited_columns(amounts, shares)


def _whole(value: Quotient, rows: int) -> Array:
    return np.broadcast_to(np.asarray(q.floor(value).num, dtype=np.int64), (rows,))
