"""Chunks in the readable engine: one replication after another, the policies of a world together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from escrow.compiled.outcomes.fans import Fan, merged
from escrow.compiled.outcomes.names import OUTCOMES, YEARLY
from escrow.compiled.outcomes.plan import Plan, fan_days, fan_for, years_of
from escrow.compiled.outcomes.reduce import Reduced, outcomes_of
from escrow.processes.scheme import Setting
from escrow.processes.simulate import simulate
from scenarios.prepare import Prepared, prepare
from scenarios.sweep.cells import Failure, PointCells
from scenarios.sweep.study import Study


class PointRuns:
    """One point, run after run: the outcomes of each, their fans merged."""

    def __init__(self, point: int, study: Study, setting: Setting) -> None:
        self.point = point
        self.setting = setting
        self.plan = study.plan(setting)
        self.days = fan_days(setting, study.step_days) if study.fans else []
        self.fan = fan_for(self.plan)
        self.done: list[tuple[int, Reduced]] = []
        self.failures: list[Failure] = []

    def take(self, replication: int, prepared: Prepared) -> None:
        """Run one replication; whatever goes wrong is recorded, so that a night's work is not lost to it."""
        try:
            reduced = reduced_of(prepared, self.plan)
        except Exception as problem:
            self.failures.append(failure(self.point, replication, problem))
        else:
            self.done.append((replication, reduced))
            self.fan = merged([self.fan, reduced.fan])

    def cells(self) -> PointCells:
        """All replications together."""
        span, number = years_of(self.setting), len(self.done)
        values = [list(reduced.values.values()) for _, reduced in self.done]
        years = [reduced.years for _, reduced in self.done]
        return PointCells(
            point=self.point,
            replications=np.array([at for at, _ in self.done], dtype=np.int64),
            outcomes=np.array(values, dtype=np.int64).reshape(number, len(OUTCOMES)),
            first_year=span.start,
            years=np.array(years, dtype=np.int64).reshape(number, len(span), len(YEARLY)),
            days=np.array(self.days, dtype=np.int64),
            fan=Fan(*self.fan),
            failures=tuple(self.failures),
        )


def run(study: Study, points: Sequence[int], first: int, last: int) -> Iterator[PointCells]:
    """Replications `first` to below `last` of points that meet the same worlds."""
    by_point: dict[int, PointRuns] = {}
    for replication in range(first, last):
        world = None
        for point in points:
            prepared = prepare(study.scenario(point), replication=replication, world=world)
            world = prepared.world
            if point not in by_point:
                by_point[point] = PointRuns(point, study, from_first_day(prepared))
            by_point[point].take(replication, prepared)
    for each in by_point.values():
        yield each.cells()


def reduced_of(prepared: Prepared, plan: Plan) -> Reduced:
    """The outcomes of one replication; raises what the mechanism raises."""
    return outcomes_of(simulate(prepared.setting), prepared.setting, plan)


def from_first_day(prepared: Prepared) -> Setting:
    """The setting as from a day that is the same in every replication: drawn policies may begin earlier."""
    scenario, plans = prepared.scenario, prepared.scenario.portfolio.projects
    days = [scenario.horizon.from_, *(plan.filed_on for plan in plans)]
    days += [plan.insurance.bound_on for plan in plans if plan.insurance]
    return replace(prepared.setting, first_day=min(days).toordinal())


def failure(point: int, replication: int, problem: Exception) -> Failure:
    """What went wrong, as it is kept."""
    return Failure(point, replication, f"{type(problem).__name__}: {problem}")
