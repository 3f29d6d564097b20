"""Everything a claims run is a function of: rulebook, portfolio, drawn days, the office's own choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple

from escrow.calendar import Calendar, CashWindow
from escrow.claims.model import ClaimsPortfolio
from escrow.claims.terms import Rulebook, Short

STEPS = ("completeness", "review", "decision", "notice", "payment", "claw_back")
"""Steps of the office in working days, each with a promised limit."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The readings of the process itself, where the papers are silent."""

    budget_short: Short = "defer"
    year_end: Literal["lapse", "carry_over"] = "lapse"
    arrival: Literal["each_arrival", "once"] = "each_arrival"
    charged: Literal["own_share", "whole_award"] = "own_share"
    higher_later: Literal["difference", "nothing"] = "difference"
    floor_envelope: Literal["limit", "raised"] = "limit"
    revenue_cut: Literal["unpaid_only", "free_only"] = "unpaid_only"
    refund: Literal["same_year", "never"] = "same_year"
    review: Literal["discretionary", "all", "none"] = "discretionary"


class Window(NamedTuple):
    """Days of every year on which applications are taken, as (month, day), both ends included."""

    opens: tuple[int, int]
    closes: tuple[int, int]


class Shortfall(NamedTuple):
    """Revenue falls short by `share`; known on `day`."""

    share: Fraction
    day: int


@dataclass(frozen=True, slots=True)
class PayingDays:
    """When public money may leave: outside the closed days, and inside one of the windows if any."""

    closed: CashWindow | None = None
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimsSetting:
    """A replication of claims; days as ordinals, openings in fen by party, drawn days by step and serial."""

    book: Rulebook
    portfolio: ClaimsPortfolio
    days: Mapping[str, Sequence[int]]
    promised: Mapping[str, int]
    choices: Choices
    calendar: Calendar
    openings: Mapping[str, int]
    first_day: int
    last_day: int
    windows: Mapping[int, Window] = field(default_factory=dict)  # by number of the clause
    paying: PayingDays = PayingDays()
    panel_seats: int | None = None
    shortfall: Shortfall | None = None
