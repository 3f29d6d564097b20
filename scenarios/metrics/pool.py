"""The risk pool's course (科创风险池走势): what is available at the end of each day it changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from escrow.tape import Kind
from scenarios.metrics.moves import received
from scenarios.metrics.subject import Line, Subject

DISTRICT_BUDGET = 3  # the occasion of a quota that is the district's yearly budget (escrow/tape.py)
_QUOTA: dict[int, int] = {
    Kind.QUOTA_ISSUED: 1,
    Kind.QUOTA_RELEASED: 1,
    Kind.QUOTA_COMMITTED: -1,
    Kind.QUOTA_LAPSED: -1,
}


@dataclass(frozen=True, slots=True)
class PoolCourse:
    """Balance by day (cash, or quota not yet committed), fen; one point per day of change."""

    points: tuple[tuple[int, int], ...]
    lowest_fen: int
    lowest_day: int
    is_quota: bool

    def at(self, day: int) -> int:
        """Balance at the end of `day`, fen."""
        held = self.points[0][1]
        for when, balance in self.points:
            if when > day:
                break
            held = balance
        return held


def pool_course(tape: Iterable[Line], subject: Subject) -> PoolCourse:
    """The pool's balance day by day; the lowest point is the first day it was reached."""
    balance = subject.pool_opening_fen
    ends = {subject.first_day: balance}
    for line in tape:
        change = _change(line, subject.pool_is_quota)
        if change:
            balance += change
            ends[line.day] = balance
    points = tuple(sorted(ends.items()))
    lowest = min(fen for _, fen in points)
    day = next(when for when, fen in points if fen == lowest)
    return PoolCourse(points, lowest, day, subject.pool_is_quota)


def _change(line: Line, quota: bool) -> int:
    if not quota:
        return received(line, "pool")
    return 0 if _of_district_budget(line) else _QUOTA.get(line.kind, 0) * line.amount


def _of_district_budget(line: Line) -> bool:
    """Whether a quota is the district's yearly budget, which is no part of the pool."""
    occasion = line.a if line.kind == Kind.QUOTA_ISSUED else line.b if line.kind == Kind.QUOTA_LAPSED else 0
    return occasion == DISTRICT_BUDGET
