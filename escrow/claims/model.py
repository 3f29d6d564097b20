"""What a scenario states about applicants and their claims, before anything is decided.

Days are proleptic ordinals (date.toordinal), money is whole fen, None means "not stated". A fact has
the type its vocabulary entry gives it: money int (fen), ratio Fraction, number int or Fraction, date
int (ordinal), text str, bool bool; a series (newest last) or list is a tuple of these. A rate that
changes with the day is a Timeline of them, read on the day of the ruling.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from escrow.clauses.dated import Timeline

Scalar = int | Fraction | str | bool
Value = Scalar | tuple[Scalar, ...] | Timeline
Facts = Mapping[str, Value]
STEPS = ("completeness", "review", "decision", "notice")  # whose days may be known, in their order


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who may claim; `facts_year` is the year of the newest item of every yearly series."""

    id: str
    facts: Facts = field(default_factory=dict)
    facts_year: int | None = None


@dataclass(frozen=True, slots=True)
class Promotion:
    """The same object reaches a higher level on `day`; `facts` replace those of the claim (晋级)."""

    day: int
    facts: Facts


@dataclass(frozen=True, slots=True)
class Known:
    """Dates of steps that are already known; they pin what would be counted or drawn."""

    complete_day: int | None = None
    reviewed_day: int | None = None
    decided_day: int | None = None
    publicised_day: int | None = None
    paid_days: tuple[int, ...] = ()  # by stage, in order

    def at_latest(self, step: str) -> int | None:
        """The next known day after a step: it ended by then, whatever the usual days are."""
        if step not in STEPS:
            return None
        judged = (self.complete_day, self.reviewed_day, self.decided_day)
        later = (*judged, self.publicised_day, *self.paid_days[:1])[STEPS.index(step) + 1 :]
        return min((day for day in later if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class ClaimPlan:
    """One application under one clause; `facts` go before the applicant's own of the same name.

    `serial` orders what happens on one day. `matter` and `object` say what is paid for (a title, a
    project, a product): papers that forbid paying twice compare them. `upper_level` lists arrivals of
    higher-level money (day, fen) from `upper_payer`. `events` are the days on which stages fall due
    (listed, accepted ...). From `lapses_day` on the conditions no longer hold.
    """

    serial: int
    id: str
    enterprise: str
    clause: str
    applied_day: int
    facts: Facts = field(default_factory=dict)
    matter: str = ""  # "": the clause's own
    object: str = ""  # "": the enterprise as a whole
    upper_level: tuple[tuple[int, int], ...] = ()
    upper_payer: str = "province"
    events: Mapping[str, int] = field(default_factory=dict)
    lapses_day: int | None = None
    promotions: tuple[Promotion, ...] = ()
    known: Known = Known()


@dataclass(frozen=True, slots=True)
class ClaimsPortfolio:
    """Everything stated: applicants by id, and claims in the order of their serials."""

    applicants: Mapping[str, Applicant]
    claims: tuple[ClaimPlan, ...]
