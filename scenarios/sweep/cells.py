"""What a chunk came to, point by point, whichever engine ran it."""

from typing import NamedTuple

from escrow.behaviour.quantile import IntArray
from escrow.compiled.outcomes.fans import Fan


class Failure(NamedTuple):
    """A replication that did not end, and why."""

    point: int
    replication: int
    problem: str


class PointCells(NamedTuple):
    """Replications of one point; failed ones are left out of the arrays."""

    point: int
    replications: IntArray  # (R,)
    outcomes: IntArray  # (R, outcomes)
    first_year: int
    years: IntArray  # (R, years, yearly outcomes)
    days: IntArray  # of the fan
    fan: Fan
    failures: tuple[Failure, ...] = ()
