"""Replications of a block, one after the other, in one call that holds no lock."""

from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import Block
from escrow.compiled.events import FULL
from escrow.compiled.jit import jit
from escrow.compiled.known import fitting
from escrow.compiled.loop import simulate
from escrow.compiled.outcomes.columns import G
from escrow.compiled.outcomes.fans import Fan
from escrow.compiled.outcomes.names import OUTCOMES
from escrow.compiled.outcomes.plan import Plan, fan_for
from escrow.compiled.outcomes.reduce import reduce_rows, years_for
from escrow.compiled.outcomes.state import State, state_for
from escrow.compiled.party import Parties
from escrow.compiled.places import T
from escrow.compiled.policy import Policy
from escrow.compiled.run import Run
from escrow.compiled.scratch import Scratch, scratch_for, shape_of

MOST_GROWTH = 64  # of buffers, before a replication is given up


class Results(NamedTuple):
    """What replications came to, in their order; a replication with an error has no outcomes."""

    error: IntArray  # (n,) 0, or a code of escrow.compiled.events
    rows: IntArray  # (n,) rows of the tape
    values: IntArray  # (n, O)
    years: IntArray  # (n, years, Y)
    fan: Fan


class Room:
    """Scratch arrays that one thread uses again for every block of the same shape."""

    def __init__(self) -> None:
        self._made: tuple[object, Scratch, State] | None = None

    def arrays(self, policy: Policy, block: Block, plan: Plan, size: int) -> tuple[Scratch, State]:
        """Arrays for a policy and a block; made only when they do not fit."""
        shape = shape_of(policy, block), plan.sizes.tolist(), int(plan.given[G.YEARS]), size
        if self._made is None or self._made[0] != shape:
            state = state_for(plan, block.project.shape[1])
            self._made = shape, scratch_for(policy, block, size), state
        return self._made[1], self._made[2]


def run_block(
    policy: Policy,
    block: Block,
    plan: Plan,
    lo: int,
    hi: int,
    room: Room | None = None,
    into: Results | None = None,
) -> Results:
    """The outcomes of replications `lo` to `hi` - 1 of a block; threads need rooms of their own.

    Results are the same whatever the block's size; one that cannot be run has an error and no outcomes.
    They are written `into` given arrays, whose fan they are added to.
    """
    policy = policy._replace(known=fitting(policy.known, block.stage.shape[2]))
    used, chosen, size = room or Room(), np.arange(lo, hi, dtype=np.int64), 1
    results = into or results_for(plan, hi - lo)
    scratch, state = used.arrays(policy, block, plan, size)
    replications(policy, block, scratch, plan, state, results, chosen, 1)
    while (short := np.flatnonzero(results.error == FULL)).size and size <= MOST_GROWTH:
        size *= 4
        again = results_for(plan, len(short))._replace(fan=results.fan)
        scratch, state = used.arrays(policy, block, plan, size)
        replications(policy, block, scratch, plan, state, again, chosen[short], 1)
        for all_of_them, these in zip(results[:-1], again[:-1], strict=True):
            all_of_them[short] = these
    return results


def results_for(plan: Plan, number: int) -> Results:
    """Empty results of a number of replications."""
    return Results(
        error=np.zeros(number, dtype=np.int64),
        rows=np.zeros(number, dtype=np.int64),
        values=np.zeros((number, len(OUTCOMES)), dtype=np.int64),
        years=np.zeros((number, *years_for(plan).shape), dtype=np.int64),
        fan=fan_for(plan),
    )


@jit
def replications(
    policy: Policy,
    block: Block,
    scratch: Scratch,
    plan: Plan,
    state: State,
    results: Results,
    chosen: IntArray,
    reducing: int,
) -> None:
    """Simulate the chosen replications of a block; the last one's rows stay on the scratch's tape."""
    known = policy.known
    s = Run(
        policy.term, policy.read, policy.short, policy.days, policy.working, policy.years, policy.audits,
        policy.audited, known.day, known.last, known.fact, known.told, known.claim, known.premium,
        known.outside, known.other,
        policy.settlement,
        block.project[0], block.stage[0], block.draw[0], 0,
        0, 0, policy.term[T.LAST_DAY], 0,
        scratch.case, scratch.purse, scratch.pot, 0, scratch.stop, scratch.debarred, 0, scratch.first_of,
        scratch.approvals, scratch.spent, scratch.subsidised, scratch.owed, scratch.offset, 0,
        scratch.books, scratch.carried, scratch.found, scratch.bearing, 0, scratch.audit_state,
        scratch.inputs, scratch.single, scratch.amounts, scratch.outcome, scratch.flow,
        scratch.node, 0, scratch.due, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0,
        scratch.tape, 0,
    )  # fmt: skip
    for k in range(len(chosen)):
        r = chosen[k]
        s.project, s.stage, s.draw = block.project[r], block.stage[r], block.draw[r]
        s.count = block.count[r]
        p = Parties(
            block.parties[r, 0], block.parties[r, 1], block.parties[r, 2],
            block.enterprise_name[r], block.platform_name[r], block.insurer_name[r],
            policy.held_enterprise, policy.held_platform, policy.held_insurer, policy.held,
            policy.stop_day, policy.quotas, policy.quoted,
            policy.debarments, policy.stops, policy.falsifications, policy.topups,
        )  # fmt: skip
        simulate(s, p)
        results.error[k], results.rows[k] = s.error, s.rows
        if reducing and s.error == 0:
            values, years = results.values[k], results.years[k]
            reduce_rows(plan, state, block, r, scratch.tape, s.rows, values, years, results.fan)
