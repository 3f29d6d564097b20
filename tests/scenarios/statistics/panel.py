"""The expert panel alone: projects arrive at random, sit with the panel, and are turned down.

Time is counted in days that all are working days, long against one day, so that whole days hardly matter.
"""

import math
from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from typing import NamedTuple, cast

import numpy as np

from escrow.behaviour import Behaviour, Chance, Draw, QuantileTable
from escrow.calendar import Calendar
from escrow.catalogue import CalendarTable
from escrow.processes.scheme import Setting
from escrow.processes.simulate import simulate
from escrow.project import Portfolio, ProjectPlan, StagePlan
from escrow.tape import Kind
from escrow.world import build_world
from scenarios.prepare import prepare
from scenarios.spec import load_scenario

BEGIN = 730_000
EVERY_DAY = cast(CalendarTable, SimpleNamespace(is_working=lambda day: True, is_official=lambda year: True))


class Course(NamedTuple):
    """Days by project: it comes, takes its seat, leaves; projects of a warming-up left out of `waits`."""

    comes: list[int]
    sits: list[int]
    leaves: list[int]

    def waits(self, warm: int) -> list[int]:
        """Days in the queue of each project after the first `warm`."""
        return [sits - comes for comes, sits in zip(self.comes[warm:], self.sits[warm:], strict=True)]

    def inside(self, warm: int, until: int) -> float:
        """How many projects wait or sit on average from the arrival of number `warm` to that of `until`."""
        first, last = self.comes[warm], self.comes[until]
        stays = zip(self.comes, self.leaves, strict=True)
        whole = sum(max(0, min(leaves, last) - max(comes, first)) for comes, leaves in stays)
        return whole / (last - first)


def exponential(mean: int) -> QuantileTable:
    """A quantile table so fine that its moments are an exponential's within a few parts in a thousand."""
    shares = [k / 200 for k in range(199)] + [0.995, 0.998, 0.999, 0.9995, 0.9999]
    knots = [f"{share * 100:.2f}:{round(-mean * math.log(1 - share))}" for share in shares]
    return QuantileTable.of(" ".join([*knots, f"100:{mean * 12}"]))


def run(arrivals: list[int], service: QuantileTable, seats: int, seed: int) -> Course:
    """The days on the tape of the SimPy engine."""
    tape = simulate(_setting(arrivals, service, seats, seed))
    days: dict[int, dict[int, int]] = {
        kind: {} for kind in (Kind.ACCEPTED, Kind.REVIEW_STARTED, Kind.REVIEWED)
    }
    for row in tape:
        if row[2] in days:
            days[row[2]][row[3]] = row[0]
    order = range(len(arrivals))
    return Course(*([days[kind][serial] for serial in order] for kind in days))


def poisson(number: int, gap: int, seed: int) -> list[int]:
    """Days of arrivals with exponential gaps."""
    gaps = np.random.default_rng(seed).exponential(gap, number)
    return [BEGIN + int(day) for day in np.cumsum(gaps)]


def _setting(arrivals: list[int], service: QuantileTable, seats: int, seed: int) -> Setting:
    usual = _usual()
    draws: dict[str, Draw] = {
        "completeness_days": QuantileTable.constant(0),
        "review_days": service,
        "passed": Chance.of("0%"),
    }
    stages = (StagePlan(400_000_000, 90),)
    plans = [
        ProjectPlan(f"P{k}", f"E{k % 7}", "PL1", 400_000_000, day, stages) for k, day in enumerate(arrivals)
    ]
    world = build_world(plans, Behaviour.certain().but(draws), seed, 0)
    return replace(
        usual,
        terms=replace(usual.terms, panel_seats=seats, trial_from=BEGIN, trial_to=arrivals[-1]),
        world=world,
        portfolio=Portfolio(tuple(plans)),
        calendar=_calendar(),
        openings={"risk_pool": 10**10},
        first_day=BEGIN,
        last_day=arrivals[-1] + 20_000,
        intake_until=arrivals[-1],
    )


@cache
def _usual() -> Setting:
    return prepare(load_scenario("worked-success")).setting


@cache
def _calendar() -> Calendar:
    return Calendar(EVERY_DAY, BEGIN - 100, BEGIN + 400_000)


def erlang_c(seats: int, load: float) -> float:
    """The chance of waiting in M/M/c with an offered load of so many seats."""
    terms = [load**k / math.factorial(k) for k in range(seats)]
    last = load**seats / math.factorial(seats) * seats / (seats - load)
    return last / (sum(terms) + last)
