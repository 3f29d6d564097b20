"""Terms: a resolved policy as the mechanism reads it, integers and bound readings only."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from escrow.calendar import CashWindow, cash_window
from escrow.readings import bind

Rate = tuple[int, int]
MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Terms:
    """Parameters of the Xiaoshan scheme: money in fen, rates as (num, den), days as ordinals."""

    read: SimpleNamespace
    floors_up: int  # rounding codes of escrow.arithmetic
    grants_down: int
    threshold_total: int
    pool_size: int
    deposit_rate_min: Rate
    deposit_rate: Rate
    pool_budget_rate: Rate
    pool_progress_first_share: Rate
    pool_offset_share: Rate
    pool_offset_on: MonthDay
    pool_topup: int
    pool_topup_days: int
    milestone_max_years: int
    extension_max_days: int
    payment_deadline_days: int | None
    balance_notice_days: int
    premium_subsidy_after_days: int
    premium_subsidy_rate: Rate
    premium_subsidy_cap: int
    cost_share_rate: Rate
    cost_share_cap: int
    trial_from: int
    trial_to: int
    score_threshold: int
    selection_number: int
    panel_seats: int
    vat_rate: Rate
    clawback_collected_rate: Rate
    first_share_max: Rate | None
    stage_shares: dict[str, Rate | None]
    district_budget: int | None
    district_budget_short: str
    cash_closed: CashWindow | None
    audit_reported: MonthDay
    audit_paid: MonthDay
    escrow_interest_rate: Rate
    operator_fee_rate: Rate
    audit_fee: int


def _rate(value: Fraction | int | None) -> Rate:
    fraction = Fraction(value or 0)
    return fraction.numerator, fraction.denominator


def _maybe_rate(value: Fraction | int | None) -> Rate | None:
    return None if value is None else _rate(value)


def _month_day(value: Any) -> MonthDay:
    month, day = str(value).split("-")[-2:]
    return int(month), int(day)


_MONEY = ("threshold_total", "pool_size", "pool_topup", "premium_subsidy_cap", "cost_share_cap")
_COUNTS = (
    "pool_topup_days",
    "milestone_max_years",
    "extension_max_days",
    "payment_deadline_days",
    "balance_notice_days",
    "premium_subsidy_after_days",
    "score_threshold",
    "selection_number",
    "panel_seats",
)
_RATES = (
    "deposit_rate_min",
    "deposit_rate",
    "pool_budget_rate",
    "pool_progress_first_share",
    "pool_offset_share",
    "premium_subsidy_rate",
    "cost_share_rate",
    "vat_rate",
    "clawback_collected_rate",
)


def _ordinal(value: date | str) -> int:
    return (value if isinstance(value, date) else date.fromisoformat(value)).toordinal()


def terms_of(readings: dict[str, str], parameters: dict[str, Any]) -> Terms:
    """Terms from resolved readings and parameters (escrow.catalogue.Resolved)."""
    p = parameters
    named: dict[str, Any] = {name: p[name] for name in (*_MONEY, *_COUNTS)}
    named |= {name: _rate(p[name]) for name in _RATES}
    fees, budget, audit = p["fees_and_interest"], p["district_budget"], p["audit_calendar"]
    read = bind(readings)
    rounding = read.rounding()
    return Terms(
        read=read,
        floors_up=rounding.floor,
        grants_down=rounding.grant,
        **named,
        pool_offset_on=_month_day(p["pool_offset_on"]),
        trial_from=_ordinal(p["trial_from"]),
        trial_to=_ordinal(p["trial_to"]),
        first_share_max=_maybe_rate(p["first_share_max"]),
        stage_shares={name: _maybe_rate(value) for name, value in p["stage_shares"].items()},
        district_budget=budget["amount"],
        district_budget_short=budget["short"],
        cash_closed=cash_window(p["cash_window"]),
        audit_reported=_month_day(audit["reported"]),
        audit_paid=_month_day(audit["paid"]),
        escrow_interest_rate=_rate(fees["escrow_interest_rate"]),
        operator_fee_rate=_rate(fees["operator_fee_rate"]),
        audit_fee=fees["audit_fee"] or 0,
    )
