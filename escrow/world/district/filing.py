"""Who files what in one year: incidence, taste and the clause's own conditions decide; then the day."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from escrow.behaviour import Chance, QuantileTable
from escrow.behaviour.quantile import IntArray
from escrow.clauses import Catalogue, Clause
from escrow.clauses.column import Column
from escrow.clauses.columns import PASSED
from escrow.world.arrivals import Arrivals
from escrow.world.district.beliefs import APPLIES, GRANTED, INCIDENCE, INCIDENCES, LAPSES, LATE, TWICE, VAIN
from escrow.world.district.book import Book
from escrow.world.district.decided import decided_columns
from escrow.world.district.district import District
from escrow.world.district.reads import PREMIUMS, Reads

LATE_DAYS = 20
MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Filing:
    """How people file: shares of those who could, and what offices grant of a ceiling in percent.

    `incidences` change the yearly chance of a matter; `windows` bound filing days, by clause or paper.
    """

    applies: Chance = APPLIES
    vain: Chance = VAIN
    twice: Chance = TWICE
    late: Chance = LATE
    lapses: Chance = LAPSES
    granted: QuantileTable = GRANTED
    arrivals: Arrivals = field(default_factory=Arrivals)
    incidences: Mapping[str, Chance] = field(default_factory=dict)
    windows: Mapping[str, tuple[MonthDay, MonthDay]] = field(default_factory=dict)


class Candidate(NamedTuple):
    """One firm that could file under one clause, with what it would state and what it would get."""

    firm: int
    clause: Clause
    reads: Reads
    year: int
    day: int
    facts: Mapping[str, Any]
    amount_fen: int


def best(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Of one firm's candidates in one matter: the one worth most with those that add to it, and the rest."""
    first, *others = sorted(candidates, key=lambda each: (-each.amount_fen, each.clause.id))
    adding = [each for each in others if first.clause.id in each.clause.row.adds_to]
    return [first, *adding], [each for each in others if each not in adding]


@dataclass(frozen=True, slots=True)
class Year:
    """The candidates of one year under one clause; with `on`, all file on that day whatever the year."""

    district: District
    catalogue: Catalogue
    filing: Filing
    clause: Clause
    reads: Reads
    year: int
    first_day: int
    last_day: int
    on: int | None = None

    def candidates(self) -> Iterator[Candidate]:
        """Firms that would be paid, and the few that file although they lack a condition."""
        if not self.open():
            return
        days = self._days()
        book = Book(self.district, self.clause, self.reads, self.year, days)
        vain = self._uniforms("vain") < self.filing.vain.at
        columns = book.columns()
        columns |= self._lacking(columns, vain)
        columns |= self._decided(columns, days)
        result = self.catalogue.evaluate_columns(self.clause.id, columns, days)
        paid = np.asarray(result.amount_fen) * (result.failed == PASSED)
        files = (
            (self._happens(book, columns) | vain)
            & self._tastes()
            & self._in_time(days)
            & ((paid > 0) | (vain & (result.failed != PASSED)))
        )
        for i in np.flatnonzero(files).tolist():
            facts = {name: column.at(i, self.clause.facts[name]) for name, column in columns.items()}
            yield Candidate(i, self.clause, self.reads, self.year, int(days[i]), facts, int(paid[i]))

    def open(self) -> bool:
        """Whether the clause is in force on some day of the year that is asked for."""
        first, last = self._bounds()
        return self.on is not None or (
            first <= last and first <= _last(self.year) and last >= _first(self.year)
        )

    def _bounds(self) -> tuple[int, int]:
        """The days of the horizon on which the clause is in force."""
        first, last = self.clause.term
        return max(first, self.first_day), min(last, self.last_day)

    def _decided(self, columns: Mapping[str, Column], days: IntArray) -> dict[str, Column]:
        # The office is as generous to the same thing under another paper.
        uniforms = self.district.draws.yearly(f"granted/{self.clause.matter}", [self.year])[:, 0]
        granted = self.filing.granted
        return decided_columns(self.catalogue, self.clause, self.reads, columns, days, uniforms, granted)

    def _lacking(self, known: Collection[str], vain: NDArray[np.bool]) -> dict[str, Column]:
        """The first condition that is taken as met and stands in no book: not met by who files in vain."""
        met = [name for name, raw in self.clause.row.assume.items() if raw is True and name not in known]
        return {name: Column(~vain) for name in met[:1]}

    def _days(self) -> IntArray:
        """The day on which each firm would file: in the window, else on any day of the year."""
        if self.on is not None:
            return np.full(len(self.district.ids), self.on, dtype=np.int64)
        windows = self.filing.windows
        window = windows.get(self.clause.id) or windows.get(self.clause.paper.id)
        first, last = _first(self.year), _last(self.year)
        if window is not None:
            first, last = (_on(self.year, *day) for day in window)
            last = last if first <= last else _last(self.year)
        days = self.filing.arrivals.days(self._uniforms("day"), self._uniforms("rush"), first, last)
        late = self.filing.late.happen(self._uniforms("late")) * (window is not None)
        return np.where(late == 1, last + 1 + days % LATE_DAYS, days)

    def _in_time(self, days: IntArray) -> NDArray[np.bool]:
        """What happens before the clause is in force, or after, is nobody's claim under it."""
        first, last = self._bounds()
        inside: NDArray[np.bool] = (days >= first) & (days <= last)
        return inside

    def _happens(self, book: Book, columns: Mapping[str, Column]) -> NDArray[np.bool]:
        """Whether the firm has such a thing this year: by its books, by its ladder, or by chance."""
        if self.reads.by_books:
            return self._insured(columns)
        if self.reads.level:
            news: NDArray[np.bool] = book.level()[1] == 1
            return news
        chance = self._chance()
        if not self.reads.once:
            happens: NDArray[np.bool] = self._event(self.year) < chance
            return happens
        earlier = [self._event(year) < chance for year in self.district.years if year < self.year]
        before = np.any(earlier, axis=0) if earlier else np.zeros(len(self.district.ids), dtype=bool)
        first: NDArray[np.bool] = (self._event(self.year) < chance) & ~before
        return first

    def _insured(self, columns: Mapping[str, Column]) -> NDArray[np.bool]:
        """All firms, but where premiums are paid for only those that pay one."""
        paid = np.ones(len(self.district.ids), dtype=bool)
        for name in PREMIUMS & set(self.reads.facts):
            paid &= columns[name].values.reshape(len(paid), -1)[:, 0] > 0
        return paid

    def _chance(self) -> IntArray:
        """The yearly chance of the matter: as stated for small firms, half for micro, double for large."""
        matter = self.clause.matter
        chance = self.filing.incidences.get(matter) or INCIDENCES.get(matter, INCIDENCE)
        place = self.year - 1 - self.district.spec.first_year
        classes = self.district.size_class[:, max(0, min(place, len(self.district.years) - 1))]
        return (
            chance.at * (1 + classes) // 2 if self.district.spec.books else np.full_like(classes, chance.at)
        )

    def _event(self, year: int) -> IntArray:
        return self.district.draws.yearly(f"has/{self.clause.matter}", [year])[:, 0]

    def _tastes(self) -> NDArray[np.bool]:
        """Some firms always apply: each keeps one taste over papers and years."""
        return self.district.draws.once("applies") < self.filing.applies.at

    def _uniforms(self, purpose: str) -> IntArray:
        return self.district.draws.yearly(f"claim/{self.clause.id}/{purpose}", [self.year])[:, 0]


def _first(year: int) -> int:
    return date(year, 1, 1).toordinal()


def _last(year: int) -> int:
    return date(year, 12, 31).toordinal()


def _on(year: int, month: int, day: int) -> int:
    """A day of every year; 29 February is the 28th in common years."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, day if leap or (month, day) != (2, 29) else 28).toordinal()
