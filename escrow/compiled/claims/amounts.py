"""Amounts of an award: by payers, by stages, what it takes of its envelope, exact shares of a sum."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.claims.layout import NONE, K, R, S
from escrow.compiled.claims.tables import (
    CASE,
    CLAIM,
    ENVELOPE,
    PAID_BY,
    PART,
    PLAN,
    POLICY,
    REST,
    RULING,
    SCRATCH,
    SPLIT,
    STAGE,
    WEIGHT,
    ix,
)
from escrow.compiled.jit import jit

ORDER, SHARES, ODD, WHOLE = 0, 4, 8, 9
_DIGIT = 14


@jit
def divided(a: int, b: int, whole: int) -> tuple[int, int]:
    """a x b // whole and its remainder for amounts up to 2^47: the product needs more than 64 bits."""
    quotient, rest = 0, 0
    for place in range(3, -1, -1):
        rest = (rest << _DIGIT) + a * ((b >> (place * _DIGIT)) & ((1 << _DIGIT) - 1))
        quotient = (quotient << _DIGIT) + rest // whole
        rest %= whole
    return quotient, rest


@jit
def part_of(b: IntArray, split: int, amount: int, place: int) -> int:
    """What the payer in this place pays of an amount, the odd fen included where they are its own."""
    row = ix(b, SPLIT, split, 0)
    part = amount * b[row + SHARES + place] // b[row + WHOLE]
    if place != b[row + ODD]:
        return int(part)
    rest = amount
    for other in range(4):
        if other != place and b[row + ORDER + other] != NONE:
            rest -= amount * b[row + SHARES + other] // b[row + WHOLE]
    return int(rest)


@jit
def charges(b: IntArray, claim: int, payer: int) -> bool:
    """Whether what this level pays comes out of the claim's envelope."""
    number = b[ix(b, CLAIM, claim, 4)]
    return bool(
        number >= 0 and (b[ix(b, POLICY, 0, K.WHOLE_AWARD)] == 1 or b[ix(b, ENVELOPE, number, 1)] == payer)
    )


@jit
def charge(b: IntArray, d: IntArray, claim: int, amount: int) -> int:
    """What an award takes from its envelope: the owner's share, or all of it."""
    if b[ix(b, CLAIM, claim, 4)] < 0:
        return 0
    split = b[ix(b, RULING, d[ix(d, CASE, claim, S.RULING)], R.SPLIT)]
    before, taken = 0, 0
    for payer in range(4):
        before += d[ix(d, PAID_BY, claim, payer)]
    for place in range(4):
        payer = b[ix(b, SPLIT, split, ORDER + place)]
        if payer != NONE and charges(b, claim, payer):
            taken += part_of(b, split, before + amount, place) - d[ix(d, PAID_BY, claim, payer)]
    return int(taken)


@jit
def fitting(b: IntArray, d: IntArray, claim: int, amount: int, room: int) -> int:
    """The largest award up to `amount` that takes no more than `room`."""
    low, high = 0, amount
    while low < high:
        middle = (low + high + 1) // 2
        if charge(b, d, claim, middle) <= room:
            low = middle
        else:
            high = middle - 1
    return low


@jit
def stages(b: IntArray, d: IntArray, claim: int) -> int:
    """How many stages the award is paid in."""
    plan = b[ix(b, RULING, d[ix(d, CASE, claim, S.RULING)], R.PLAN)]
    return 1 if plan == NONE else int(b[ix(b, PLAN, 0, plan + 1)] - b[ix(b, PLAN, 0, plan)])


@jit
def staged(b: IntArray, d: IntArray, claim: int, number: int, amount: int) -> int:
    """The amount of a stage (from 0) of an award: running totals are rounded down."""
    plan = b[ix(b, RULING, d[ix(d, CASE, claim, S.RULING)], R.PLAN)]
    if plan == NONE:
        return amount
    row = b[ix(b, PLAN, 0, plan)] + number
    upto, _ = divided(amount, b[ix(b, STAGE, row, 2)], b[ix(b, STAGE, row, 3)])
    if not number:
        return upto
    before, _ = divided(amount, b[ix(b, STAGE, row - 1, 2)], b[ix(b, STAGE, row - 1, 3)])
    return upto - before


@jit
def share_out(d: IntArray, total: int, size: int) -> None:
    """`total` by the weights on the scratch pad, exactly: largest remainders, of equal ones the first."""
    whole = 0
    for i in range(size):
        whole += d[ix(d, SCRATCH, i, WEIGHT)]
    odd = total if whole else 0
    for i in range(size):
        part, rest = divided(total, d[ix(d, SCRATCH, i, WEIGHT)], whole) if whole else (0, 0)
        d[ix(d, SCRATCH, i, PART)], d[ix(d, SCRATCH, i, REST)] = part, rest
        odd -= part
    for _ in range(odd):
        best = 0
        for i in range(1, size):
            if d[ix(d, SCRATCH, i, REST)] > d[ix(d, SCRATCH, best, REST)]:
                best = i
        d[ix(d, SCRATCH, best, PART)] += 1
        d[ix(d, SCRATCH, best, REST)] = -1
