"""Years of days without date objects: the civil calendar in integers."""

from escrow.compiled.jit import inner, jit

DAYS_IN_400_YEARS = 146_097


@jit
def first_day_of(year: int) -> int:
    """1 January of a year as an ordinal."""
    before = year - 1
    return 365 * before + before // 4 - before // 100 + before // 400 + 1


@jit
def last_day_of(year: int) -> int:
    """31 December of a year; 0 for the year 0, before every day."""
    return first_day_of(year + 1) - 1


@jit
def year_of(day: int) -> int:
    """The calendar year of a day."""
    # The mean length of a year is off by one at most, around New Year.
    year = (day - 1) * 400 // DAYS_IN_400_YEARS + 1
    if day < first_day_of(year):
        return year - 1
    return year + 1 if day >= first_day_of(year + 1) else year


@inner
def is_leap(year: int) -> bool:
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
