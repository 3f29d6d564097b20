"""Effects: how much likelier than average a project, a platform or an enterprise is to fail.

Each has a normal effect on the log odds of failure, stated by its spread (standard deviation, in hundredths).
Averaging over such effects would raise a stated chance of 6 % to almost 8 %; the thresholds here are
corrected so that the average over all projects is the chance that was stated.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from escrow.behaviour.chance import SHIFT_LIMIT, shifted
from escrow.behaviour.quantile import ONE, IntArray, QuantileTable

# Quantiles of the standard normal distribution in thousandths, cut at 0.05 % on either side.
STANDARD_NORMAL = QuantileTable.of(
    "0:-3291 0.1:-3090 0.5:-2576 1:-2326 2.5:-1960 5:-1645 10:-1282 15:-1036 20:-842 30:-524 40:-253 50:0 "
    "60:253 70:524 80:842 85:1036 90:1282 95:1645 97.5:1960 99:2326 99.5:2576 99.9:3090 100:3291"
)
_STRATA = 128  # strata per effect when averaging


@dataclass(frozen=True, slots=True)
class Spread:
    """Standard deviations of the effects on the log odds of failure, in hundredths."""

    project: int = 0
    platform: int = 0
    enterprise: int = 0

    def normal(self) -> dict[str, int]:
        """As plain data."""
        return {"enterprise": self.enterprise, "platform": self.platform, "project": self.project}


def effect(uniforms: IntArray, spread: int) -> IntArray:
    """Effects in hundredths of log odds, nearest whole number."""
    return (2 * STANDARD_NORMAL.values(uniforms) * spread + 1000) // 2000


@lru_cache(maxsize=512)
def thresholds(at: int, spreads: tuple[int, ...]) -> IntArray:
    """Thresholds by shift (-600 to 600, at index shift + 600) whose average over the effects is `at`."""
    centre = _centre(at, spreads)
    table = np.array([shifted(centre, s) for s in range(-SHIFT_LIMIT, SHIFT_LIMIT + 1)], dtype=np.int64)
    table.setflags(write=False)
    return table


def look_up(table: IntArray, shifts: IntArray) -> IntArray:
    """The thresholds at these shifts, clipped to what the table holds."""
    return table[np.clip(shifts, -SHIFT_LIMIT, SHIFT_LIMIT) + SHIFT_LIMIT]


def _centre(at: int, spreads: tuple[int, ...]) -> int:
    if at in (0, ONE) or not any(spreads):
        return at
    weights = _weights(spreads)
    total = sum(weight for _, weight in weights)
    low, high = 0, ONE
    while low < high:
        middle = (low + high) // 2
        if sum(weight * shifted(middle, s) for s, weight in weights) < at * total:
            low = middle + 1
        else:
            high = middle
    return low


@lru_cache(maxsize=64)
def _weights(spreads: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Shifts and how often they occur, over all combinations of the strata of each effect."""
    strata = (2 * np.arange(_STRATA, dtype=np.int64) + 1) * (ONE // (2 * _STRATA))
    counts, lowest = np.ones(1, dtype=np.int64), 0
    for spread in filter(None, spreads):
        drawn = effect(strata, spread)
        counts = np.convolve(counts, np.bincount(drawn - drawn.min()).astype(np.int64))
        lowest += int(drawn.min())
    return tuple((lowest + k, int(count)) for k, count in enumerate(counts) if count)
