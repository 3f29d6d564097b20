"""What a project still asks of the public purse, and how long it waited."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inlined
from escrow.compiled.outcomes.columns import C, N
from escrow.tape import Reason


@inlined
def move_pool(now: IntArray, change: int, day: int) -> None:
    """Money or quota of the pool; its lowest point is an evening's."""
    if day != now[N.POOL_CHANGED]:
        now[N.POOL_LOWEST_FEN] = min(now[N.POOL_LOWEST_FEN], now[N.POOL_FEN])
        now[N.POOL_CHANGED] = day
    now[N.POOL_FEN] += change


@inlined
def expect(now: IntArray, case: IntArray) -> None:
    """Count anew what cost shares must be expected on: released and not settled, and still to come."""
    expected = case[C.UNSETTLED_FEN]
    if case[C.RUNNING]:
        expected += max(0, case[C.AGREED_FEN] - case[C.RELEASED_FEN])
    now[N.EXPECTED_FEN] += expected - case[C.EXPECTED_FEN]
    case[C.EXPECTED_FEN] = expected


@inlined
def commit(now: IntArray, case: IntArray, budget: int, subsidy: int) -> None:
    """What is committed to the project from now on: pool budget and premium subsidy."""
    now[N.COMMITTED_FEN] += budget - case[C.BUDGET_FEN] + subsidy - case[C.SUBSIDY_FEN]
    case[C.BUDGET_FEN], case[C.SUBSIDY_FEN] = budget, subsidy


@inlined
def pay_off(now: IntArray, case: IntArray, amount: int) -> None:
    """Pool money paid or refused: that much less is committed."""
    commit(now, case, max(0, case[C.BUDGET_FEN] - amount), case[C.SUBSIDY_FEN])


@inlined
def release(now: IntArray, case: IntArray, amount: int) -> None:
    """Money that left the escrow for the platform."""
    case[C.RELEASED_FEN] += amount
    case[C.UNSETTLED_FEN] += amount
    case[C.YEARS + now[N.YEAR]] += amount
    expect(now, case)


@inlined
def settle(now: IntArray, case: IntArray, year: int) -> None:
    """A decided grant settles what was released up to the year in this place, whatever the audit left."""
    for place in range(year + 1):
        case[C.UNSETTLED_FEN] -= case[C.YEARS + place]
        case[C.YEARS + place] = 0
    expect(now, case)


@inlined
def settled_for_good(reason: int) -> bool:
    """Whether a refused cost share is decided; what only lacks money may still be paid."""
    return reason != Reason.BUDGET_SHORT and reason != Reason.NO_MONEY  # noqa: PLR1714 - compiled


@inlined
def approve(now: IntArray, case: IntArray) -> None:
    """A notice commits the pool budget and the premium subsidy, and lets cost shares be expected."""
    case[C.RUNNING] = 1
    commit(now, case, case[C.OWN_BUDGET_FEN], case[C.OWN_SUBSIDY_FEN])
    expect(now, case)


@inlined
def finish(now: IntArray, case: IntArray) -> None:
    """Completed or ended: no more pool money, no more instalments to come."""
    case[C.RUNNING] = 0
    commit(now, case, 0, case[C.SUBSIDY_FEN])
    expect(now, case)


@inlined
def stop(case: IntArray, clock: int, day: int) -> int:
    """Days since a clock of the project was started, 0 when it was not; it stands still now."""
    days = day - case[clock] if case[clock] else 0
    case[clock] = 0
    return days


@inlined
def queue(now: IntArray, case: IntArray, day: int) -> None:
    """The project waits for the pool from now on, if it did not already."""
    now[N.QUEUED] += case[C.QUEUED_ON] == 0
    case[C.QUEUED_ON] = case[C.QUEUED_ON] or day


@inlined
def leave(now: IntArray, case: IntArray, day: int) -> None:
    """The project waits no longer for the pool, if it did."""
    if case[C.QUEUED_ON]:
        days = day - case[C.QUEUED_ON]
        now[N.QUEUE_DAYS] += days
        now[N.QUEUE_DAYS_MAX] = max(now[N.QUEUE_DAYS_MAX], days)
        case[C.QUEUED_ON] = 0
