"""What each point came to: means with their intervals, for a table or JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from escrow.compiled.outcomes.names import outcome
from scenarios.statistics import Estimate, mean, wilson
from scenarios.sweep.problems import NoMeanOfDays
from scenarios.sweep.results import Results

USUAL = ("public_net_fen", "cost_share_fen", "pool_depleted", "completed")
"""Outcomes that a sweep's table shows unless others are asked for."""


class PointSummary(NamedTuple):
    """A point: its number, its values by axis, estimates by outcome, replications that failed."""

    point: int
    values: dict[str, str]
    estimates: dict[str, Estimate]
    failed: int

    def plain(self) -> dict[str, Any]:
        """As JSON-able data."""
        estimates = {name: estimate.plain() for name, estimate in self.estimates.items()}
        return {"point": self.point, "values": self.values, "failed": self.failed, "outcomes": estimates}


def summary(results: Results, outcomes: Sequence[str] = USUAL) -> list[PointSummary]:
    """Every point with the mean of each outcome and its 95 % interval (Wilson's for flags)."""
    check_outcomes(outcomes)
    arrays = results.outcomes(*outcomes)
    found = []
    failed = results.failed.sum(axis=1)
    for point, (values, valid) in enumerate(zip(results.points, results.valid, strict=True)):
        estimates = {name: _estimate(name, array[point][valid]) for name, array in arrays.items()}
        found.append(PointSummary(point, values, estimates, int(failed[point])))
    return found


def check_outcomes(names: Sequence[str]) -> None:
    """NoSuchOutcome for a name that is not in the catalogue of outcomes, NoMeanOfDays for a day."""
    for name in names:
        if outcome(name).unit == "day":
            raise NoMeanOfDays(name=name)


def plain(results: Results, rows: Sequence[PointSummary], folder: Path) -> dict[str, Any]:
    """Everything of the page as JSON-able data."""
    told = results.manifest
    kept = ("name", "digest", "seed", "replications", "met", "engine", "engines", "fallbacks", "shard")
    return {
        "folder": str(folder),
        **{name: told[name] for name in kept},
        "baseline": results.baseline,
        "axes": list(results.axes),
        "points": [row.plain() for row in rows],
    }


def _estimate(name: str, values: Any) -> Estimate:
    if outcome(name).unit == "flag":
        return wilson(int(values.sum()), int(values.size))
    return mean(values)
