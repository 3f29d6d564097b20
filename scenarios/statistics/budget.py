"""What a budget line must hold so that it suffices in 50, 90, 95 or 99 of 100 cases, year by year."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from numpy.typing import NDArray

from scenarios.statistics.estimate import CONFIDENCE, Estimate, mean
from scenarios.statistics.quantiles import Quantile, quantile

LEVELS = (0.5, 0.9, 0.95, 0.99)


class Need(NamedTuple):
    """One year: the mean, and what suffices at each level, in fen."""

    year: int
    mean: Estimate
    levels: tuple[Quantile, ...]


def needs(
    years: Sequence[int],
    fen: NDArray[Any],
    levels: Sequence[float] = LEVELS,
    confidence: float = CONFIDENCE,
) -> list[Need]:
    """From fen by replication and year. Years are judged one by one: their quantiles must not be added."""
    return [
        Need(
            year,
            mean(fen[:, place], confidence),
            tuple(quantile(fen[:, place], at, confidence) for at in levels),
        )
        for place, year in enumerate(years)
    ]
