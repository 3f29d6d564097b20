"""What the fulfilment process asks of a clause: plain data, and a rulebook that decides one case."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple, Protocol

from escrow.claims.model import Facts
from escrow.claims.tape import Payer
from escrow.clauses.split import Stage, split, stages_of
from escrow.rules.citation import Citation

Pick = Literal["highest", "top_up", "sum", "first"]
Short = Literal["trim", "reject", "prorate", "defer"]
Lapse = Literal["stop", "claw_back"]
Ties = Literal["order", "all", "none"]


class StagePart(NamedTuple):
    """A part of an award (fen): due on the day of `event` ("" the end of the notice) and years after it."""

    event: str
    after_years: int
    amount_fen: int


@dataclass(frozen=True, slots=True)
class LimitTerm:
    """A cap over a pool of awards or payments; its amount comes with each ruling."""

    pool: str
    per: tuple[str, ...]  # clause, enterprise, year, matter, object, programme
    at: Literal["award", "payment"] = "award"
    short: Short = "trim"


@dataclass(frozen=True, slots=True)
class RecheckTerm:
    """How often the conditions are looked at again, and what follows when they fail."""

    years: int
    lapse: Lapse


@dataclass(frozen=True, slots=True)
class SelectTerm:
    """A scored selection: who reaches the minimum is ranked in its group, the first are taken."""

    per: tuple[str, ...] = ()
    ties: Ties = "order"  # at the last place the earlier application goes first, or all or none are taken


class Scored(NamedTuple):
    """A candidate's score, the least one needed, and how many places its group has (None: all)."""

    score: Fraction
    minimum: Fraction | None = None
    places: int | None = None


@dataclass(frozen=True, slots=True)
class ClauseTerms:
    """One clause as the process sees it; `envelope` is a number in the rulebook or -1."""

    id: str
    paper: str
    citation: Citation
    matter: str = ""
    limits: tuple[LimitTerm, ...] = ()
    recheck: RecheckTerm | None = None
    select: SelectTerm | None = None
    envelope: int = -1
    discretionary: bool = False  # the text says at most: experts decide
    matching: bool = False  # follows higher-level money that has arrived
    adds_to: frozenset[str] = frozenset()  # clauses it is paid on top of


@dataclass(frozen=True, slots=True)
class EnvelopeTerm:
    """A budget: fen by year; `within` is the number of the total it lies in, `floor` a printed 不少于."""

    id: str
    citation: Citation
    amounts: tuple[tuple[int, int], ...]
    owner: Payer = Payer.DISTRICT
    within: int = -1
    floor: bool = False
    revenue_share: Fraction = Fraction(1)

    def amount(self, year: int) -> int:
        """Fen of a year, zero when none is stated."""
        return dict(self.amounts).get(year, 0)

    def states(self, year: int) -> bool:
        """Whether the year has an amount; a total of other years binds nothing in this one."""
        return year in dict(self.amounts)


def binding(terms: Sequence[EnvelopeTerm], number: int, year: int) -> list[int]:
    """An envelope and those of its totals that are stated for the year; empty for a number below zero."""
    found: list[int] = []
    own = number
    while number >= 0:
        if number == own or terms[number].states(year):
            found.append(number)
        number = terms[number].within
    return found


@dataclass(frozen=True, slots=True)
class StackRule:
    """What a paper (or a group of clauses) says when several awards meet; `members` are clause ids."""

    citation: Citation
    members: frozenset[str]
    per: tuple[str, ...]
    pick: Pick
    from_day: int = 0
    total_cap_fen: int | None = None


class Failed(NamedTuple):
    """A test that failed: its number, and the money missing where that can be said."""

    test: int
    missing_fen: int = 0


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a clause says of one case: the amount (fen), or why there is none."""

    amount_fen: int
    failed: tuple[Failed, ...] = ()
    in_force: bool = True
    absent: tuple[str, ...] = ()  # facts asked for and not stated
    caps: tuple[int, ...] = ()  # of the clause's limits, fen, in their order
    stages: tuple[Stage, ...] = ()  # (event, years later, share or None for the rest); empty: all at once
    payers: tuple[tuple[Payer, int], ...] = ((Payer.DISTRICT, 1),)  # integer shares
    odd_to: Payer | None = None  # who pays the odd fen, the first when not said
    workings: tuple[tuple[str | int, ...], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()

    def split(self, amount_fen: int) -> tuple[tuple[Payer, int], ...]:
        """An amount by payers; the parts add up to it."""
        parts = split(amount_fen, {str(int(payer)): share for payer, share in self.payers}, self._odd)
        return tuple((Payer(int(name)), fen) for name, fen in parts)

    @property
    def _odd(self) -> str | None:
        return None if self.odd_to is None else str(int(self.odd_to))

    def staged(self, amount_fen: int) -> tuple[StagePart, ...]:
        """The stages of an award; shares that add up to one use it up to the fen."""
        if not self.stages:
            return (StagePart("", 0, amount_fen),)
        return tuple(StagePart(*part) for part in stages_of(amount_fen, self.stages))


class Rulebook(Protocol):
    """The clauses that may be claimed. Everything it says follows from its arguments alone."""

    @property
    def clauses(self) -> Sequence[ClauseTerms]:
        """The clauses that may be claimed."""

    @property
    def envelopes(self) -> Sequence[EnvelopeTerm]:
        """The envelopes; `within` and `envelope` are places in this list."""

    @property
    def rules(self) -> Sequence[StackRule]:
        """What is said of awards that meet."""

    def number(self, clause: str) -> int:
        """The number of a clause id."""

    def rule(self, clause: int, facts: Facts, day: int) -> Ruling:
        """What the clause gives on these facts by the law of `day`."""

    def asks(self, clause: int) -> frozenset[str]:
        """Names of the facts that bear on the clause."""

    def score(self, clause: int, facts: Facts, day: int) -> Scored | None:
        """The weighted score of a selection; None when no score is stated."""

    def holds(self, clause: int, facts: Facts, day: int) -> bool:
        """Whether the yearly re-check passes."""

    def claws_back(self, clause: int, stage: int, facts: Facts, day: int) -> bool:
        """Whether a stage finds that what was paid must be given back."""

    def first_in_rank(self, clause: int, facts: Facts, day: int) -> int:
        """The number of a clause that goes first on these facts, -1 when none does."""
