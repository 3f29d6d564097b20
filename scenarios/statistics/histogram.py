"""Quantiles from counts in fixed bins: known up to the bin they lie in, whatever was merged when."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenarios.statistics.quantiles import place


class Bracket(NamedTuple):
    """The bin a quantile lies in: at least `low`, below `high`; None at an open end."""

    at: float
    low: int | None
    high: int | None

    @property
    def middle(self) -> int | None:
        """The bin's middle, or the end that is known."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        return (self.low + self.high) // 2


def histogram_quantile(
    counts: NDArray[Any], edges: NDArray[Any], at: float, ends: tuple[int, int] | None = None
) -> Bracket:
    """The bin of the nearest-rank quantile.

    Bin 0 lies below `edges[0]`, bin k from `edges[k - 1]` on, the last from the last edge on; `ends`
    (the exact least and greatest value) close the open ones. Raises ValueError for an empty histogram.
    """
    total = int(counts.sum())
    if not total:
        raise ValueError("an empty histogram has no quantile")
    if len(counts) != len(edges) + 1:
        raise ValueError(f"{len(counts)} bins need {len(counts) - 1} edges, not {len(edges)}")
    found = int(np.searchsorted(np.cumsum(counts), place(total, at) + 1))
    least, greatest = ends if ends else (None, None)
    low = int(edges[found - 1]) if found else least
    high = int(edges[found]) if found < len(edges) else None if greatest is None else greatest + 1
    return Bracket(at, low, high)
