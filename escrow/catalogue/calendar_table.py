"""The working-day table of a country (节假日安排): official years, and what is presumed beyond."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError

from escrow.catalogue import cache
from escrow.catalogue.faults import from_pydantic
from escrow.catalogue.problems import BadCatalogue
from escrow.catalogue.schema import Row
from ledger.text import Text

HERE = Path(__file__).parent


class _Days(Row):
    first: date
    last: date
    name: Text


class _Year(Row):
    year: int
    source: str
    holidays: tuple[_Days, ...]
    workdays: tuple[date, ...]


class _Fixed(Row):
    month_day: str = Field(pattern=r"^\d{2}-\d{2}$")
    name: Text


class _File(Row):
    id: str
    title: Text
    official: tuple[_Year, ...]
    presumed: tuple[_Fixed, ...]


@dataclass(frozen=True, slots=True)
class CalendarTable:
    """Days off and make-up working days of the official years; fixed holidays for all other years."""

    id: str
    title: Text
    official_years: tuple[int, ...]
    holidays: frozenset[int]
    workdays: frozenset[int]
    presumed: tuple[tuple[int, int], ...]
    names: tuple[tuple[int, int, Text], ...]
    digest: str

    def is_official(self, year: int) -> bool:
        """Whether the year's arrangement has been announced; other years are presumed."""
        return year in self.official_years

    def is_working(self, day: int) -> bool:
        """Whether the ordinal `day` is a working day (工作日)."""
        if day in self.workdays:
            return True
        if day in self.holidays or day % 7 in (6, 0):  # ordinal 7 was a Sunday, 6 a Saturday
            return False
        on = date.fromordinal(day)
        return self.is_official(on.year) or (on.month, on.day) not in self.presumed


def load_calendar(name_or_path: str | Path = "cn") -> CalendarTable:
    """The table of that name beside this module, or of a file; BadCatalogue when it cannot be read."""
    path = HERE / f"calendar-{name_or_path}.yaml"
    if not path.is_file():
        path = Path(name_or_path)
    try:
        return _built(path.read_bytes(), path.name)
    except OSError as error:
        fault = Text(f"读不到工作日表 {name_or_path}", f"cannot read the calendar {name_or_path}")
        advice = Text("内置的工作日表是 cn", "the built-in calendar is cn")
        raise BadCatalogue(file=str(path), line=1, field="calendar", fault=fault, expected=advice) from error


@lru_cache(maxsize=8)
def _built(data: bytes, file: str) -> CalendarTable:
    try:
        read = _File.model_validate_json(cache.parsed_json(data, file))
    except ValidationError as error:
        raise from_pydantic(error, data, file) from None
    spans = [days for year in read.official for days in year.holidays]
    holidays = {day for each in spans for day in range(each.first.toordinal(), each.last.toordinal() + 1)}
    workdays = {day.toordinal() for year in read.official for day in year.workdays}
    years = tuple(sorted(year.year for year in read.official))
    presumed = tuple(sorted((int(each.month_day[:2]), int(each.month_day[3:])) for each in read.presumed))
    normal = [read.id, years, sorted(holidays), sorted(workdays), presumed]
    return CalendarTable(
        id=read.id,
        title=read.title,
        official_years=years,
        holidays=frozenset(holidays),
        workdays=frozenset(workdays),
        presumed=presumed,
        names=tuple((each.first.toordinal(), each.last.toordinal(), each.name) for each in spans),
        digest=hashlib.sha256(json.dumps(normal, separators=(",", ":")).encode()).hexdigest(),
    )
