"""A share of an amount, rounded by a named code.

Plain integer functions without objects, so that Numba can compile them as they stand.
"""

# A code is 3 * unit + way: the unit is the fen or the yuan, the way down, up or half up.
FEN_DOWN = 0
FEN_UP = 1
FEN_HALF_UP = 2
YUAN_DOWN = 3
YUAN_UP = 4
YUAN_HALF_UP = 5

FEN_PER_YUAN = 100


def share(amount: int, num: int, den: int, rounding: int) -> int:
    """`amount * num / den` in fen, rounded by a code of this module; needs amount, num >= 0 and den > 0.

    The whole multiples of the divisor are taken out first, so that within the bounds of
    `escrow.arithmetic.bounds` no step leaves 64 bits.
    """
    unit = FEN_PER_YUAN if rounding >= YUAN_DOWN else 1
    divisor = den * unit
    whole = amount // divisor * num
    rest = amount % divisor * num
    way = rounding % 3
    if way == FEN_DOWN:
        part = rest // divisor
    elif way == FEN_UP:
        part = (rest + divisor - 1) // divisor
    else:
        part = (2 * rest + divisor) // (2 * divisor)
    return (whole + part) * unit


def whole_needed(net: int, num: int, den: int) -> int:
    """The least gross amount (fen) whose net amount, at a tax rate num / den, reaches `net`."""
    return share(net, den + num, den, FEN_UP)
