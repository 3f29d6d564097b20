"""Which facts belong to an audit, and which cap year a day falls under."""

from typing import NamedTuple

from escrow.compiled.jit import inner, jit
from escrow.compiled.settlement.codes import CapYear
from escrow.compiled.settlement.days import first_day_of, is_leap, last_day_of, year_of
from escrow.compiled.settlement.policy import SettlementPolicy
from escrow.readings.grant import TRIAL_BUCKET

OUT_OF_RANGE = -1


class Window(NamedTuple):
    """An audit's year and days, and those of the audit before it."""

    year: int
    reported_day: int
    paid_day: int
    ends: int  # 31 December of the year
    last_ends: int  # of the year settled last, 0: none
    last_reported_day: int


@inner
def window_of(year: int, reported_day: int, paid_day: int, last_year: int, last_reported: int) -> Window:
    """The window of an audit that follows a settlement (0, 0: the first)."""
    return Window(year, reported_day, paid_day, last_day_of(year), last_day_of(last_year), last_reported)


@inner
def is_new(window: Window, on: int, day: int) -> bool:
    """Whether a fact of `day`, counted on the day `on`, belongs to this audit."""
    if on > window.ends or day > window.reported_day:
        return False
    return on > window.last_ends or day > window.last_reported_day


@jit
def bucket_of(policy: SettlementPolicy, on: int, reported_day: int, paid_day: int) -> int:
    """The cap year of what counts on a day; OUT_OF_RANGE when it is none of the policy's."""
    if policy.one_for_trial and on <= policy.trial_to:
        return TRIAL_BUCKET
    year = _cap_year(policy, on, reported_day, paid_day)
    return year if 0 <= year - policy.first_year < policy.years else OUT_OF_RANGE


@inner
def _cap_year(policy: SettlementPolicy, on: int, reported_day: int, paid_day: int) -> int:
    if policy.cap_year == CapYear.AUDIT_YEAR:
        return year_of(reported_day)
    if policy.cap_year == CapYear.PAYMENT_YEAR:
        return year_of(paid_day)
    year = year_of(on)
    if policy.cap_year == CapYear.SCHEME_YEAR:
        starts = policy.scheme_starts_leap if is_leap(year) else policy.scheme_starts
        return year - 1 if on - first_day_of(year) < starts else year
    return year


@jit
def column_of(policy: SettlementPolicy, bucket: int) -> int:
    """The column of a cap year; the trial's own comes first."""
    return 0 if bucket == TRIAL_BUCKET else bucket - policy.first_year + 1
