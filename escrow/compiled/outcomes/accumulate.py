"""One row of the tape added to the state: the reduction's inner loop, called by both engines."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.amounts import share
from escrow.compiled.jit import inlined, jit
from escrow.compiled.outcomes.actions import act
from escrow.compiled.outcomes.columns import Act, G, K, N, T
from escrow.compiled.outcomes.names import F
from escrow.compiled.outcomes.plan import Plan
from escrow.compiled.outcomes.state import State

_NEVER = 2**62


@inlined
def accumulate(
    plan: Plan,
    state: State,
    day: int,
    phase: int,
    kind: int,
    serial: int,
    stage: int,
    amount: int,
    a: int,
    b: int,
    c: int,
    d: int,
) -> None:
    """Take a row (escrow.tape); rows must come in the order of the tape."""
    now = state.now
    if day > now[N.TICK_DAY]:
        look(plan, state, day)
    kinds, line = plan.kinds, 4 * kind
    line += a & kinds[line, K.PICKED_BY]
    state.sums[now[N.YEAR], kinds[line, K.SLOT]] += amount * kinds[line, K.FEN] + kinds[line, K.ONE]
    now[N.ESCROW_FEN] += amount * kinds[line, K.ESCROW]
    now[N.PUBLIC_FEN] += amount * kinds[line, K.PUBLIC]
    action = kinds[line, K.ACTION]
    if action != Act.NOTHING:
        act(plan, state, line, action, day, serial, amount, a, b, c, d)


@jit
def look(plan: Plan, state: State, day: int) -> None:
    """Look at every evening before `day` that the plan names."""
    now, ticks = state.now, plan.ticks
    at = now[N.TICK]
    while at < len(ticks) and ticks[at, T.DAY] < day:
        exposed = _exposure(plan, now)
        if ticks[at, T.QUARTER]:
            now[N.PEAK_FEN] = max(now[N.PEAK_FEN], exposed)
            state.sums[now[N.YEAR], plan.given[G.EXPOSURE_SLOT]] = exposed
        point = ticks[at, T.POINT]
        if point >= 0:
            state.course[point, F.POOL_FEN] = now[N.POOL_FEN]
            state.course[point, F.ESCROW_FEN] = now[N.ESCROW_FEN]
            state.course[point, F.PUBLIC_NET_FEN] = now[N.PUBLIC_FEN]
            state.course[point, F.EXPOSURE_FEN] = exposed
        now[N.YEAR] += ticks[at, T.YEAR_ENDS]
        at += 1
    now[N.TICK] = at
    now[N.TICK_DAY] = ticks[at, T.DAY] if at < len(ticks) else _NEVER


@jit
def _exposure(plan: Plan, now: IntArray) -> int:
    given = plan.given
    expected = share(now[N.EXPECTED_FEN], given[G.SHARE_NUM], given[G.SHARE_DEN], 0)
    return int(now[N.PUBLIC_FEN] + now[N.COMMITTED_FEN] + expected)
