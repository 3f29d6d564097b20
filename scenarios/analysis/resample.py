"""Means over common replications at every point, and the same over replications drawn again (bootstrap)."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenarios.analysis.columns import columns
from scenarios.analysis.measures import Measure
from scenarios.analysis.problems import NoReplicationInCommon
from scenarios.statistics.estimate import Floats
from scenarios.sweep.results import Results

RESAMPLES = 200
SEED = 20250309


def responses(results: Results, asked: Measure, points: slice = slice(None)) -> Floats:
    """(points,): the mean, share or ratio at each point over the replications that ended well everywhere."""
    found: Floats = _over(_common(results, asked, points), None)[:, 0]
    return found


def resampled(
    results: Results, asked: Measure, points: slice = slice(None), times: int = RESAMPLES
) -> Floats:
    """(points, times): the same with replications drawn again, the same ones at every point."""
    samples = _common(results, asked, points)
    n = samples[0].shape[1]
    draw = np.random.default_rng(SEED)
    weights = draw.multinomial(n, np.full(n, 1 / n), size=times).T.astype(np.float64)
    return _over(samples, weights)


def _common(results: Results, asked: Measure, points: slice) -> list[NDArray[Any]]:
    kept = results.valid[points].all(axis=0)
    if not kept.any():
        raise NoReplicationInCommon
    found = columns(results, asked.needs)
    return [found[name][points][:, kept].astype(np.float64) for name in asked.needs]


def _over(samples: list[NDArray[Any]], weights: NDArray[Any] | None) -> Floats:
    n = samples[0].shape[1]
    each = np.ones((n, 1)) if weights is None else weights
    sums = [sample @ each for sample in samples]
    if len(sums) == 1:
        mean: Floats = sums[0] / n
        return mean
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio: Floats = np.where(sums[1] > 0, sums[0] / sums[1], math.nan)
    return ratio
