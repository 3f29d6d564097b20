"""Two ways of doing the same work, timed in turns in one process."""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

REPEATS = 7

Work = Callable[[], object]
Prepare = Callable[[], Work]


class Absent(Exception):
    """The reference is not installed; its argument says how to get it."""


class Result(NamedTuple):
    """Ours against the reference, both in `unit`; `ratio` is ours divided by the reference."""

    ratio: float
    ours: float
    reference: float
    unit: str
    goal: str


def seconds(work: Work) -> float:
    """How long the work takes, with the garbage collector emptied first and left on."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def in_turns(ours: Prepare, reference: Prepare, repeats: int = REPEATS) -> tuple[float, float]:
    """Median seconds of both, taken alternately so that a slow moment meets both; one round warms up.

    Each round prepares its work anew outside the timed part (a fresh file, a fresh environment).
    """
    rounds = [(seconds(ours()), seconds(reference())) for _ in range(repeats + 1)][1:]
    return median(mine for mine, _ in rounds), median(theirs for _, theirs in rounds)


def rate(ours: Prepare, reference: Prepare, *, count: int, unit: str, goal: str) -> Result:
    """Compares how much is done in a second: a ratio of 1 or more means as fast as the reference."""
    mine, theirs = in_turns(ours, reference)
    return Result(theirs / mine, count / mine, count / theirs, unit, goal)


def duration(ours: Prepare, reference: Prepare, *, goal: str) -> Result:
    """Compares how long it takes: a ratio of 2 means twice as long as the reference."""
    mine, theirs = in_turns(ours, reference)
    return Result(mine / theirs, mine, theirs, "s", goal)
