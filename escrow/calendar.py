"""Working days (工作日) by ordinal, counted from arrays that are made once.

Days are proleptic ordinals (`date.toordinal`). The table is the catalogue's; beyond its official years
weekends and fixed holidays are presumed.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from escrow.catalogue.calendar_table import CalendarTable, load_calendar
from ledger.problem import Problem
from ledger.text import Text

FIRST = date(2020, 1, 1).toordinal()
LAST = date(2040, 12, 31).toordinal()
_YEAR = 366


class NeverOpen(Problem):
    """A closed window that leaves no day of the year."""

    message = Text("支付窗口全年关闭：{closed}", "the cash window is closed all year: {closed}")
    advice = Text("请缩短 cash_window 的停付日子", "shorten the closed days of cash_window")


class CashWindow(NamedTuple):
    """Days of every year on which public money is not paid, both ends included; may pass the year end."""

    closed_from: tuple[int, int]
    closed_to: tuple[int, int]

    def is_closed(self, day: int) -> bool:
        """Whether `day` lies in the closed part."""
        on = date.fromordinal(day)
        today = on.month, on.day
        if self.closed_from <= self.closed_to:
            return self.closed_from <= today <= self.closed_to
        return today >= self.closed_from or today <= self.closed_to


def cash_window(table: Mapping[str, object]) -> CashWindow | None:
    """The window of the parameter `cash_window` (`MM-DD` texts); None when money can be paid any day."""
    ends = table.get("closed_from"), table.get("closed_to")
    if not isinstance(ends[0], str) or not isinstance(ends[1], str):
        return None
    return CashWindow(_month_day(ends[0]), _month_day(ends[1]))


def _month_day(text: str) -> tuple[int, int]:
    return int(text[:2]), int(text[3:])


class Calendar:
    """The working days of one table; fast inside its horizon, which grows when asked beyond it."""

    __slots__ = ("_first", "_rank", "_table", "_working")

    def __init__(self, table: CalendarTable, first: int = FIRST, last: int = LAST) -> None:
        self._table = table
        self._make(first, last)

    def _make(self, first: int, last: int) -> None:
        self._first = first
        self._rank: list[int] = []  # how many working days from `first` up to and including each day
        self._working: list[int] = []
        for day in range(first, last + 1):
            if self._table.is_working(day):
                self._working.append(day)
            self._rank.append(len(self._working))

    @property
    def table(self) -> CalendarTable:
        """The table behind it."""
        return self._table

    @property
    def working_days(self) -> Sequence[int]:
        """All working days of the horizon, in order: for engines that count by themselves."""
        return tuple(self._working)

    def is_working(self, day: int) -> bool:
        """Whether `day` is a working day."""
        at = day - self._first
        if 0 < at < len(self._rank):
            return self._rank[at] > self._rank[at - 1]
        return self._table.is_working(day)

    def is_presumed(self, day: int) -> bool:
        """Whether the year of `day` has no official table yet."""
        return not self._table.is_official(date.fromordinal(day).year)

    def add_working(self, day: int, n: int) -> int:
        """The `n`-th working day after `day`; zero gives the same day, negative counts back."""
        if n == 0:
            return day
        if n > 0 and day >= self._first:
            try:
                return self._working[self._rank[day - self._first] + n - 1]
            except IndexError:
                pass  # beyond the horizon, which is made to reach that far
        self._cover(day, n)
        rank = self._rank[day - self._first]
        if n > 0:
            return self._working[rank + n - 1]
        before = rank - (1 if self.is_working(day) else 0)
        return self._working[before + n]

    def next_working(self, day: int) -> int:
        """`day` itself, or the first working day after it."""
        return day if self.is_working(day) else self.add_working(day, 1)

    def working_between(self, a: int, b: int) -> int:
        """Working days after `a` up to and including `b`; negative when `b` lies before `a`."""
        if b < a:
            return -self.working_between(b, a)
        self._cover(a, 0)
        self._cover(b, 0)
        return self._rank[b - self._first] - self._rank[a - self._first]

    def next_open(self, day: int, window: CashWindow | None) -> int:
        """`day` itself, or the first day after it on which public money may be paid."""
        if window is None:
            return day
        for each in range(day, day + _YEAR + 1):
            if not window.is_closed(each):
                return each
        raise NeverOpen(closed=f"{window.closed_from} .. {window.closed_to}")

    def _cover(self, day: int, n: int) -> None:
        """Grow the horizon so that `n` working days (at most two calendar days each, and a month) fit."""
        reach = 2 * abs(n) + 31
        first, last = self._first, self._first + len(self._rank) - 1
        if day - reach < first or day + reach > last:
            self._make(max(1, min(first, day - 2 * reach)), max(last, day + 2 * reach))


@lru_cache(maxsize=8)
def calendar_of(table: CalendarTable) -> Calendar:
    """The calendar of a policy's own table (`policy.calendar`), made once."""
    return Calendar(table)


def calendar(name: str = "cn") -> Calendar:
    """The built-in calendar of that name."""
    return calendar_of(load_calendar(name))
