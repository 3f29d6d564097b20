"""Milestones (里程碑): how many, how long one may last, when the next may start."""

from datetime import date
from functools import cache

from escrow.arithmetic import missing
from escrow.rules.entitlement import Guard, days_guard, fact_guard
from escrow.tape import Reason

LIMIT = "xiaoshan-milestone-max-1y"
COUNT = "xiaoshan-multi-milestones"
NEXT_START = "xiaoshan-next-stage-start"
TERMS = "xiaoshan-agreement-terms"


@cache
def last_day(start: int, years: int) -> int:
    """The last day of a period of `years` that begins on ordinal `start`: the anniversary, included.

    Without such a day (29 February) it is the last day of that month, as articles 201 and 202
    of the civil code count.
    """
    begun = date.fromordinal(start)
    try:
        return begun.replace(year=begun.year + years).toordinal()
    except ValueError:
        return date(begun.year + years, 2, 28).toordinal()


def period_guard(start: int, end: int, max_years: int) -> Guard:
    """Whether a milestone period keeps within the limit; says how many days it is too long."""
    last = last_day(start, max_years)
    workings = (("start", start), ("last_day", last), ("end", end))
    return days_guard(LIMIT, Reason.STAGE_OVER_ONE_YEAR, missing(last, end), workings)


def count_guard(milestones: int, at_least: int) -> Guard:
    """A project has at least one milestone; no upper number is printed."""
    return fact_guard(
        COUNT, Reason.SHARES_OUT_OF_BOUNDS, milestones >= at_least, (("milestones", milestones),)
    )


def next_start_guard(start: int, receipt_day: int) -> Guard:
    """The next stage starts on receipt of the instalment or later; says how many days too early."""
    early = missing(start, receipt_day)
    return days_guard(NEXT_START, Reason.NO_BALANCE, early, (("start", start), ("receipt", receipt_day)))


def instalments_by_percent(total_fen: int, percents: tuple[int, ...]) -> tuple[int, ...]:
    """Instalments by agreed percentages that add up to 100; the last takes the odd fen."""
    if sum(percents) != 100:
        raise ValueError("stage percentages must add up to 100")
    parts = [total_fen * percent // 100 for percent in percents[:-1]]
    return (*parts, total_fen - sum(parts))
