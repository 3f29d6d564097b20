"""The panel's queue against Erlang C and Little's law, inside confidence intervals."""

from functools import cache

import pytest

from scenarios.statistics import mean
from scenarios.statistics.estimate import Estimate
from tests.scenarios.statistics.panel import Course, erlang_c, exponential, poisson, run

SERVICE = 120
PROJECTS, WARM = 1000, 200
RUNS = 8
LOADS = ((1, 0.6), (3, 0.8), (6, 0.85))


@cache
def courses(seats: int, busy: float) -> tuple[Course, ...]:
    gap = round(SERVICE / seats / busy)
    return tuple(run(poisson(PROJECTS, gap, seed), exponential(SERVICE), seats, seed) for seed in range(RUNS))


def over_runs(values: list[float]) -> Estimate:
    """Runs are independent, days within one are not: the interval is over runs."""
    return mean(values, 0.99)


@pytest.mark.slow
@pytest.mark.parametrize(("seats", "busy"), LOADS)
def test_the_chance_and_the_length_of_waiting_are_those_of_erlang(seats: int, busy: float) -> None:
    load = SERVICE / round(SERVICE / seats / busy)
    waiting = erlang_c(seats, load)
    waits = [course.waits(WARM) for course in courses(seats, busy)]
    share = over_runs([sum(day > 0 for day in each) / len(each) for each in waits])
    days = over_runs([sum(each) / len(each) for each in waits])
    assert share.low <= waiting <= share.high
    assert days.low <= waiting * SERVICE / (seats - load) <= days.high


@pytest.mark.slow
@pytest.mark.parametrize(("seats", "busy"), LOADS)
def test_littles_law_holds(seats: int, busy: float) -> None:
    gap = round(SERVICE / seats / busy)
    load = SERVICE / gap
    inside = over_runs([course.inside(WARM, PROJECTS - 1) for course in courses(seats, busy)])
    stay = erlang_c(seats, load) * SERVICE / (seats - load) + SERVICE
    assert inside.low <= stay / gap <= inside.high


def test_enough_seats_mean_no_waiting_and_order_is_first_come() -> None:
    course = run(poisson(200, 40, 1), exponential(SERVICE), 50, 1)
    assert set(course.waits(0)) == {0}
    busy = run(poisson(200, 40, 1), exponential(SERVICE), 3, 1)
    assert busy.sits == sorted(busy.sits)
    assert max(busy.waits(0)) > 0
