"""One knob at a time around the baseline: how far each moves an outcome, either way, on the same worlds."""

from typing import NamedTuple

from scenarios.analysis.measures import Measure
from scenarios.analysis.problems import NoIndices
from scenarios.analysis.sides import Side, level, move
from scenarios.analysis.sobol import design_of
from scenarios.statistics import CONFIDENCE, Difference, Estimate
from scenarios.sweep.results import Results


class Step(NamedTuple):
    """One value of the axis, and what it changes against the baseline."""

    value: str
    difference: Difference


class Swing(NamedTuple):
    """An axis with its steps, the lowest outcome first."""

    axis: str
    usual: str
    steps: tuple[Step, ...]

    @property
    def low(self) -> float:
        """The furthest the outcome falls."""
        return min(0.0, *(step.difference.estimate.value for step in self.steps))

    @property
    def high(self) -> float:
        """The furthest the outcome rises."""
        return max(0.0, *(step.difference.estimate.value for step in self.steps))

    @property
    def width(self) -> float:
        """From end to end."""
        return self.high - self.low


class Tornado(NamedTuple):
    """Of one measure: its level at the baseline, and the axes by how far they move it."""

    measure: Measure
    base: Estimate
    swings: tuple[Swing, ...]


def neighbours(results: Results) -> dict[str, list[int]]:
    """By axis: the points that differ from the baseline in it alone. NoIndices where there are none."""
    base = results.baseline
    if base is None:
        raise NoIndices(design=design_of(results) or "?")
    usual = results.points[base]
    found: dict[str, list[int]] = {}
    for number, point in enumerate(results.points):
        moved = [axis for axis in results.axes if point[axis] != usual[axis]]
        if len(moved) == 1:
            found.setdefault(moved[0], []).append(number)
    if not found:
        raise NoIndices(design=design_of(results) or "?")
    return found


def tornado(results: Results, asked: Measure, confidence: float = CONFIDENCE) -> Tornado:
    """The swings of every axis, the widest first."""
    around = neighbours(results)
    base = Side(results, results.baseline or 0)
    swings = [
        Swing(
            axis,
            results.points[base.point][axis],
            tuple(
                sorted(
                    (
                        Step(
                            results.points[point][axis],
                            move(Side(results, point), base, asked, True, confidence),
                        )
                        for point in points
                    ),
                    key=lambda step: step.difference.estimate.value,
                )
            ),
        )
        for axis, points in around.items()
    ]
    swings.sort(key=lambda swing: -swing.width)
    return Tornado(asked, level(base, asked, confidence), tuple(swings))
