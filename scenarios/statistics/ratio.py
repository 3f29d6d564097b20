"""Ratios of sums (leverage, public money per completed project, loss ratio): intervals by the delta method.

A ratio of sums is not a mean of ratios: each replication weighs as much as its denominator.
"""

import math

import numpy as np

from scenarios.statistics.estimate import CONFIDENCE, Estimate, Floats, Values, mean
from scenarios.statistics.pairs import Difference, apart, reduction

UNKNOWN = Estimate(math.nan, math.inf, -math.inf, math.inf, 0)


def ratio(over: Values, under: Values, confidence: float = CONFIDENCE) -> Estimate:
    """The sum of `over` to the sum of `under`; unknown where the latter is not above zero."""
    value, lean = linear(over, under)
    if lean is None:
        return UNKNOWN._replace(n=len(over))
    found = mean(lean, confidence)
    return found.shifted(value - found.value)


def ratio_difference(
    ours: tuple[Values, Values], theirs: tuple[Values, Values], confidence: float = CONFIDENCE
) -> Difference:
    """One ratio less another, both over the same worlds, paired replication by replication."""
    (value, lean), (base, other) = linear(*ours), linear(*theirs)
    if lean is None or other is None:
        return Difference(UNKNOWN._replace(n=len(ours[0])))
    moves = lean - other
    found = mean(moves, confidence)
    return Difference(found.shifted(value - base - found.value), reduction(lean, other, moves))


def unpaired_ratio(
    ours: tuple[Values, Values], theirs: tuple[Values, Values], confidence: float = CONFIDENCE
) -> Difference:
    """One ratio less another from two independent samples."""
    first, second = ratio(*ours, confidence), ratio(*theirs, confidence)
    if math.isnan(first.value) or math.isnan(second.value):
        return Difference(UNKNOWN._replace(n=min(first.n, second.n)))
    return Difference(apart(first, second, confidence))


def linear(over: Values, under: Values) -> tuple[float, Floats | None]:
    """The ratio, and what each replication adds to its error: residuals over the mean denominator."""
    top, bottom = np.asarray(over, dtype=np.float64), np.asarray(under, dtype=np.float64)
    middle = float(bottom.mean()) if bottom.size else 0.0
    if middle <= 0:
        return math.nan, None
    value = float(top.mean()) / middle
    lean: Floats = (top - value * bottom) / middle
    return value, lean
