"""What the compiled engine needs of a group of points: the worlds' arrays and each point's policy."""

from dataclasses import replace
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import numpy as np

from escrow.behaviour import Behaviour
from escrow.behaviour.quantile import IntArray
from escrow.compiled.names import Names
from escrow.compiled.outcomes.plan import Plan, fan_days, years_of
from escrow.compiled.policy import Policy, policy_of
from escrow.compiled.world.spec import WorldSpec, world_spec_of
from escrow.world import World
from scenarios.prepare import intake, levers, prepare
from scenarios.spec import Scenario, resolve_scenario, to_portfolio
from scenarios.spec.openings import openings_of
from scenarios.sweep.by_simpy import from_first_day
from scenarios.sweep.point import terms_on
from scenarios.sweep.study import Study
from scenarios.sweep.workers import count


class Ready(NamedTuple):
    """A point that can be run on blocks of its worlds."""

    policy: Policy
    plan: Plan
    first_year: int
    days: IntArray
    tries: int


def worlds_of(scenario: Scenario) -> WorldSpec:
    """The worlds of a scenario as arrays to sample from."""
    terms = terms_on(scenario)
    stated = to_portfolio(scenario, resolve_scenario(scenario))
    generate = scenario.portfolio.generate
    return world_spec_of(
        stated,
        generate.to_escrow() if generate else None,
        scenario.behaviour.to_escrow() if scenario.behaviour else Behaviour.certain(),
        *intake(scenario, terms),
        levers(terms),
        scenario.as_of.toordinal() if scenario.as_of else None,
    )


def ready(study: Study, point: int, names: Names, world: World) -> Ready:
    """The policy of a point for the parties in `names`; `world` is any of those it meets."""
    scenario = study.scenario(point)
    prepared = prepare(scenario, world=world)
    setting = from_first_day(prepared)
    parties = {"enterprise": names.enterprises, "platform": names.platforms, "insurer": names.insurers}
    setting = replace(setting, openings={**openings_of(scenario, parties), **prepared.openings})
    days = fan_days(setting, study.step_days) if study.fans else []
    return Ready(
        policy_of(setting, names, setting.first_day),
        study.plan(setting),
        years_of(setting).start,
        np.array(days, dtype=np.int64),
        2 if setting.terms.read.after_failure(1) else 1,
    )


class Group(NamedTuple):
    """Worlds that some points meet, and those points."""

    spec: WorldSpec
    seed: int
    points: tuple[Ready, ...]

    @property
    def tries(self) -> int:
        """Tries of a stage that some point grants; what nobody can ask is not drawn."""
        return max(point.tries for point in self.points)


def group_of(study: Study, points: tuple[int, ...]) -> Group:
    """The points of a chunk, made once for all chunks of the same points."""
    with _ONE_AT_A_TIME:  # else two threads that begin a group together would both make it
        return _made(study, points)


_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=max(4, count(None)))  # chunks come group after group, so a thread has one under way
def _made(study: Study, points: tuple[int, ...]) -> Group:
    scenario = study.scenario(points[0])
    spec, world = worlds_of(scenario), prepare(scenario).world
    return Group(spec, scenario.seed, tuple(ready(study, point, spec.names, world) for point in points))
