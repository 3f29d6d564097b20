"""A scenario on which points are tried, on the same worlds each time: what `readings` and `solve` run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from escrow.catalogue import Resolved
from ledger.text import Text
from scenarios.analysis.columns import BUDGET
from scenarios.analysis.measures import Measure
from scenarios.analysis.readings import Point
from scenarios.spec import Scenario, Source, SpecProblem
from scenarios.spec.load import NOTHING_ASKED, Asked
from scenarios.spec.nodes import Mark
from scenarios.sweep import How, Results, experiment_of, experiment_of_points
from scenarios.sweep.base import Base
from scenarios.sweep.listed import swept_in_memory
from scenarios.sweep.runner import AS_USUAL
from scenarios.sweep.spec import Outputs
from scenarios.sweep.vary import level_of

OUTCOMES_ONLY = Outputs(years=False, fans=False)
REPLICATIONS = 1000


def _nobody(_: Text) -> None:
    """Who does not want to hear."""


@dataclass(frozen=True)
class Trial:
    """A scenario with what the command line asks of it, and how often each point is replicated."""

    source: Source | str
    asked: Asked = NOTHING_ASKED
    replications: int = REPLICATIONS
    how: How = AS_USUAL
    tell: Callable[[Text], None] = _nobody
    """Hears why points run in the slower engine, where they do."""
    outputs: Outputs = OUTCOMES_ONLY

    @cached_property
    def base(self) -> Base:
        """The scenario before anything is tried."""
        return experiment_of(self.source, asked=self.asked).base

    def opened(self) -> tuple[Scenario, Resolved]:
        """The scenario as it stands; SpecProblem, ClaimsCannotVary."""
        loaded = self.base.open()
        return loaded.scenario, loaded.resolved

    def run(self, points: Sequence[Point]) -> Results:
        """Every point, in memory; a point says what it changes."""
        experiment = experiment_of_points(
            self.source, points, replications=self.replications, asked=self.asked
        )
        swept, results = swept_in_memory(replace(experiment, outputs=self.outputs), self.how)
        for why in dict.fromkeys(each for all_ in swept.fallbacks.values() for each in all_):
            self.tell(why)
        return results

    def keeping(self, asked: Measure) -> "Trial":
        """The same with all that the measure needs: the budget is added up from years."""
        return replace(self, outputs=Outputs(years=BUDGET in asked.needs, fans=False))

    def refused(self, point: Point) -> Text | None:
        """Why the scenario cannot be run with these changes; None when it can."""
        levels = [level_of(value, name, Mark(f"{name}={value}", 0)) for name, value in point.items()]
        try:
            self.base.open([each for level in levels for each in level.assigned])
        except SpecProblem as problem:
            return Text(problem.say("zh"), problem.say("en"))
        return None
