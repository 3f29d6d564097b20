"""Putting a grant under its caps, and the award's row; equal to the second half of settle."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.amounts import capped, room
from escrow.compiled.jit import inner
from escrow.compiled.settlement import parts as cut
from escrow.compiled.settlement.books import AMOUNT, COUNT, DAY, KIND, MOVES, OTHERS, F, record
from escrow.compiled.settlement.due import Claimed
from escrow.compiled.settlement.found import AWARDS, PARTS, A, C, Found
from escrow.compiled.settlement.policy import SettlementPolicy
from escrow.compiled.settlement.window import Window, column_of
from escrow.settlement.books import Moved
from escrow.tape import Reason

NONE = Reason.NONE.value
BELOW = Reason.ACTUAL_BELOW_THRESHOLD.value
CAP, OTHER = Reason.CAP_REACHED.value, Reason.OTHER_GRANT_HIGHER.value
AFTER, NOTHING = Reason.CLAIM_AFTER_GRANT.value, Reason.NO_INPUT.value
RELEASED = Moved.RELEASED.value


@inner
def barred(policy: SettlementPolicy, books: IntArray, i: int, window: Window, reason: int) -> int:
    """Why nothing may be paid whatever the input; NONE when it may. `reason` is what holds already."""
    ended = books[i, F.ENDED_DAY]
    if reason != NONE or not policy.retested_at_end or ended == 0 or ended > window.reported_day:
        return reason
    released = 0
    for k in range(books[i, COUNT + MOVES]):
        at = record(books, i, MOVES, k)
        if books[i, at + KIND] == RELEASED:
            released += books[i, at + AMOUNT]
    return BELOW if released < policy.threshold_fen else NONE


@inner
def other_grants(policy: SettlementPolicy, books: IntArray, i: int, first: int, last: int) -> int:
    """Grants of other programmes paid from `first` to `last` that reduce ours, in fen."""
    found = 0
    for k in range(books[i, COUNT + OTHERS] if policy.highest_only else 0):
        at = record(books, i, OTHERS, k)
        if first <= books[i, at + DAY] <= last:
            found += books[i, at + AMOUNT]
    return found


@inner
def pay(
    policy: SettlementPolicy,
    found: Found,
    slot: int,
    claimed: Claimed,
    unit: int,
    other_fen: int,
    reason: int,
) -> int:
    """Put the parts under their caps, subtract other grants, use the caps up; the number of the new row."""
    first, number = found.counts[slot, PARTS], found.counts[slot, AWARDS]
    row = found.awards[slot, number]
    cut_fen = withheld = reduced = cap_left = 0
    for k in range(claimed.parts):
        bucket, before = found.due[k, cut.BUCKET], found.due[k, cut.FEN]
        column = column_of(policy, bucket)
        left = room(policy.cap_fen, found.used[unit, column])
        amount = capped(before, left)
        cut_fen += before - amount
        stacked = min(amount, other_fen - reduced)
        reduced += stacked
        amount -= stacked
        if reason != NONE:
            withheld, amount = withheld + amount, 0
        found.used[unit, column] += amount
        cap_left += left
        part = found.parts[slot, first + k]
        part[C.BUCKET], part[C.BEFORE], part[C.LEFT], part[C.AMOUNT] = bucket, before, left, amount
    row[A.FIRST_PART], row[A.PARTS] = first, claimed.parts
    row[A.BEFORE], row[A.CAP_LEFT], row[A.CUT] = cut.total(found.due, claimed.parts), cap_left, cut_fen
    row[A.OTHER], row[A.WITHHELD] = reduced, withheld
    row[A.AMOUNT] = row[A.BEFORE] - cut_fen - reduced - withheld
    row[A.CLAWBACK], row[A.REASON] = claimed.clawback, reason
    row[A.BASE], row[A.SETTLED], row[A.CARRIED_IN] = claimed.base, claimed.settled, claimed.excess
    row[A.REASONS] = _reasons(reason, cut_fen, reduced, claimed.clawback, row[A.AMOUNT])
    found.counts[slot, AWARDS] += 1
    found.counts[slot, PARTS] += claimed.parts
    return int(number)


@inner
def _reasons(reason: int, cut_fen: int, reduced: int, clawback: int, amount: int) -> int:
    """One bit for everything that kept the award from being the plain rate of the base, or at nothing."""
    bits = 0
    if reason != NONE:
        bits |= 1 << reason
    if cut_fen:
        bits |= 1 << CAP
    if reduced:
        bits |= 1 << OTHER
    if clawback:
        bits |= 1 << AFTER
    return 1 << NOTHING if not bits and not amount else bits
