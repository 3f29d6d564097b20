"""Differences: paired by replication where both sides met the same worlds, else between two samples."""

import math
from typing import NamedTuple

import numpy as np

from scenarios.statistics.estimate import CONFIDENCE, Estimate, Values, around, finite, mean
from scenarios.statistics.flags import wilson


class Difference(NamedTuple):
    """A mean difference, and how many times larger its variance were on independent worlds.

    `reduction` is None where nothing varies, or where the samples are not paired at all.
    """

    estimate: Estimate
    reduction: float | None = None

    def plain(self) -> dict[str, float | None]:
        """As JSON-able data."""
        return {**self.estimate.plain(), "variance_reduction": finite(self.reduction)}


def paired(values: Values, baseline: Values, confidence: float = CONFIDENCE) -> Difference:
    """`values` less `baseline`, replication by replication; both from the same worlds in the same order."""
    ours, theirs = np.asarray(values), np.asarray(baseline)
    # Whole fen are subtracted before anything becomes a float.
    moves = ours - theirs
    return Difference(mean(moves, confidence), reduction(ours, theirs, moves))


def paired_flags(values: Values, baseline: Values, confidence: float = CONFIDENCE) -> Difference:
    """The same for flags: where no pair differs, Wilson's bound says how often one may all the same."""
    found = paired(values, baseline, confidence)
    value, n = found.estimate.value, found.estimate.n
    if n < 2 or found.estimate.error > 0:
        return found
    reach = wilson(0, n, confidence).high
    bounds = found.estimate._replace(low=max(-1.0, value - reach), high=min(1.0, value + reach))
    return found._replace(estimate=bounds)


def reduction(ours: Values, theirs: Values, moves: Values) -> float | None:
    """The variance of an independent difference over that of the paired one; infinite when all move alike."""
    if len(moves) < 2:
        return None
    apart = variance(ours) + variance(theirs)
    together = variance(moves)
    if together == 0:
        return None if apart == 0 else math.inf
    return apart / together


def unpaired(values: Values, baseline: Values, confidence: float = CONFIDENCE) -> Difference:
    """`values` less `baseline` from two independent samples, with Welch's degrees of freedom."""
    ours, theirs = mean(values, confidence), mean(baseline, confidence)
    return Difference(apart(ours, theirs, confidence))


def apart(ours: Estimate, theirs: Estimate, confidence: float = CONFIDENCE) -> Estimate:
    """The difference of two independent estimates."""
    value, n = ours.value - theirs.value, min(ours.n, theirs.n)
    if n < 2 or not math.isfinite(ours.error + theirs.error):
        return Estimate(value, math.inf, -math.inf, math.inf, n)
    parts = ours.error**2, theirs.error**2
    total = sum(parts)
    if total == 0:
        return Estimate(value, 0.0, value, value, n)
    freedom = total**2 / (parts[0] ** 2 / (ours.n - 1) + parts[1] ** 2 / (theirs.n - 1))
    return around(value, math.sqrt(total), freedom, n, confidence)


def variance(values: Values) -> float:
    """The sample variance; whole numbers are centred before they become floats, however large they are."""
    sample = np.asarray(values)
    return float(np.var((sample - sample[0]).astype(np.float64), ddof=1))
