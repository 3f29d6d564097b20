"""Budget envelopes: asking, granting, waiting, what is held, what falls back."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims.agenda import note, year
from escrow.compiled.claims.amounts import charge, fitting
from escrow.compiled.claims.codes import (
    KIND_APPROPRIATED,
    KIND_COMMITTED,
    KIND_DEFERRED,
    KIND_LAPSED,
    KIND_RELEASED,
    PHASE_DECISIONS,
)
from escrow.compiled.claims.layout import NONE, UNLIMITED, C, K, M, S, Short
from escrow.compiled.claims.tables import (
    CASE,
    CLAIM,
    ENVELOPE,
    ENVELOPE_STATES,
    FUND,
    HELD,
    MARK,
    POLICY,
    WAITING,
    ix,
    ix3,
)
from escrow.compiled.jit import jit

APPROPRIATED, FREE, CARRIED = 0, 1, 2


@jit
def binds(b: IntArray, own: int, number: int, place: int) -> bool:
    """Whether an envelope of a claim's line has a say this year: its own, or a total that is stated."""
    return bool(number == own or b[ix(b, ENVELOPE_STATES, number, place)])


@jit
def appropriate(b: IntArray, d: IntArray, number: int, place: int, amount: int, occasion: int) -> None:
    """Money that may be used from now on."""
    d[ix3(d, FUND, number, place, APPROPRIATED)] += amount
    d[ix3(d, FUND, number, place, FREE)] += amount
    at_year = b[ix(b, POLICY, 0, K.FIRST_YEAR)] + place
    kind = KIND_APPROPRIATED
    note(d, PHASE_DECISIONS, kind, NONE, 0, amount, number, at_year, occasion, 0)


@jit
def room(b: IntArray, d: IntArray, own: int, place: int) -> int:
    """What an envelope and its totals have left together."""
    least, number = UNLIMITED, own
    while number >= 0:
        if binds(b, own, number, place):
            least = min(least, d[ix3(d, FUND, number, place, FREE)])
        number = b[ix(b, ENVELOPE, number, 0)]
    return int(least)


@jit
def ask(b: IntArray, d: IntArray, claim: int, amount: int) -> int:
    """Ask for an award: what is granted, or NONE when the claim has to wait."""
    own, short = b[ix(b, CLAIM, claim, C.ENVELOPE)], b[ix(b, POLICY, 0, K.BUDGET_SHORT)]
    raised = own >= 0 and b[ix(b, ENVELOPE, own, 2)] and b[ix(b, POLICY, 0, K.FLOOR_RAISED)]
    space = UNLIMITED if raised else room(b, d, own, year(b, d))
    fits = space >= UNLIMITED or (short != Short.PRORATE and charge(b, d, claim, amount) <= space)
    if not fits and short in (Short.DEFER, Short.PRORATE):
        at = d[ix(d, MARK, 0, M.WAITING)]
        d[ix(d, WAITING, at, 0)], d[ix(d, WAITING, at, 1)] = claim, amount
        d[ix(d, MARK, 0, M.WAITING)] = at + 1
        if short == Short.DEFER:
            put_off(b, d, claim, amount)
        return NONE
    granted = amount if fits else (fitting(b, d, claim, amount, space) if short == Short.TRIM else 0)
    grant(b, d, claim, granted)
    return granted


@jit
def grant(b: IntArray, d: IntArray, claim: int, amount: int) -> None:
    """Reserve the money; a printed floor is raised where the reading says so."""
    own, place = b[ix(b, CLAIM, claim, C.ENVELOPE)], year(b, d)
    d[ix(d, CASE, claim, S.CHARGED_YEAR)] = b[ix(b, POLICY, 0, K.FIRST_YEAR)] + place
    taken = charge(b, d, claim, amount)
    number = own if taken else NONE
    while number >= 0:
        if binds(b, own, number, place):
            free = d[ix3(d, FUND, number, place, FREE)]
            if free < taken:
                appropriate(b, d, number, place, taken - free, 1)
            d[ix3(d, FUND, number, place, FREE)] -= taken
            d[ix(d, HELD, claim, number)] = taken
        number = b[ix(b, ENVELOPE, number, 0)]


@jit
def put_off(b: IntArray, d: IntArray, claim: int, amount: int) -> None:
    """Say that a claim waits for next year's money."""
    following = b[ix(b, POLICY, 0, K.FIRST_YEAR)] + year(b, d) + 1
    taken = charge(b, d, claim, amount)
    own = b[ix(b, CLAIM, claim, C.ENVELOPE)]
    note(d, PHASE_DECISIONS, KIND_DEFERRED, claim, 0, 0, own, following, taken, 0)


@jit
def commit(b: IntArray, d: IntArray, claim: int) -> None:
    """Write what an award holds, envelope by envelope."""
    number, at_year = b[ix(b, CLAIM, claim, C.ENVELOPE)], d[ix(d, CASE, claim, S.CHARGED_YEAR)]
    while number >= 0:
        held = d[ix(d, HELD, claim, number)]
        if held != NONE:
            note(d, PHASE_DECISIONS, KIND_COMMITTED, claim, 0, held, number, at_year, 0, 0)
        number = b[ix(b, ENVELOPE, number, 0)]


@jit
def spend(b: IntArray, d: IntArray, claim: int, amount: int) -> None:
    """A payment uses up what is held for it."""
    number = b[ix(b, CLAIM, claim, C.ENVELOPE)]
    while number >= 0:
        if d[ix(d, HELD, claim, number)] != NONE:
            d[ix(d, HELD, claim, number)] -= amount
        number = b[ix(b, ENVELOPE, number, 0)]


@jit
def release(b: IntArray, d: IntArray, claim: int, keep: int, reason: int, phase: int) -> None:
    """Give back what is held beyond `keep`; what belongs to a year that is over lapses at once."""
    number, at_year = b[ix(b, CLAIM, claim, C.ENVELOPE)], d[ix(d, CASE, claim, S.CHARGED_YEAR)]
    while number >= 0:
        amount = d[ix(d, HELD, claim, number)] - keep
        if d[ix(d, HELD, claim, number)] != NONE and amount > 0:
            d[ix(d, HELD, claim, number)] = keep
            note(d, phase, KIND_RELEASED, claim, 0, amount, number, at_year, reason, 0)
            if at_year == b[ix(b, POLICY, 0, K.FIRST_YEAR)] + year(b, d):
                d[ix3(d, FUND, number, at_year - b[ix(b, POLICY, 0, K.FIRST_YEAR)], FREE)] += amount
            else:
                note(d, phase, KIND_LAPSED, NONE, 0, amount, number, at_year, 0, 0)
        number = b[ix(b, ENVELOPE, number, 0)]


@jit
def refill(b: IntArray, d: IntArray, claim: int, amount: int) -> None:
    """A refund of the same year may be granted again."""
    number, place = (
        b[ix(b, CLAIM, claim, C.ENVELOPE)],
        d[ix(d, CASE, claim, S.CHARGED_YEAR)] - b[ix(b, POLICY, 0, K.FIRST_YEAR)],
    )
    while number >= 0:
        if d[ix(d, HELD, claim, number)] != NONE:
            d[ix3(d, FUND, number, place, FREE)] += amount
        number = b[ix(b, ENVELOPE, number, 0)]
