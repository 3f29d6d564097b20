"""The office's year: appropriation, who waited, sharing out, what lapses; a shortfall; the last day."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims.agenda import at, note, year
from escrow.compiled.claims.amounts import charge, divided, fitting, share_out
from escrow.compiled.claims.award import awarded
from escrow.compiled.claims.codes import (
    EVENT_PRORATE,
    EVENT_YEAR_ENDS,
    KIND_BUDGET_CUT,
    KIND_CARRIED,
    KIND_COMMITTED_UNPAID,
    KIND_HORIZON_ENDED,
    KIND_LAPSED,
    PHASE_CLOSE,
    PHASE_DECISIONS,
    REASON_REVENUE_SHORT,
)
from escrow.compiled.claims.envelopes import (
    APPROPRIATED,
    CARRIED,
    FREE,
    appropriate,
    binds,
    grant,
    put_off,
    room,
)
from escrow.compiled.claims.lapse import owed, reduce
from escrow.compiled.claims.layout import NONE, C, K, M, S, Short
from escrow.compiled.claims.tables import (
    CASE,
    CHARGED,
    CLAIM,
    ENVELOPE,
    ENVELOPE_CUT,
    ENVELOPE_FEN,
    FUND,
    HELD,
    INNER_FIRST,
    MARK,
    PART,
    POLICY,
    SCRATCH,
    SERVED,
    WAITING,
    WEIGHT,
    WHO,
    YEAR_STARTS,
    ix,
    ix3,
    rows,
)
from escrow.compiled.jit import jit

LAST_OF_THE_DAY = 63


@jit
def begins(b: IntArray, d: IntArray) -> None:
    """The first day of a year: what is appropriated may be used; its last day is put on the agenda."""
    place = year(b, d)
    for number in range(rows(b, ENVELOPE)):
        if b[ix(b, ENVELOPE_FEN, number, place)]:
            appropriate(b, d, number, place, b[ix(b, ENVELOPE_FEN, number, place)], 0)
    if b[ix(b, POLICY, 0, K.BUDGET_SHORT)] == Short.DEFER:
        _serve(b, d)
    end, serial = b[ix(b, YEAR_STARTS, 0, place + 1)] - 1, rows(b, CLAIM)
    at(b, d, end, PHASE_DECISIONS, serial, LAST_OF_THE_DAY - 1, EVENT_PRORATE, NONE)


@jit
def _serve(b: IntArray, d: IntArray) -> None:
    """Whoever was put off last year goes first this year, in the order of the decisions."""
    size, left = d[ix(d, MARK, 0, M.WAITING)], 0
    for i in range(size):
        claim, amount = d[ix(d, WAITING, i, 0)], d[ix(d, WAITING, i, 1)]
        if charge(b, d, claim, amount) <= room(b, d, b[ix(b, CLAIM, claim, C.ENVELOPE)], year(b, d)):
            grant(b, d, claim, amount)
            d[ix(d, SCRATCH, i, SERVED)] = 1
        else:
            put_off(b, d, claim, amount)
            d[ix(d, SCRATCH, i, SERVED)] = 0
    for i in range(size):
        claim, amount = d[ix(d, WAITING, i, 0)], d[ix(d, WAITING, i, 1)]
        if d[ix(d, SCRATCH, i, SERVED)]:
            awarded(b, d, claim, amount)
        else:
            d[ix(d, WAITING, left, 0)], d[ix(d, WAITING, left, 1)] = claim, amount
            left += 1
    d[ix(d, MARK, 0, M.WAITING)] = left


@jit
def shares(b: IntArray, d: IntArray) -> None:
    """Near the end of a year: share out each envelope, then each total among the envelopes in it."""
    place, serial = year(b, d), rows(b, CLAIM)
    if b[ix(b, POLICY, 0, K.BUDGET_SHORT)] == Short.PRORATE:
        size = d[ix(d, MARK, 0, M.WAITING)]
        for i in range(size):
            d[ix(d, SCRATCH, i, CHARGED)] = charge(b, d, d[ix(d, WAITING, i, 0)], d[ix(d, WAITING, i, 1)])
        for place_of in range(rows(b, INNER_FIRST)):
            _cut_to(b, d, b[ix(b, INNER_FIRST, 0, place_of)], place)
        for i in range(size):
            claim, amount = d[ix(d, WAITING, i, 0)], d[ix(d, WAITING, i, 1)]
            d[ix(d, SCRATCH, i, SERVED)] = fitting(b, d, claim, amount, d[ix(d, SCRATCH, i, CHARGED)])
            grant(b, d, claim, d[ix(d, SCRATCH, i, SERVED)])
        for i in range(size):
            awarded(b, d, d[ix(d, WAITING, i, 0)], d[ix(d, SCRATCH, i, SERVED)])
        d[ix(d, MARK, 0, M.WAITING)] = 0
    today = d[ix(d, MARK, 0, M.TODAY)]
    at(b, d, today, PHASE_CLOSE, serial, LAST_OF_THE_DAY - 1, EVENT_YEAR_ENDS, NONE)


@jit
def _cut_to(b: IntArray, d: IntArray, number: int, place: int) -> None:
    """Cut what is asked of an envelope to what it has free."""
    size, asked = 0, 0
    for i in range(d[ix(d, MARK, 0, M.WAITING)]):
        own = b[ix(b, CLAIM, d[ix(d, WAITING, i, 0)], C.ENVELOPE)]
        each = own
        while each >= 0 and each != number:
            each = b[ix(b, ENVELOPE, each, 0)]
        if each == number and binds(b, own, number, place):
            d[ix(d, SCRATCH, size, WHO)], d[ix(d, SCRATCH, size, WEIGHT)] = i, d[ix(d, SCRATCH, i, CHARGED)]
            size += 1
            asked += d[ix(d, SCRATCH, i, CHARGED)]
    free = d[ix3(d, FUND, number, place, FREE)]
    if asked > free:
        share_out(d, free, size)
        for i in range(size):
            d[ix(d, SCRATCH, d[ix(d, SCRATCH, i, WHO)], CHARGED)] = d[ix(d, SCRATCH, i, PART)]


@jit
def ends_year(b: IntArray, d: IntArray) -> None:
    """What is free lapses; carried over it must be used for the same item within the next year."""
    place = year(b, d)
    at_year = b[ix(b, POLICY, 0, K.FIRST_YEAR)] + place
    for number in range(rows(b, ENVELOPE)):
        held = ix3(d, FUND, number, place, 0)
        onward = 0
        if b[ix(b, POLICY, 0, K.CARRIES_OVER)] and place + 1 < b[ix(b, POLICY, 0, K.YEARS)]:
            taken = d[held + APPROPRIATED] + d[held + CARRIED] - d[held + FREE]
            onward = d[held + FREE] - max(0, d[held + CARRIED] - taken)
        lapsing = d[held + FREE] - onward
        d[held + FREE] = 0
        if onward:
            kind = KIND_CARRIED
            note(d, PHASE_CLOSE, kind, NONE, 0, onward, number, at_year, at_year + 1, 0)
            d[ix3(d, FUND, number, place + 1, FREE)] += onward
            d[ix3(d, FUND, number, place + 1, CARRIED)] += onward
        if lapsing:
            note(d, PHASE_CLOSE, KIND_LAPSED, NONE, 0, lapsing, number, at_year, 0, 0)


@jit
def falls_short(b: IntArray, d: IntArray) -> None:
    """Envelopes fall: what is free first, then what is not yet paid."""
    place = year(b, d)
    at_year = b[ix(b, POLICY, 0, K.FIRST_YEAR)] + place
    for at_place in range(rows(b, INNER_FIRST)):
        number = b[ix(b, INNER_FIRST, 0, at_place)]
        held = ix3(d, FUND, number, place, 0)
        asked, _ = divided(
            d[held + APPROPRIATED], b[ix(b, ENVELOPE_CUT, number, 0)], b[ix(b, ENVELOPE_CUT, number, 1)]
        )
        if asked > d[held + FREE] and not b[ix(b, POLICY, 0, K.FREE_ONLY)]:
            _cut_unpaid(b, d, number, at_year, asked - d[held + FREE])
        cut = min(asked, d[held + FREE])
        d[held + FREE] -= cut
        d[held + APPROPRIATED] -= cut
        if asked:
            kind = KIND_BUDGET_CUT
            note(d, PHASE_DECISIONS, kind, NONE, 0, cut, number, at_year, asked, 0)


@jit
def _cut_unpaid(b: IntArray, d: IntArray, number: int, at_year: int, asked: int) -> None:
    """Awards not yet paid are cut in proportion to what is held for them."""
    size, whole = 0, 0
    for claim in range(rows(b, CLAIM)):
        if d[ix(d, HELD, claim, number)] > 0 and d[ix(d, CASE, claim, S.CHARGED_YEAR)] == at_year:
            d[ix(d, SCRATCH, size, WHO)], d[ix(d, SCRATCH, size, WEIGHT)] = (
                claim,
                d[ix(d, HELD, claim, number)],
            )
            size += 1
            whole += d[ix(d, HELD, claim, number)]
    share_out(d, min(asked, whole), size)
    for i in range(size):
        claim = d[ix(d, SCRATCH, i, WHO)]
        reduce(b, d, claim, d[ix(d, HELD, claim, number)] - d[ix(d, SCRATCH, i, PART)], REASON_REVENUE_SHORT)


@jit
def horizon_ends(b: IntArray, d: IntArray) -> None:
    """The last day: what is promised and not yet paid."""
    size = rows(b, CLAIM)
    for claim in range(size):
        d[ix(d, SCRATCH, claim, CHARGED)] = 0
    for i in range(d[ix(d, MARK, 0, M.WAITING)]):
        d[ix(d, SCRATCH, d[ix(d, WAITING, i, 0)], CHARGED)] = d[ix(d, WAITING, i, 1)]
    at_year = b[ix(b, POLICY, 0, K.FIRST_YEAR)] + year(b, d)
    for claim in range(size):
        asked = d[ix(d, SCRATCH, claim, CHARGED)]
        rest = asked if asked else owed(d, claim)
        if rest and not d[ix(d, CASE, claim, S.STOPPED)]:
            waits, kind = 1 if asked else 0, KIND_COMMITTED_UNPAID
            note(d, PHASE_CLOSE, kind, claim, 0, 0, at_year, rest, waits, 0)
    note(d, PHASE_CLOSE, KIND_HORIZON_ENDED, NONE, 0, 0, 0, 0, 0, 0)
