"""Percentiles of whole numbers without interpolation (nearest rank)."""

from collections.abc import Sequence


def at_percent(ordered: Sequence[int], percent: int) -> int | None:
    """The smallest value with at least `percent` of all values at or below it; None when there is none.

    `ordered` must be sorted upwards.
    """
    if not ordered:
        return None
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(rank, 1) - 1]
