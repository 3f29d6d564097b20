"""The largest numbers the scheme computes with, checked where input enters."""

AMOUNT_MAX_FEN = 10**14
RATE_PART_MAX = 10**4
INT64_MAX = 2**63 - 1


def fits(amount: int, num: int, den: int) -> bool:
    """Whether an amount and a rate lie within the promised bounds (design section 4)."""
    return 0 <= amount <= AMOUNT_MAX_FEN and 0 <= num <= RATE_PART_MAX and 0 < den <= RATE_PART_MAX


def share_fits(amount: int, num: int, den: int) -> bool:
    """Whether `share` stays within 64 bits for these numbers, whatever the rounding."""
    # The yuan codes divide by 100 * den; their half-up step doubles the remainder.
    divisor = 100 * den
    return amount // divisor * num * 100 <= INT64_MAX // 2 and 2 * divisor * num <= INT64_MAX // 2
