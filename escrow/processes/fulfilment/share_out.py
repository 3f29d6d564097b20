"""Sharing out a sum exactly: largest remainders, the first of equal ones first."""

from collections.abc import Sequence


def shared_out(total: int, weights: Sequence[int]) -> list[int]:
    """`total` in proportion to `weights`; the parts add up to it."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[: total - sum(parts)]:
        parts[i] += 1
    return parts
