"""Fan charts: quantiles of a series day by day, known up to the bin they lie in."""

from collections.abc import Sequence
from typing import NamedTuple

from scenarios.statistics import Bracket, histogram_quantile
from scenarios.sweep.results import Fan

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)


class FanDay(NamedTuple):
    """One day of a fan chart: exact ends, and a bracket for each level."""

    day: int
    lowest: int
    highest: int
    levels: tuple[Bracket, ...]


def fan_days(fan: Fan, point: int, levels: Sequence[float] = LEVELS) -> list[FanDay]:
    """The quantiles of a series at one point; days without a replication are left out."""
    found = []
    for place, day in enumerate(fan.days.tolist()):
        counts = fan.counts[point, place]
        if not counts.any():
            continue
        ends = int(fan.lowest[point, place]), int(fan.highest[point, place])
        brackets = tuple(histogram_quantile(counts, fan.edges, at, ends) for at in levels)
        found.append(FanDay(day, *ends, brackets))
    return found
