"""Tables of days and years, and what a scenario states with a date, for a compiled policy."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE
from escrow.processes.scheme import Setting
from escrow.project import Portfolio
from escrow.rules.milestone import last_day
from escrow.terms import MonthDay, Rate

# Columns of the table of days.
RANK, PAY_DAY, ANNIVERSARY, YEAR = range(4)
# Columns of the table of years.
NEW_YEAR, SET_OFF = range(2)
# Columns of an audit.
OF_YEAR, REPORTED, PAID, STATED = range(4)


def year_of(day: int) -> int:
    """The calendar year of a day."""
    return date.fromordinal(day).year


def days(setting: Setting, base: int) -> IntArray:
    """For every day up to the last: working days since `base`, day of payment, anniversary, year."""
    setting.calendar.add_working(base, -1)
    setting.calendar.add_working(setting.last_day, 1)
    listed = np.arange(base, setting.last_day + 1, dtype=np.int64)
    working = np.array(setting.calendar.working_days, dtype=np.int64)
    made = np.empty((len(listed), 4), dtype=np.int64)
    made[:, RANK] = working[working >= base].searchsorted(listed, side="right")
    years = setting.terms.milestone_max_years
    made[:, ANNIVERSARY] = [last_day(day, years) for day in listed.tolist()]
    made[:, YEAR] = [year_of(day) for day in listed.tolist()]
    made[:, PAY_DAY] = [_pay_day(setting, day) for day in listed.tolist()]
    return made


def years(setting: Setting, first: int, last: int) -> IntArray:
    """For every year its first day and the day of the set-off."""
    made = np.empty((last - first + 1, 2), dtype=np.int64)
    for k, year in enumerate(range(first, last + 1)):
        set_off = date(year, *setting.terms.pool_offset_on).toordinal()
        made[k] = date(year, 1, 1).toordinal(), _pay_day(setting, set_off)
    return made


def audits(setting: Setting, first: int, last: int) -> IntArray:
    """One audit a year: dates from the scenario or the policy's calendar."""
    stated = {audit.year: audit for audit in setting.portfolio.audits}
    rows = []
    for year in sorted({*range(first, last + 1), *stated}):
        known, terms = stated.get(year), setting.terms
        told = known.reported_day if known and known.reported_day else None
        reported = told or _next_year(year, terms.audit_reported)
        usual = max(reported, _next_year(year, terms.audit_paid))
        paid = known.paid_day if known and known.paid_day else _pay_day(setting, usual)
        rows.append((year, reported, paid, int(known is not None)))
    return np.array(rows, dtype=np.int64)


def audited(setting: Setting, listed: IntArray) -> IntArray:
    """Audited inputs by audit and project; stated projects have the same serials in every replication."""
    serials = {plan.id: i for i, plan in enumerate(setting.world.plans)}
    found = [
        (audit.year, serials[name], amount)
        for audit in setting.portfolio.audits
        for name, amount in audit.audited_input.items()
        if name in serials
    ]
    made = np.full((len(listed), max((i + 1 for _, i, _ in found), default=0)), NONE, dtype=np.int64)
    place = {int(year): k for k, year in enumerate(listed[:, OF_YEAR])}
    for year, i, amount in found:
        made[place[year], i] = amount
    return made


def quotas(facts: Portfolio, platforms: Sequence[str]) -> tuple[IntArray, Rate]:
    """Stated shares of the pool by platform, and what they leave to all others."""
    made, rest = np.zeros((len(platforms), 2), dtype=np.int64), Fraction(1)
    for k, name in enumerate(platforms):
        fact = facts.platforms.get(name)
        if fact is not None and fact.quota_share is not None:
            made[k] = fact.quota_share.as_integer_ratio()
            rest -= fact.quota_share
    return made, rest.as_integer_ratio()


def by_name(told: Mapping[str, int], names: Sequence[str], otherwise: int) -> IntArray:
    """A number for each name."""
    return np.array([told.get(name, otherwise) for name in names], dtype=np.int64)


def _pay_day(setting: Setting, day: int) -> int:
    closed = setting.terms.cash_closed
    return day if closed is None else setting.calendar.next_open(day, closed)


def _next_year(year: int, month_day: MonthDay) -> int:
    return date(year + 1, *month_day).toordinal()
