"""Parts: fen by cap year, kept in the first rows of a scratch array; equal to escrow.settlement.inputs.

Every function takes the array and the number of rows in use and returns the new number.
"""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.jit import inner
from escrow.compiled.settlement.books import AMOUNT, COUNT, DAY, INVOICE_DAY, KIND, MOVES, F, record
from escrow.compiled.settlement.codes import CapYear
from escrow.compiled.settlement.policy import SettlementPolicy, weight
from escrow.compiled.settlement.window import OUT_OF_RANGE, Window, bucket_of, is_new
from escrow.settlement.books import Moved

BUCKET, FEN, FIRST_DAY = 0, 1, 2
OUTSIDE = Moved.OUTSIDE.value


@inner
def total(parts: IntArray, count: int) -> int:
    """The sum of the parts."""
    found = 0
    for k in range(count):
        found += parts[k, FEN]
    return found


@inner
def new_parts(policy: SettlementPolicy, books: IntArray, i: int, window: Window, parts: IntArray) -> int:
    """Counted movements that belong to this audit, by cap year in the order of their days.

    Returns OUT_OF_RANGE when a cap year is none of the policy's.
    """
    count = 0
    for k in range(books[i, COUNT + MOVES]):
        at = record(books, i, MOVES, k)
        kind, day = books[i, at + KIND], books[i, at + DAY]
        counts = weight(policy, kind)
        if counts == 0 or day > window.reported_day or (kind == OUTSIDE and day < books[i, F.NOTICE_DAY]):
            continue
        on = books[i, at + INVOICE_DAY] if policy.cap_year == CapYear.INVOICE_YEAR else day
        if is_new(window, on, day):
            bucket = bucket_of(policy, on, window.reported_day, window.paid_day)
            if bucket == OUT_OF_RANGE:
                return OUT_OF_RANGE
            count = _put(parts, count, bucket, on, counts * books[i, at + AMOUNT])
    return _without_nothing(parts, count)


@inner
def _put(parts: IntArray, count: int, bucket: int, on: int, fen: int) -> int:
    """Add to the part of a bucket; parts stay in the order of (first day, bucket)."""
    at = 0
    while at < count and parts[at, BUCKET] != bucket:
        at += 1
    if at == count:
        parts[at, BUCKET], parts[at, FEN], parts[at, FIRST_DAY] = bucket, 0, on
        count += 1
    parts[at, FEN] += fen
    parts[at, FIRST_DAY] = min(parts[at, FIRST_DAY], on)
    while at > 0 and _comes_before(parts, at, at - 1):
        for column in range(3):
            parts[at, column], parts[at - 1, column] = parts[at - 1, column], parts[at, column]
        at -= 1
    return count


@inner
def _comes_before(parts: IntArray, one: int, other: int) -> bool:
    if parts[one, FIRST_DAY] != parts[other, FIRST_DAY]:
        return bool(parts[one, FIRST_DAY] < parts[other, FIRST_DAY])
    return bool(parts[one, BUCKET] < parts[other, BUCKET])


@inner
def _without_nothing(parts: IntArray, count: int) -> int:
    kept = 0
    for k in range(count):
        if parts[k, FEN] != 0:
            parts[kept, BUCKET], parts[kept, FEN] = parts[k, BUCKET], parts[k, FEN]
            kept += 1
    return kept


@inner
def netted(parts: IntArray, count: int, owed: int) -> tuple[int, int]:
    """Set off negative parts and what is owed (at most zero); the number of parts and the rest owed."""
    minus, kept, positive = owed, 0, 0
    for k in range(count):
        fen = parts[k, FEN]
        if fen > 0:
            parts[kept, BUCKET], parts[kept, FEN] = parts[k, BUCKET], fen
            kept += 1
            positive += fen
        else:
            minus += fen
    return trimmed(parts, kept, -minus), min(0, positive + minus)


@inner
def trimmed(parts: IntArray, count: int, cut: int) -> int:
    """Positive parts less `cut` fen, taken from the earliest first."""
    if cut == 0:
        return count
    kept = 0
    for k in range(count):
        bucket, fen = parts[k, BUCKET], parts[k, FEN]
        taken = min(cut, fen)
        cut -= taken
        if fen > taken:
            parts[kept, BUCKET], parts[kept, FEN] = bucket, fen - taken
            kept += 1
    return kept


@inner
def as_audited(parts: IntArray, count: int, audited_fen: int, bucket: int) -> int:
    """Parts that add up to the audited input: less is cut from the earliest, more goes to `bucket`."""
    found = total(parts, count)
    if audited_fen <= found:
        return trimmed(parts, count, found - audited_fen)
    return added(parts, count, bucket, audited_fen - found)


@inner
def added(parts: IntArray, count: int, bucket: int, fen: int) -> int:
    """Parts with `fen` more in `bucket`; no bucket has two parts."""
    for k in range(count):
        if parts[k, BUCKET] == bucket:
            parts[k, FEN] += fen
            return count
    parts[count, BUCKET], parts[count, FEN] = bucket, fen
    return count + 1


@inner
def add_scaled(parts: IntArray, count: int, num: int, den: int, sign: int, mine: IntArray) -> None:
    """Add (or, with sign -1, take away) the share num / den of the parts; running sums are rounded down."""
    running = before = 0
    for k in range(count):
        running += parts[k, FEN]
        now = running * num // den
        mine[k, FEN] += sign * (now - before)
        before = now
