"""Outcomes of a finished tape, whichever engine wrote it, by the same reduction that the kernel uses."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import Block
from escrow.compiled.jit import jit
from escrow.compiled.outcomes.accumulate import accumulate
from escrow.compiled.outcomes.close import close
from escrow.compiled.outcomes.columns import G, N
from escrow.compiled.outcomes.fans import Fan
from escrow.compiled.outcomes.names import OUTCOMES, YEARLY
from escrow.compiled.outcomes.plan import Plan, fan_for
from escrow.compiled.outcomes.state import State, reset, state_for
from escrow.compiled.pack import pack_worlds
from escrow.processes.scheme import Setting
from escrow.tape import COLUMNS, Row


class Reduced(NamedTuple):
    """Outcomes by name, by year (years, Y), and the course as a fan of one replication."""

    values: dict[str, int]
    years: IntArray
    fan: Fan


def outcomes_of(tape: Sequence[Row], setting: Setting, plan: Plan) -> Reduced:
    """What the replication of a setting came to, from its tape."""
    block = pack_worlds([setting]).block
    state = state_for(plan, block.project.shape[1])
    values, years, fan = np.zeros(len(OUTCOMES), dtype=np.int64), years_for(plan), fan_for(plan)
    rows = np.array(tape, dtype=np.int64).reshape(-1, len(COLUMNS))
    reduce_rows(plan, state, block, 0, rows, len(rows), values, years, fan)
    return Reduced(dict(zip((each.name for each in OUTCOMES), values.tolist(), strict=True)), years, fan)


def years_for(plan: Plan) -> IntArray:
    """An empty table (years, Y)."""
    return np.zeros((int(plan.given[G.YEARS]), len(YEARLY)), dtype=np.int64)


@jit
def reduce_rows(
    plan: Plan,
    state: State,
    block: Block,
    r: int,
    tape: IntArray,
    rows: int,
    values: IntArray,
    years: IntArray,
    fan: Fan,
) -> None:
    """The outcomes of replication `r` of a block from the first `rows` rows of its tape."""
    reset(plan, state, block.project[r], block.stage[r], block.count[r])
    if rows and tape[0, 0] < state.now[N.POOL_CHANGED]:  # a policy may be older than the plan's first day
        state.now[N.POOL_CHANGED] = tape[0, 0]
    for i in range(rows):
        day, phase, kind, serial, stage = tape[i, 0], tape[i, 1], tape[i, 2], tape[i, 3], tape[i, 4]
        amount, a, b, c, d = tape[i, 5], tape[i, 6], tape[i, 7], tape[i, 8], tape[i, 9]
        accumulate(plan, state, day, phase, kind, serial, stage, amount, a, b, c, d)
    close(plan, state, values, years, fan)
