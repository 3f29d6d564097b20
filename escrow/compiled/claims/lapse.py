"""When conditions lapse: the rest is stopped, or what was paid is claimed back."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims.agenda import at, ends, note, year, years_on
from escrow.compiled.claims.amounts import charge, charges, fitting
from escrow.compiled.claims.codes import (
    EVENT_RECHECK,
    EVENT_REFUND,
    KIND_CLAWBACK_DEMANDED,
    KIND_CLAWED_BACK,
    KIND_RECHECKED,
    KIND_REDUCED,
    KIND_STOPPED,
    PHASE_AUDIT,
    PHASE_DECISIONS,
    PHASE_PAYMENTS,
    PHASE_RECEIPTS,
    REASON_RECHECK_FAILED,
)
from escrow.compiled.claims.envelopes import refill, release
from escrow.compiled.claims.granted import count
from escrow.compiled.claims.layout import NONE, C, K, M, S, Step
from escrow.compiled.claims.tables import CASE, CLAIM, MARK, PAYMENT, POLICY, PURSE, ix, ix3
from escrow.compiled.jit import jit

DISTRICT_PURSES = 4


@jit
def owed(d: IntArray, claim: int) -> int:
    """Awarded and not yet paid."""
    return int(d[ix(d, CASE, claim, S.GRANTED_FEN)] - d[ix(d, CASE, claim, S.PAID_FEN)])


@jit
def _less(b: IntArray, d: IntArray, claim: int, amount: int) -> None:
    d[ix(d, CASE, claim, S.GRANTED_FEN)] -= amount
    count(b, d, claim, -amount, d[ix(d, CASE, claim, S.COUNTED_DAY)])


@jit
def stop(b: IntArray, d: IntArray, claim: int, reason: int, phase: int) -> None:
    """Nothing more is paid: what is still owed falls away and its hold is given back."""
    rest = owed(d, claim)
    d[ix(d, CASE, claim, S.STOPPED)] = 1
    if rest:
        note(d, phase, KIND_STOPPED, claim, 0, 0, reason, rest, 0, 0)
        _less(b, d, claim, rest)
        release(b, d, claim, 0, reason, phase)


@jit
def reduce(b: IntArray, d: IntArray, claim: int, keep: int, reason: int) -> None:
    """Cut what is still owed to the largest award that holds no more than `keep` of its envelope."""
    rest = owed(d, claim) - fitting(b, d, claim, owed(d, claim), keep)
    if rest:
        note(d, PHASE_DECISIONS, KIND_REDUCED, claim, 0, 0, reason, rest, 0, 0)
        _less(b, d, claim, rest)
        release(b, d, claim, keep, reason, PHASE_DECISIONS)
        d[ix(d, CASE, claim, S.STOPPED)] = not owed(d, claim) and not d[ix(d, CASE, claim, S.PAID_FEN)]


@jit
def less(b: IntArray, d: IntArray, claim: int, amount: int, reason: int) -> None:
    """A part of what is owed falls away at payment, and so does its hold."""
    note(d, PHASE_PAYMENTS, KIND_STOPPED, claim, 0, 0, reason, amount, 0, 0)
    _less(b, d, claim, amount)
    release(b, d, claim, charge(b, d, claim, owed(d, claim)), reason, PHASE_PAYMENTS)


@jit
def take_back(b: IntArray, d: IntArray, claim: int, reason: int) -> None:
    """Stop, and demand back what was paid."""
    stop(b, d, claim, reason, PHASE_AUDIT)
    paid = d[ix(d, CASE, claim, S.PAID_FEN)]
    if paid:
        note(d, PHASE_AUDIT, KIND_CLAWBACK_DEMANDED, claim, 0, 0, reason, paid, 0, 0)
        at(b, d, ends(b, d, claim, Step.CLAW_BACK), PHASE_RECEIPTS, claim, 0, EVENT_REFUND, claim)


@jit
def refund(b: IntArray, d: IntArray, claim: int) -> None:
    """What each level paid in each year goes back to it, as far as the enterprise has it."""
    purse = DISTRICT_PURSES + b[ix(b, CLAIM, claim, C.ENTERPRISE)]
    own, now, case = (
        b[ix(b, CLAIM, claim, C.ENVELOPE)],
        b[ix(b, POLICY, 0, K.FIRST_YEAR)] + year(b, d),
        ix(d, CASE, claim, 0),
    )
    for payer in range(4):
        for place in range(b[ix(b, POLICY, 0, K.YEARS)]):
            amount = min(d[ix3(d, PAYMENT, claim, payer, place)], d[ix(d, PURSE, 0, purse)])
            if not amount:
                continue
            d[ix(d, PURSE, 0, purse)] -= amount
            d[ix(d, PURSE, 0, payer)] += amount
            charged = charges(b, claim, payer)
            paid_in = b[ix(b, POLICY, 0, K.FIRST_YEAR)] + place
            same = paid_in == d[case + S.CHARGED_YEAR] and paid_in == now
            refills = 1 if charged and same and not b[ix(b, POLICY, 0, K.NEVER_REFILLED)] else 0
            d[ix3(d, PAYMENT, claim, payer, place)] -= amount
            d[case + S.PAID_FEN] -= amount
            _less(b, d, claim, amount)
            number, charged_year = (own, d[case + S.CHARGED_YEAR]) if charged else (NONE, 0)
            kind = KIND_CLAWED_BACK
            note(d, PHASE_RECEIPTS, kind, claim, 0, amount, payer, number, charged_year, refills)
            if refills:
                refill(b, d, claim, amount)


@jit
def recheck_later(b: IntArray, d: IntArray, claim: int, number: int) -> None:
    """The next yearly re-check."""
    if number <= b[ix(b, CLAIM, claim, C.RECHECK_YEARS)]:
        d[ix(d, CASE, claim, S.RECHECK)] = number
        day = years_on(b, d[ix(d, CASE, claim, S.NOTICE_DAY)], number)
        at(b, d, day, PHASE_AUDIT, claim, 0, EVENT_RECHECK, claim)


@jit
def recheck(b: IntArray, d: IntArray, claim: int) -> None:
    """The yearly re-check."""
    if d[ix(d, CASE, claim, S.STOPPED)]:
        return
    number, row = d[ix(d, CASE, claim, S.RECHECK)], ix(b, CLAIM, claim, 0)
    passed = 1 if b[row + C.LAPSES_DAY] > d[ix(d, MARK, 0, M.TODAY)] and b[row + C.RECHECK_HOLDS] else 0
    note(d, PHASE_AUDIT, KIND_RECHECKED, claim, 0, 0, passed, number, 0, 0)
    if passed:
        recheck_later(b, d, claim, number + 1)
    elif b[row + C.RECHECK_CLAWS]:
        take_back(b, d, claim, REASON_RECHECK_FAILED)
    else:
        stop(b, d, claim, REASON_RECHECK_FAILED, PHASE_AUDIT)
