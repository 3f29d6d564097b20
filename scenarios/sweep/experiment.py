"""An experiment: a scenario, what varies in it, which points are run, how often."""

from dataclasses import dataclass, field
from typing import Any

from ledger.text import Text
from scenarios.sweep.axes import Axis, Combination
from scenarios.sweep.base import Base
from scenarios.sweep.spec import EVERYTHING, GRID, SCHEMA, Design, Outputs, dumped

NOTHING = Text("", "")


@dataclass(frozen=True)
class Experiment:
    """What a sweep is a function of; texts are prose and change nothing."""

    name: str
    base: Base
    axes: tuple[Axis, ...] = ()
    design: Design = GRID
    replications: int = 1000
    baseline: dict[str, str] = field(default_factory=dict)
    outputs: Outputs = EVERYTHING
    title: Text = NOTHING
    question: Text = NOTHING
    why: Text = NOTHING
    notes: Text = NOTHING
    listed: tuple[Combination, ...] = ()
    """Points named one by one; then the design says nothing, and the first is the baseline."""

    def described(self) -> dict[str, Any]:
        """For sweep.json: the experiment as understood, the scenario's own text left out."""
        prose = {name: getattr(self, name)._asdict() for name in ("title", "question", "why", "notes")}
        return {
            "schema": SCHEMA,
            **prose,
            "scenario": self.base.source.name,
            "replications": self.replications,
            "axes": {axis.name: described_axis(axis) for axis in self.axes},
            "design": dumped(self.design),
            "baseline": self.baseline,
            "outputs": dumped(self.outputs),
        }


def described_axis(axis: Axis) -> dict[str, Any]:
    """Levels as they are written, or the bounds."""
    if axis.scale is not None:
        return {"low": axis.scale.low.text(), "high": axis.scale.high.text()}
    return {"levels": [level.text for level in axis.levels]}
