"""The agenda of compiled claims: a heap of (day, phase, serial, occurrence, order of scheduling)."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims.layout import NEVER, NONE, Fault, K, M, Step
from escrow.compiled.claims.tables import (
    AFTER,
    AGENDA,
    DAYS,
    DUE,
    KNOWN,
    MARK,
    PAY_DAY,
    POLICY,
    RANK,
    TAPE,
    WORKING,
    YEAR_OF,
    ix,
    rows,
)
from escrow.compiled.jit import jit

ORDER_BITS, OCCURRENCE_BITS, SERIAL_BITS, PHASE_BITS = 20, 6, 20, 3


@jit
def note(
    d: IntArray, phase: int, kind: int, claim: int, stage: int, amount: int, a: int, b: int, c: int, e: int
) -> None:
    """Write a row of today."""
    at = d[ix(d, MARK, 0, M.ROWS)]
    if at >= rows(d, TAPE):
        d[ix(d, MARK, 0, M.FAULT)] = Fault.TOO_MANY
        return
    row = ix(d, TAPE, at, 0)
    d[row], d[row + 1], d[row + 2] = d[ix(d, MARK, 0, M.TODAY)], phase, kind
    d[row + 3], d[row + 4], d[row + 5] = claim, stage, amount
    d[row + 6], d[row + 7], d[row + 8], d[row + 9] = a, b, c, e
    d[ix(d, MARK, 0, M.ROWS)] = at + 1


@jit
def at(
    b: IntArray, d: IntArray, day: int, phase: int, serial: int, occurrence: int, event: int, claim: int
) -> None:
    """Put an event on the agenda; a day gone by means today, beyond the horizon nothing comes."""
    day = max(day, d[ix(d, MARK, 0, M.TODAY)])
    order = d[ix(d, MARK, 0, M.EVENTS)]
    if day > b[ix(b, POLICY, 0, K.LAST_DAY)]:
        return
    if order >= rows(d, DUE):
        d[ix(d, MARK, 0, M.FAULT)] = Fault.TOO_MANY
        return
    key = (day - b[ix(b, POLICY, 0, K.FIRST_DAY)]) << PHASE_BITS | phase
    key = (key << SERIAL_BITS | (serial + 1)) << OCCURRENCE_BITS | occurrence
    key = key << ORDER_BITS | order
    d[ix(d, DUE, order, 0)], d[ix(d, DUE, order, 1)] = event, claim
    d[ix(d, MARK, 0, M.EVENTS)] = order + 1
    place = d[ix(d, MARK, 0, M.AGENDA)]
    d[ix(d, MARK, 0, M.AGENDA)] = place + 1
    heap = ix(d, AGENDA, 0, 0)
    while place > 0:
        parent = (place - 1) >> 1
        if d[heap + parent] <= key:
            break
        d[heap + place] = d[heap + parent]
        place = parent
    d[heap + place] = key


@jit
def take(b: IntArray, d: IntArray) -> int:
    """The next event's number, whose day becomes today; NONE when nothing is left."""
    size = d[ix(d, MARK, 0, M.AGENDA)] - 1
    if size < 0:
        return NONE
    heap = ix(d, AGENDA, 0, 0)
    key, last = d[heap + 0], d[heap + size]
    d[ix(d, MARK, 0, M.AGENDA)] = size
    place = 0
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        if child + 1 < size and d[heap + child + 1] < d[heap + child]:
            child += 1
        if d[heap + child] >= last:
            break
        d[heap + place] = d[heap + child]
        place = child
    d[heap + place] = last
    shift = ORDER_BITS + OCCURRENCE_BITS + SERIAL_BITS + PHASE_BITS
    d[ix(d, MARK, 0, M.TODAY)] = b[ix(b, POLICY, 0, K.FIRST_DAY)] + (key >> shift)
    return int(key & ((1 << ORDER_BITS) - 1))


@jit
def year(b: IntArray, d: IntArray) -> int:
    """The current year, counted from the first."""
    return int(b[ix(b, YEAR_OF, 0, d[ix(d, MARK, 0, M.TODAY)] - b[ix(b, POLICY, 0, K.FIRST_DAY)])])


@jit
def worked(b: IntArray, day: int, days: int) -> int:
    """The day so many working days later."""
    if days == 0:
        return day
    place = b[ix(b, RANK, 0, day - b[ix(b, POLICY, 0, K.FIRST_DAY)])] + days - 1
    return int(b[ix(b, WORKING, 0, place)]) if place < rows(b, WORKING) else NEVER


@jit
def ends(b: IntArray, d: IntArray, claim: int, step: int) -> int:
    """The day on which a step that begins today ends: known, or drawn, no later than the next known day."""
    today = int(d[ix(d, MARK, 0, M.TODAY)])
    if step <= Step.NOTICE and b[ix(b, KNOWN, claim, step)] != NONE:
        return int(b[ix(b, KNOWN, claim, step)])
    day = worked(b, today, b[ix(b, DAYS, claim, step)])
    if step <= Step.NOTICE and b[ix(b, KNOWN, claim, 4 + step)] != NONE:
        return max(today, min(day, int(b[ix(b, KNOWN, claim, 4 + step)])))
    return day


@jit
def pays(b: IntArray, day: int) -> int:
    """The first day from `day` on which public money may be paid."""
    place = day - b[ix(b, POLICY, 0, K.FIRST_DAY)]
    return int(b[ix(b, PAY_DAY, 0, place)]) if 0 <= place < rows(b, PAY_DAY) else day


@jit
def years_on(b: IntArray, day: int, years: int) -> int:
    """The same day of a later year; NEVER beyond the horizon."""
    place = day - b[ix(b, POLICY, 0, K.FIRST_DAY)]
    if years == 0:
        return day
    if place >= rows(b, AFTER) or years > b[ix(b, POLICY, 0, K.YEARS)]:
        return NEVER
    return int(b[ix(b, AFTER, place, years)])
