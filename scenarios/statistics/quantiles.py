"""Quantiles by nearest rank, with intervals between two order statistics: no shape is assumed."""

import math
from typing import NamedTuple

import numpy as np

from scenarios.statistics.estimate import CONFIDENCE, Values
from scenarios.statistics.extra import needed


class Quantile(NamedTuple):
    """The value not passed in a share `at` of cases; None where the sample is too small for a bound."""

    at: float
    value: float
    low: float | None
    high: float | None
    n: int


def quantile(values: Values, at: float, confidence: float = CONFIDENCE) -> Quantile:
    """The smallest value with a share `at` of the sample at or below it, and its interval."""
    sample = np.sort(np.asarray(values))
    n = int(sample.size)
    if not n:
        return Quantile(at, math.nan, None, None, 0)
    low, high = ranks(n, at, confidence)
    return Quantile(
        at,
        float(sample[place(n, at)]),
        None if low is None else float(sample[low]),
        None if high is None else float(sample[high]),
        n,
    )


def place(n: int, at: float) -> int:
    """Index of the nearest rank; a share that is a whole rank up to rounding is that rank."""
    return min(max(math.ceil(n * at - 1e-9), 1), n) - 1


def ranks(n: int, at: float, confidence: float = CONFIDENCE) -> tuple[int | None, int | None]:
    """Indices of the order statistics that enclose the true quantile with `confidence`; None beyond an end.

    How many of n lie below the quantile is binomial; each tail takes half of what is left out.
    """
    below = needed("scipy.special").bdtr(np.arange(n), n, at)
    tail = (1 - confidence) / 2
    low = int(np.searchsorted(below, tail, side="right"))
    high = int(np.searchsorted(below, 1 - tail, side="left")) + 1
    # `low` and `high` count from 1: the chance of fewer than `low` below the quantile is within the tail.
    return (low - 1 if low else None), (high - 1 if high - 1 < n else None)
