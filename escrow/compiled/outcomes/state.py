"""The state of a reduction: scratch arrays of one replication, used again for the next."""

from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.amounts import share
from escrow.compiled.columns import NONE, P, S
from escrow.compiled.jit import inlined, jit
from escrow.compiled.outcomes.columns import C, G, N, T
from escrow.compiled.outcomes.names import F
from escrow.compiled.outcomes.plan import Plan

_DOWN, _UP = 0, 1  # escrow.arithmetic.FEN_DOWN, FEN_UP


class State(NamedTuple):
    """What is known after the rows so far; one for each thread."""

    now: IntArray  # (N,)
    sums: IntArray  # (years, slots)
    cases: IntArray  # (projects, C and a column a year)
    course: IntArray  # (points of the fans, F)


def state_for(plan: Plan, projects: int) -> State:
    """Scratch arrays for replications of at most `projects` projects."""
    years = int(plan.given[G.YEARS])
    return State(
        now=np.zeros(len(N), dtype=np.int64),
        sums=np.zeros((years, int(plan.sizes[0])), dtype=np.int64),
        cases=np.zeros((max(1, projects), C.YEARS + 2 * years), dtype=np.int64),
        course=np.zeros((int(plan.sizes[1]), len(F)), dtype=np.int64),
    )


@jit
def reset(plan: Plan, state: State, project: IntArray, stage: IntArray, count: int) -> None:
    """Begin a replication: `project` and `stage` are its planes of a Block, `count` its projects."""
    given, now = plan.given, state.now
    now[:] = 0
    state.sums[:] = 0
    state.cases[:count] = 0
    now[N.YEAR] = given[G.START_YEAR]
    now[N.TICK_DAY] = plan.ticks[0, T.DAY]
    now[N.POOL_FEN] = given[G.POOL_OPENING_FEN]
    now[N.POOL_LOWEST_FEN] = np.iinfo(np.int64).max
    now[N.POOL_CHANGED] = given[G.FIRST_DAY]
    now[N.PROJECTS] = count
    for serial in range(count):
        _open(plan, state.cases[serial], project[serial], stage[serial])


@inlined
def _open(plan: Plan, case: IntArray, project: IntArray, stage: IntArray) -> None:
    given = plan.given
    agreed = 0
    for k in range(project[P.STAGES]):
        agreed += stage[k, S.INSTALMENT_FEN]
    case[C.AGREED_FEN] = agreed
    budget = project[P.POOL_BUDGET_FEN]
    if budget == NONE:
        budget = stage[0, S.INSTALMENT_FEN]
        if given[G.BUDGET_NUM] != given[G.BUDGET_DEN]:  # the usual whole needs no division
            budget = share(budget, given[G.BUDGET_NUM], given[G.BUDGET_DEN], _UP)
    case[C.OWN_BUDGET_FEN] = budget
    if project[P.INSURER] != NONE:
        subsidy = share(project[P.PREMIUM_FEN], given[G.SUBSIDY_NUM], given[G.SUBSIDY_DEN], _DOWN)
        cap = given[G.SUBSIDY_CAP_FEN]
        case[C.OWN_SUBSIDY_FEN] = subsidy if cap == NONE or subsidy < cap else cap
