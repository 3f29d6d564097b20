"""What this run has granted so far, and what stacking rules and limits leave of an amount."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims.agenda import year
from escrow.compiled.claims.codes import (
    REASON_LIMIT_REACHED,
    REASON_NOTHING_DUE,
    REASON_PAID_ALREADY,
)
from escrow.compiled.claims.layout import NONE, Asks, C, Fault, G, K, L, M, Pick, R, S, Short
from escrow.compiled.claims.tables import (
    ADDS,
    ANSWER,
    ANSWERS,
    ASK,
    CASE,
    CLAIM,
    LEVEL,
    LIMIT,
    MARK,
    MATE,
    MATES,
    POLICY,
    POOL,
    RULE,
    RULING,
    SAME,
    YEAR_OF,
    YEARLY,
    ix,
    ix3,
    rows,
)
from escrow.compiled.jit import jit


@jit
def count(b: IntArray, d: IntArray, claim: int, amount: int, day: int) -> None:
    """Count an award (negative: a part that falls away), by the day of the award."""
    place = b[ix(b, YEAR_OF, 0, day - b[ix(b, POLICY, 0, K.FIRST_DAY)])]
    d[ix(d, SAME, 0, b[ix(b, CLAIM, claim, C.SAME)])] += amount
    d[ix(d, YEARLY, b[ix(b, CLAIM, claim, C.YEARLY)], place)] += amount
    d[ix(d, LEVEL, 0, b[ix(b, CLAIM, claim, C.LEVEL)])] += amount
    d[ix(d, CASE, claim, S.COUNTED_FEN)] += amount
    _pooled(b, d, claim, 0, amount, place)


@jit
def count_payment(b: IntArray, d: IntArray, claim: int, amount: int) -> None:
    """Count a payment of today against the limits that are counted at payment."""
    _pooled(b, d, claim, 1, amount, year(b, d))


@jit
def _pooled(b: IntArray, d: IntArray, claim: int, at_payment: int, amount: int, place: int) -> None:
    for k in range(b[ix(b, CLAIM, claim, C.LIMITS)]):
        limit = ix3(b, LIMIT, claim, k, 0)
        if b[limit + L.AT_PAYMENT] == at_payment:
            d[ix(d, POOL, b[limit + L.POOL], place if b[limit + L.YEARLY] else 0)] += amount


@jit
def used(b: IntArray, d: IntArray, claim: int, k: int) -> int:
    """What the pool of a limit has taken today."""
    limit = ix3(b, LIMIT, claim, k, 0)
    return int(d[ix(d, POOL, b[limit + L.POOL], year(b, d) if b[limit + L.YEARLY] else 0)])


@jit
def certify(b: IntArray, d: IntArray, claim: int) -> None:
    """What this run knows of a claim today, its own award left out."""
    case, row = ix(d, CASE, claim, 0), ix(b, CLAIM, claim, 0)
    d[case + S.BEFORE_FEN] = d[ix(d, SAME, 0, b[row + C.SAME])]
    d[case + S.REPEATED] = d[ix(d, LEVEL, 0, b[row + C.LEVEL])] > 0
    taken = 0 if b[row + C.LIMITS] else d[ix(d, YEARLY, b[row + C.YEARLY], year(b, d))]
    for k in range(b[row + C.LIMITS]):
        taken = max(taken, used(b, d, claim, k)) if k else used(b, d, claim, k)
    d[case + S.THIS_YEAR_FEN] = taken


@jit
def ruling_of(b: IntArray, d: IntArray, claim: int, before: int, received: int) -> int:
    """The ruling on what was certified; where nobody has given it yet it is asked for, and guessed."""
    asks, case = b[ix(b, CLAIM, claim, C.ASKS)], ix(d, CASE, claim, 0)
    before = before if asks & Asks.PAID_BEFORE else 0
    taken = d[case + S.THIS_YEAR_FEN] if asks & Asks.PAID_THIS_YEAR else 0
    repeated = d[case + S.REPEATED] if asks & Asks.ALREADY_PAID else 0
    received = received if asks & Asks.RECEIVED else b[ix(b, CLAIM, claim, C.PLANNED_FEN)]
    planned = received == b[ix(b, CLAIM, claim, C.PLANNED_FEN)]
    if not before and not taken and not repeated and planned:
        return int(b[ix(b, CLAIM, claim, C.RULING)])
    place = b[ix(b, ANSWERS, 0, claim)]
    while place != NONE:
        known = ix(b, ANSWER, place, 0)
        if (
            b[known + 0] == before
            and b[known + 1] == taken
            and b[known + 2] == repeated
            and b[known + 3] == received
        ):
            return int(b[known + 4])
        place = b[known + 5]
    if d[ix(d, MARK, 0, M.ASKED)] < rows(d, ASK):
        row = ix(d, ASK, d[ix(d, MARK, 0, M.ASKED)], 0)
        d[row], d[row + 1], d[row + 2] = claim, before, taken
        d[row + 3], d[row + 4] = repeated, received
        d[ix(d, MARK, 0, M.ASKED)] += 1
    return int(b[ix(b, CLAIM, claim, C.RULING)])


@jit
def rank_moves(b: IntArray, d: IntArray, claim: int) -> None:
    """Leave a replication alone in which the clause that goes first hangs on earlier awards."""
    asks, case = b[ix(b, CLAIM, claim, C.ASKS)], ix(d, CASE, claim, 0)
    moved = (asks & Asks.PAID_BEFORE and d[case + S.BEFORE_FEN]) or (
        (asks & Asks.ALREADY_PAID and d[case + S.REPEATED])
        or (asks & Asks.PAID_THIS_YEAR and d[case + S.THIS_YEAR_FEN])
    )
    if b[ix(b, CLAIM, claim, C.RIVALS)] and moved:
        d[ix(d, MARK, 0, M.FAULT)] = Fault.RANK_MOVES


@jit
def left_of(b: IntArray, d: IntArray, claim: int) -> None:
    """What is left of the ruling after what was granted for the same, and after the limits."""
    case = ix(d, CASE, claim, 0)
    whole = b[ix(b, RULING, d[case + S.RULING], R.AMOUNT_FEN)]
    amount, single = whole, -1
    for number in range(rows(b, RULE)):
        mates = ix3(b, MATES, claim, number, 0)
        if b[mates] == b[mates + 1] or b[ix(b, RULE, number, G.FROM_DAY)] > d[ix(d, MARK, 0, M.TODAY)]:
            continue
        if single < 0:
            single = _alone(b, d, claim)
        amount = min(amount, _under(b, d, claim, number, whole, single))
    capped = amount
    for k in range(b[ix(b, CLAIM, claim, C.LIMITS)]):
        limit = ix3(b, LIMIT, claim, k, 0)
        if not b[limit + L.AT_PAYMENT]:
            room = max(0, b[ix(b, RULING, d[case + S.RULING], R.CAPS + k)] - used(b, d, claim, k))
            short = b[limit + L.SHORT] == Short.REJECT and room < capped
            capped = 0 if short else min(capped, room)
    d[case + S.LEFT_FEN], d[case + S.PAID_ALREADY_FEN], d[case + S.LIMIT_FEN] = (
        capped,
        whole - amount,
        amount - capped,
    )


@jit
def nothing_left(d: IntArray, claim: int) -> int:
    """Why nothing is left."""
    if d[ix(d, CASE, claim, S.PAID_ALREADY_FEN)]:
        return REASON_PAID_ALREADY
    return REASON_LIMIT_REACHED if d[ix(d, CASE, claim, S.LIMIT_FEN)] else REASON_NOTHING_DUE


@jit
def _alone(b: IntArray, d: IntArray, claim: int) -> int:
    """What the clause would give had this run granted nothing for the same before."""
    case = ix(d, CASE, claim, 0)
    if not (b[ix(b, CLAIM, claim, C.ASKS)] & Asks.PAID_BEFORE) or not d[case + S.BEFORE_FEN]:
        return int(b[ix(b, RULING, d[case + S.RULING], R.AMOUNT_FEN)])
    return int(
        b[ix(b, RULING, ruling_of(b, d, claim, 0, b[ix(b, CLAIM, claim, C.PLANNED_FEN)]), R.AMOUNT_FEN)]
    )


@jit
def _under(b: IntArray, d: IntArray, claim: int, number: int, amount: int, single: int) -> int:
    others, met = 0, False
    now, own = year(b, d), b[ix(b, CLAIM, claim, C.CLAUSE)]
    for place in range(b[ix3(b, MATES, claim, number, 0)], b[ix3(b, MATES, claim, number, 1)]):
        other = b[ix(b, MATE, 0, place)]
        case = ix(d, CASE, other, 0)
        clause = b[ix(b, CLAIM, other, C.CLAUSE)]
        if (
            other == claim
            or not d[case + S.COUNTED_FEN]
            or b[ix(b, ADDS, own, clause)]
            or b[ix(b, ADDS, clause, own)]
        ):
            continue
        counted = b[ix(b, YEAR_OF, 0, d[case + S.COUNTED_DAY] - b[ix(b, POLICY, 0, K.FIRST_DAY)])]
        if not b[ix(b, RULE, number, G.YEARLY)] or counted == now:
            others += d[case + S.COUNTED_FEN]
            met = True
    pick, cap = b[ix(b, RULE, number, G.PICK)], b[ix(b, RULE, number, G.CAP_FEN)]
    if pick == Pick.SUM:
        return max(0, min(amount, amount if cap == NONE else cap - others))
    if not met:
        return amount
    if pick == Pick.FIRST or (pick == Pick.HIGHEST and b[ix(b, POLICY, 0, K.NOTHING_LATER)]):
        return 0
    return max(0, min(amount, single - others))
