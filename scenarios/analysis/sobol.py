"""Sobol indices of a Saltelli design: how much of the spread between policies each knob explains.

SALib computes them from means over common replications. Two errors are told apart: that of the design
(SALib's own, from drawing its rows again) and that of the replications (indices of resampled means).
"""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from scenarios.analysis.measures import Measure
from scenarios.analysis.problems import NoIndices
from scenarios.analysis.resample import RESAMPLES, SEED, resampled, responses
from scenarios.statistics import CONFIDENCE
from scenarios.statistics.estimate import Floats
from scenarios.statistics.extra import needed
from scenarios.statistics.flags import normal
from scenarios.sweep.results import Results

SALTELLI = "saltelli"


class Index(NamedTuple):
    """One index with the half widths of its two intervals: design, and replications."""

    value: float
    design: float
    replications: float


class Indices(NamedTuple):
    """Of one measure: the spread between points, and first order and total index of each axis."""

    measure: Measure
    axes: tuple[str, ...]
    mean: float
    spread: float
    first: tuple[Index, ...]
    total: tuple[Index, ...]
    rows: int
    replications: int

    @property
    def order(self) -> list[int]:
        """Axes by total index, largest first."""
        return sorted(range(len(self.axes)), key=lambda place: -self.total[place].value)


def design_of(results: Results) -> str:
    """The kind of design the results were made with; empty when they do not say."""
    stated: Any = results.manifest.get("experiment", {}).get("design", "")
    return str(stated.get("kind", "")) if isinstance(stated, dict) else str(stated)


def rows_of(results: Results) -> int:
    """How many rows a Saltelli design has; a baseline may stand behind them. NoIndices for other designs."""
    block = len(results.axes) + 2
    rows, rest = divmod(len(results.points), block)
    if design_of(results) != SALTELLI or rest > 1 or not rows:
        raise NoIndices(design=design_of(results) or "?")
    return rows


def indices(
    results: Results,
    asked: Measure,
    *,
    confidence: float = CONFIDENCE,
    times: int = RESAMPLES,
    seed: int = SEED,
) -> Indices | None:
    """The indices of a measure; None where it does not differ between points, or is not known at one."""
    rows = rows_of(results)
    points = slice(0, rows * (len(results.axes) + 2))
    found = responses(results, asked, points)
    if not np.isfinite(found).all() or np.ptp(found) == 0:
        return None
    by_design = of_means(results.axes, found, confidence, seed)
    again = resampled(results, asked, points, times)
    first, total = first_and_total(again, len(results.axes))
    noise = [normal(confidence) * _spread(part) for part in (first, total)]
    whole = results.valid[points].all(axis=0)
    return Indices(
        asked,
        results.axes,
        float(found.mean()),
        float(found.std()),
        _indices(by_design["S1"], by_design["S1_conf"], noise[0]),
        _indices(by_design["ST"], by_design["ST_conf"], noise[1]),
        rows,
        int(whole.sum()),
    )


def of_means(axes: Sequence[str], means: Floats, confidence: float = CONFIDENCE, seed: int = SEED) -> Any:
    """SALib's analysis; only the number of axes matters to it, not their bounds."""
    problem = {"num_vars": len(axes), "names": list(axes), "bounds": [[0, 1]] * len(axes)}
    return needed("SALib.analyze.sobol").analyze(
        problem, means, calc_second_order=False, conf_level=confidence, print_to_console=False, seed=seed
    )


def first_and_total(means: Floats, axes: int) -> tuple[Floats, Floats]:
    """(axes, columns) of each index from (points, columns): SALib's estimators, for all columns at once."""
    scaled = (means - means.mean(axis=0)) / np.where(means.std(axis=0) > 0, means.std(axis=0), 1)
    block = axes + 2
    a, b = scaled[0::block], scaled[block - 1 :: block]
    spread = np.var(np.concatenate([a, b]), axis=0)
    spread = np.where(spread > 0, spread, math.inf)
    mixed = [scaled[place + 1 :: block] for place in range(axes)]
    first = np.stack([np.mean(b * (ab - a), axis=0) / spread for ab in mixed])
    total = np.stack([np.mean((a - ab) ** 2, axis=0) / 2 / spread for ab in mixed])
    return first, total


def _spread(columns: Floats) -> Floats:
    found: Floats = np.nanstd(columns, axis=1, ddof=1)
    return found


def _indices(values: Any, design: Any, noise: Floats) -> tuple[Index, ...]:
    return tuple(Index(float(v), float(d), float(n)) for v, d, n in zip(values, design, noise, strict=True))
