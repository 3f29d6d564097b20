"""Disbursement: stages over the years or arrivals of upper-level money, each level from its own account."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims.agenda import at, ends, note, pays, year, years_on
from escrow.compiled.claims.amounts import ORDER, charges, part_of, staged, stages
from escrow.compiled.claims.codes import (
    EVENT_COUNTED,
    EVENT_DUE,
    EVENT_NEXT_YEAR,
    EVENT_READY,
    KIND_ARRIVED,
    KIND_DUE,
    KIND_PAID,
    KIND_PUBLICISED,
    KIND_SETTLED,
    PHASE_DECISIONS,
    PHASE_PAYMENTS,
    PHASE_RECEIPTS,
    REASON_CONDITIONS_LAPSED,
    REASON_LIMIT_REACHED,
)
from escrow.compiled.claims.envelopes import spend
from escrow.compiled.claims.granted import count_payment, ruling_of, used
from escrow.compiled.claims.lapse import DISTRICT_PURSES, less, owed, recheck_later, stop, take_back
from escrow.compiled.claims.layout import NEVER, NONE, C, Fault, K, L, M, R, S, Short, Step
from escrow.compiled.claims.tables import (
    ARRIVAL,
    ARRIVALS,
    CASE,
    CLAIM,
    EVENT,
    LIMIT,
    MARK,
    PAID_BY,
    PAYMENT,
    PLAN,
    POLICY,
    PURSE,
    RULING,
    SPLIT,
    STAGE,
    YEAR_STARTS,
    ix,
    ix3,
)
from escrow.compiled.jit import jit


@jit
def publicised(b: IntArray, d: IntArray, claim: int) -> None:
    """The notice ends without objection; payment begins."""
    d[ix(d, CASE, claim, S.NOTICE_DAY)] = d[ix(d, MARK, 0, M.TODAY)]
    note(d, PHASE_DECISIONS, KIND_PUBLICISED, claim, 0, 0, 0, 0, 0, 0)
    recheck_later(b, d, claim, 1)
    following(b, d, claim)


@jit
def by_arrivals(b: IntArray, d: IntArray, claim: int) -> bool:
    """Whether the award follows the arrivals of upper-level money."""
    return bool(b[ix(b, CLAIM, claim, C.MATCHING)] and stages(b, d, claim) == 1)


@jit
def following(b: IntArray, d: IntArray, claim: int) -> None:
    """The next stage or arrival; after the last one the claim may be settled."""
    case = ix(d, CASE, claim, 0)
    if by_arrivals(b, d, claim):
        place = b[ix(b, ARRIVALS, 0, claim)] + d[case + S.STAGE]
        if place < b[ix(b, ARRIVALS, 0, claim + 1)]:
            d[case + S.STAGE] += 1
            day = max(b[ix(b, ARRIVAL, place, 0)], d[case + S.NOTICE_DAY])
            at(b, d, day, PHASE_PAYMENTS, claim, 0, EVENT_COUNTED, claim)
            return
    else:
        while d[case + S.STAGE] < stages(b, d, claim):
            day = due_day(b, d, claim, d[case + S.STAGE])
            d[case + S.STAGE] += 1
            if day <= b[ix(b, POLICY, 0, K.LAST_DAY)]:
                at(b, d, day, PHASE_PAYMENTS, claim, 0, EVENT_DUE, claim)
                return
    if d[case + S.GRANTED_FEN] and not owed(d, claim):
        note(d, PHASE_PAYMENTS, KIND_SETTLED, claim, 0, 0, 0, 0, 0, 0)


@jit
def due_day(b: IntArray, d: IntArray, claim: int, number: int) -> int:
    """The day a stage falls due: its event (the end of the notice when none is named) and years after."""
    case = ix(d, CASE, claim, 0)
    plan = b[ix(b, RULING, d[case + S.RULING], R.PLAN)]
    if plan == NONE:
        return int(d[case + S.NOTICE_DAY])
    row = ix(b, STAGE, b[ix(b, PLAN, 0, plan)] + number, 0)
    day = max(b[ix(b, EVENT, claim, b[row + 0])], d[case + S.NOTICE_DAY])
    return NEVER if day > b[ix(b, POLICY, 0, K.LAST_DAY)] else years_on(b, day, b[row + 1])


@jit
def arrived(b: IntArray, d: IntArray, claim: int) -> None:
    """Upper-level money reaches the enterprise, in the order of its days."""
    number = d[ix(d, CASE, claim, S.ARRIVALS)]
    d[ix(d, CASE, claim, S.ARRIVALS)] += 1
    payer, amount = (
        b[ix(b, CLAIM, claim, C.UPPER_PAYER)],
        b[ix(b, ARRIVAL, b[ix(b, ARRIVALS, 0, claim)] + number, 1)],
    )
    if not moved(b, d, claim, payer, amount):
        return
    d[ix(d, CASE, claim, S.ARRIVED_FEN)] += amount
    so_far = d[ix(d, CASE, claim, S.ARRIVED_FEN)]
    note(d, PHASE_RECEIPTS, KIND_ARRIVED, claim, number + 1, amount, payer, so_far, 0, 0)


@jit
def moved(b: IntArray, d: IntArray, claim: int, payer: int, amount: int) -> bool:
    """Move money from a treasury to the enterprise; a treasury that is short ends the replication here."""
    if d[ix(d, PURSE, 0, payer)] < amount:
        d[ix(d, MARK, 0, M.FAULT)] = Fault.TREASURY_SHORT
        return False
    d[ix(d, PURSE, 0, payer)] -= amount
    d[ix(d, PURSE, 0, DISTRICT_PURSES + b[ix(b, CLAIM, claim, C.ENTERPRISE)])] += amount
    return True


@jit
def counted(b: IntArray, d: IntArray, claim: int) -> None:
    """An arrival is counted: what the clause gives on what has come, less what was paid."""
    case = ix(d, CASE, claim, 0)
    come = min(d[case + S.ARRIVED_FEN], b[ix(b, CLAIM, claim, C.PLANNED_FEN)])
    whole = b[ix(b, RULING, ruling_of(b, d, claim, d[case + S.BEFORE_FEN], come), R.AMOUNT_FEN)]
    amount = min(whole, d[case + S.GRANTED_FEN]) - d[case + S.PAID_FEN]
    if amount > 0:
        falls_due(b, d, claim, amount)
    else:
        following(b, d, claim)


@jit
def due(b: IntArray, d: IntArray, claim: int) -> None:
    """A stage falls due."""
    case = ix(d, CASE, claim, 0)
    part = staged(b, d, claim, d[case + S.STAGE] - 1, d[case + S.AWARD_FEN])
    amount = min(part, owed(d, claim))
    if amount:
        falls_due(b, d, claim, amount)
    else:
        following(b, d, claim)


@jit
def falls_due(b: IntArray, d: IntArray, claim: int, amount: int) -> None:
    """A stage is due; the finance bureau takes its days and pays when public money may leave."""
    case, today = ix(d, CASE, claim, 0), d[ix(d, MARK, 0, M.TODAY)]
    d[case + S.DUE_FEN], d[case + S.FELL_DUE] = amount, today
    note(d, PHASE_PAYMENTS, KIND_DUE, claim, d[case + S.STAGE], 0, amount, 0, 0, 0)
    day = pays(b, ends(b, d, claim, Step.PAYMENT))
    at(b, d, day, PHASE_PAYMENTS, claim, 0, EVENT_READY, claim)


@jit
def ready(b: IntArray, d: IntArray, claim: int) -> None:
    """The money may leave, unless the conditions are lost."""
    row = ix(b, CLAIM, claim, 0)
    if not d[ix(d, CASE, claim, S.STOPPED)] and b[row + C.LAPSES_DAY] <= d[ix(d, MARK, 0, M.TODAY)]:
        if b[row + C.RECHECK_YEARS] != NONE and b[row + C.RECHECK_CLAWS]:
            take_back(b, d, claim, REASON_CONDITIONS_LAPSED)
        else:
            stop(b, d, claim, REASON_CONDITIONS_LAPSED, PHASE_PAYMENTS)
    pay(b, d, claim)


@jit
def pay(b: IntArray, d: IntArray, claim: int) -> None:
    """Pay what limits allow; the rest falls away or waits for next year."""
    case = ix(d, CASE, claim, 0)
    if d[case + S.STOPPED]:
        return
    amount = min(d[case + S.DUE_FEN], owed(d, claim))
    now = within_limits(b, d, claim, amount)
    _paid(b, d, claim, now)
    amount -= now
    d[case + S.DUE_FEN] = amount
    if amount and postponed(b, claim):
        day = pays(b, b[ix(b, YEAR_STARTS, 0, year(b, d) + 1)])
        at(b, d, day, PHASE_PAYMENTS, claim, 0, EVENT_NEXT_YEAR, claim)
        return
    if amount:
        less(b, d, claim, amount, REASON_LIMIT_REACHED)
    if not d[case + S.STOPPED]:
        following(b, d, claim)


@jit
def within_limits(b: IntArray, d: IntArray, claim: int, amount: int) -> int:
    """What of a payment the limits counted at payment allow today."""
    row = d[ix(d, CASE, claim, S.RULING)]
    for k in range(b[ix(b, CLAIM, claim, C.LIMITS)]):
        if b[ix3(b, LIMIT, claim, k, L.AT_PAYMENT)]:
            amount = min(amount, max(0, b[ix(b, RULING, row, R.CAPS + k)] - used(b, d, claim, k)))
    return amount


@jit
def postponed(b: IntArray, claim: int) -> bool:
    """Whether what a yearly limit cuts off is paid next year."""
    for k in range(b[ix(b, CLAIM, claim, C.LIMITS)]):
        limit = ix3(b, LIMIT, claim, k, 0)
        if b[limit + L.AT_PAYMENT] and not (b[limit + L.YEARLY] and b[limit + L.SHORT] == Short.DEFER):
            return False
    return True


@jit
def _paid(b: IntArray, d: IntArray, claim: int, amount: int) -> None:
    """Each level pays so that what it has paid in the end is its share of the whole award."""
    split = b[ix(b, RULING, d[ix(d, CASE, claim, S.RULING)], R.SPLIT)]
    before, negative = 0, False
    for payer in range(4):
        before += d[ix(d, PAID_BY, claim, payer)]
    for place in range(4):
        payer = b[ix(b, SPLIT, split, ORDER + place)]
        if payer != NONE and part_of(b, split, before + amount, place) < d[ix(d, PAID_BY, claim, payer)]:
            negative = True
    for place in range(4):
        payer = b[ix(b, SPLIT, split, ORDER + place)]
        if payer != NONE:
            whole = part_of(b, split, before + amount, place) - d[ix(d, PAID_BY, claim, payer)]
            part = part_of(b, split, amount, place) if negative else whole
            if part and moved(b, d, claim, payer, part):
                _entered(b, d, claim, payer, part)


@jit
def _entered(b: IntArray, d: IntArray, claim: int, payer: int, part: int) -> None:
    case = ix(d, CASE, claim, 0)
    d[case + S.PAID_FEN] += part
    d[ix(d, PAID_BY, claim, payer)] += part
    d[ix3(d, PAYMENT, claim, payer, year(b, d))] += part
    count_payment(b, d, claim, part)
    number, charged = NONE, 0
    if charges(b, claim, payer):
        spend(b, d, claim, part)
        number, charged = b[ix(b, CLAIM, claim, C.ENVELOPE)], d[case + S.CHARGED_YEAR]
    stage, fell_due = d[case + S.STAGE], d[case + S.FELL_DUE]
    note(d, PHASE_PAYMENTS, KIND_PAID, claim, stage, part, payer, number, charged, fell_due)
