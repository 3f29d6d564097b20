"""The end of a replication: sums become outcomes, the course of the series goes into the fans."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE
from escrow.compiled.jit import inlined, jit
from escrow.compiled.outcomes.accumulate import look
from escrow.compiled.outcomes.cases import leave
from escrow.compiled.outcomes.columns import C, G, Mark, N, W
from escrow.compiled.outcomes.fans import Fan
from escrow.compiled.outcomes.names import O
from escrow.compiled.outcomes.plan import Plan
from escrow.compiled.outcomes.state import State


@jit
def close(plan: Plan, state: State, values: IntArray, years: IntArray, fan: Fan) -> None:
    """Write a replication's outcomes (O,), its years (years, Y), and add its course to the fan."""
    now, last_day = state.now, plan.given[G.LAST_DAY]
    look(plan, state, last_day + 1)
    values[:] = 0
    years[:] = 0
    _add_up(plan, state, values, years)
    for serial in range(now[N.PROJECTS]):
        leave(now, state.cases[serial], last_day)
        _count(values, state.cases[serial, C.MARKS])
    _tell(now, values)
    _spread(plan, state.course, fan)


@inlined
def _add_up(plan: Plan, state: State, values: IntArray, years: IntArray) -> None:
    wires, sums = plan.wires, state.sums
    for i in range(len(wires)):
        slot, sign = wires[i, W.SLOT], wires[i, W.SIGN]
        outcome, yearly = wires[i, W.OUTCOME], wires[i, W.YEARLY]
        for year in range(len(sums)):
            amount = sign * sums[year, slot]
            if outcome != NONE:
                values[outcome] += amount
            if yearly != NONE:
                years[year, yearly] += amount


@inlined
def _count(values: IntArray, marks: int) -> None:
    values[O.FILED] += (marks & Mark.FILED) != 0
    values[O.REFUSED] += (marks & Mark.REFUSED) != 0
    values[O.APPROVED] += (marks & Mark.APPROVED) != 0
    values[O.FUNDED] += (marks & Mark.FUNDED) != 0
    values[O.COMPLETED] += (marks & Mark.COMPLETED) != 0
    values[O.ENDED] += (marks & Mark.APPROVED) != 0 and (marks & Mark.ENDED) != 0


@inlined
def _tell(now: IntArray, values: IntArray) -> None:
    """Outcomes that the state holds as they are, and sums of outcomes."""
    values[O.POOL_QUEUED] = now[N.QUEUED]
    values[O.POOL_DEPLETED] = now[N.DEPLETED_ON] != 0
    values[O.POOL_DEPLETED_ON] = now[N.DEPLETED_ON]
    values[O.POOL_LOWEST_FEN] = min(now[N.POOL_LOWEST_FEN], now[N.POOL_FEN])
    values[O.POOL_END_FEN] = now[N.POOL_FEN]
    values[O.QUEUE_DAYS] = now[N.QUEUE_DAYS]
    values[O.QUEUE_DAYS_MAX] = now[N.QUEUE_DAYS_MAX]
    values[O.FIRST_MONEY_DAYS] = now[N.FIRST_MONEY_DAYS]
    values[O.FIRST_MONEY_COUNT] = now[N.FIRST_MONEY_COUNT]
    values[O.COST_SHARE_CAP_HITS] = now[N.SHARE_HITS]
    values[O.COST_SHARE_CAP_CUT_FEN] = now[N.SHARE_CUT_FEN]
    values[O.PREMIUM_CAP_HITS] = now[N.PREMIUM_HITS]
    values[O.PREMIUM_CAP_CUT_FEN] = now[N.PREMIUM_CUT_FEN]
    values[O.BUDGET_SHORT_HITS] = now[N.SHORT_HITS]
    values[O.BUDGET_SHORT_CUT_FEN] = now[N.SHORT_CUT_FEN]
    hits = now[N.POOL_HITS] + now[N.SHARE_HITS] + now[N.PREMIUM_HITS] + now[N.SHORT_HITS]
    cuts = now[N.POOL_CUT_FEN] + now[N.SHARE_CUT_FEN] + now[N.PREMIUM_CUT_FEN] + now[N.SHORT_CUT_FEN]
    values[O.CAP_HITS], values[O.CAP_CUT_FEN] = hits, cuts
    outlay = values[O.POOL_ADVANCE_FEN] + values[O.PREMIUM_SUBSIDY_FEN] + values[O.COST_SHARE_FEN]
    outlay += values[O.GUARANTEE_FEN] + values[O.FEES_FEN]
    values[O.PUBLIC_OUTLAY_FEN] = outlay
    values[O.PUBLIC_NET_FEN] = outlay - values[O.PUBLIC_RETURNED_FEN]
    values[O.LATE_PAYMENT_DAYS] = now[N.LATE_DAYS]
    values[O.GRANT_DAYS] = now[N.GRANT_DAYS]
    values[O.GRANT_COUNT] = now[N.GRANT_COUNT]
    values[O.EXPOSURE_PEAK_FEN] = now[N.PEAK_FEN]


@inlined
def _spread(plan: Plan, course: IntArray, fan: Fan) -> None:
    """One more replication in the bins of every day looked at."""
    last = plan.sizes[2] - 1
    for series in range(course.shape[1]):
        low, width = plan.bins[series, 0], plan.bins[series, 1]
        for point in range(len(course)):
            value = course[point, series]
            place = 0 if value < low else min(1 + (value - low) // width, last)
            fan.counts[series, point, place] += 1
            fan.least[series, point] = min(fan.least[series, point], value)
            fan.most[series, point] = max(fan.most[series, point], value)
