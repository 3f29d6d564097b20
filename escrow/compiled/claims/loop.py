"""One replication of claims: everything the book tells is put on the agenda, then day after day."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims import award, lapse, payment, year
from escrow.compiled.claims.agenda import at, take
from escrow.compiled.claims.codes import (
    EVENT_ARRIVED,
    EVENT_BUDGET_YEAR,
    EVENT_COMPLETE,
    EVENT_COUNTED,
    EVENT_DECIDED,
    EVENT_DUE,
    EVENT_FILED,
    EVENT_HORIZON_ENDS,
    EVENT_NEXT_YEAR,
    EVENT_PRORATE,
    EVENT_READY,
    EVENT_RECHECK,
    EVENT_REVENUE_SHORT,
    EVENT_REVIEWED,
    EVENT_YEAR_ENDS,
    PHASE_CLOSE,
    PHASE_DECISIONS,
    PHASE_FILINGS,
    PHASE_RECEIPTS,
)
from escrow.compiled.claims.layout import NEVER, NONE, C, K, M
from escrow.compiled.claims.tables import ARRIVAL, ARRIVALS, CLAIM, DUE, MARK, POLICY, YEAR_STARTS, ix, rows
from escrow.compiled.jit import jit

_filed, _complete, _reviewed, _decided = award.filed, award.complete, award.reviewed, award.decided
_publicised, _arrived, _due, _ready = payment.publicised, payment.arrived, payment.due, payment.ready
_counted, _pay, _recheck, _refund = payment.counted, payment.pay, lapse.recheck, lapse.refund
_begins, _shares, _ends_year = year.begins, year.shares, year.ends_year
_falls_short, _horizon_ends = year.falls_short, year.horizon_ends


@jit
def simulate(b: IntArray, d: IntArray) -> None:
    """The tape of a replication, row for row that of escrow.processes.fulfilment."""
    _plan(b, d)
    while True:
        order = take(b, d)
        if order == NONE or d[ix(d, MARK, 0, M.FAULT)]:
            return
        event, claim = d[ix(d, DUE, order, 0)], d[ix(d, DUE, order, 1)]
        if event < EVENT_FILED:
            _office(b, d, event)
        elif event < EVENT_ARRIVED:
            _judged(b, d, event, claim)
        else:
            _money(b, d, event, claim)


@jit
def _plan(b: IntArray, d: IntArray) -> None:
    """Years, a shortfall, applications and arrivals, in the order in which SimPy starts them."""
    first, serial = b[ix(b, POLICY, 0, K.FIRST_DAY)], rows(b, CLAIM)
    for place in range(b[ix(b, POLICY, 0, K.YEARS)]):
        day = max(first, b[ix(b, YEAR_STARTS, 0, place)])
        at(b, d, day, PHASE_DECISIONS, NONE, 0, EVENT_BUDGET_YEAR, NONE)
    if b[ix(b, POLICY, 0, K.SHORT_DAY)] != NEVER:
        at(b, d, b[ix(b, POLICY, 0, K.SHORT_DAY)], PHASE_DECISIONS, serial, 0, EVENT_REVENUE_SHORT, NONE)
    for claim in range(serial):
        at(b, d, b[ix(b, CLAIM, claim, C.APPLIED_DAY)], PHASE_FILINGS, claim, 0, EVENT_FILED, claim)
        for number in range(b[ix(b, ARRIVALS, 0, claim + 1)] - b[ix(b, ARRIVALS, 0, claim)]):
            day = b[ix(b, ARRIVAL, b[ix(b, ARRIVALS, 0, claim)] + number, 0)]
            at(b, d, day, PHASE_RECEIPTS, claim, min(number, 63), EVENT_ARRIVED, claim)
    last = year.LAST_OF_THE_DAY
    at(b, d, b[ix(b, POLICY, 0, K.LAST_DAY)], PHASE_CLOSE, serial, last, EVENT_HORIZON_ENDS, NONE)


@jit
def _office(b: IntArray, d: IntArray, event: int) -> None:
    if event == EVENT_BUDGET_YEAR:
        _begins(b, d)
    elif event == EVENT_PRORATE:
        _shares(b, d)
    elif event == EVENT_YEAR_ENDS:
        _ends_year(b, d)
    elif event == EVENT_REVENUE_SHORT:
        _falls_short(b, d)
    else:
        _horizon_ends(b, d)


@jit
def _judged(b: IntArray, d: IntArray, event: int, claim: int) -> None:
    if event == EVENT_FILED:
        _filed(b, d, claim)
    elif event == EVENT_COMPLETE:
        _complete(b, d, claim)
    elif event == EVENT_REVIEWED:
        _reviewed(b, d, claim)
    elif event == EVENT_DECIDED:
        _decided(b, d, claim)
    else:
        _publicised(b, d, claim)


@jit
def _money(b: IntArray, d: IntArray, event: int, claim: int) -> None:
    if event == EVENT_ARRIVED:
        _arrived(b, d, claim)
    elif event == EVENT_COUNTED:
        _counted(b, d, claim)
    elif event == EVENT_DUE:
        _due(b, d, claim)
    elif event == EVENT_READY:
        _ready(b, d, claim)
    elif event == EVENT_NEXT_YEAR:
        _pay(b, d, claim)
    elif event == EVENT_RECHECK:
        _recheck(b, d, claim)
    else:
        _refund(b, d, claim)
