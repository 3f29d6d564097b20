"""A made-up rulebook: clauses as plain functions, so that the process is tested without the catalogue."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from escrow.calendar import calendar
from escrow.claims.model import Applicant, ClaimPlan, ClaimsPortfolio, Facts
from escrow.claims.setting import STEPS, Choices, ClaimsSetting
from escrow.claims.tape import ClaimKind
from escrow.claims.terms import ClauseTerms, EnvelopeTerm, Ruling, Scored, StackRule
from escrow.processes.fulfilment import simulate
from escrow.rules.citation import Citation
from escrow.tape import Row

CITED = Citation("paper", "（一）", "clause")
BUDGET = Citation("paper", "（二）", "budget")
DAYS = {"completeness": 5, "review": 20, "decision": 10, "notice": 5, "payment": 10, "claw_back": 30}
Decide = Callable[[Facts], Ruling]


def asked(facts: Facts) -> Ruling:
    """A clause that grants what is asked."""
    return Ruling(int(facts["amount"]))  # type: ignore[arg-type]


def clause(id: str, paper: str = "paper", **more: Any) -> ClauseTerms:
    """A clause of a made-up paper."""
    return ClauseTerms(id, paper, Citation(paper, "（一）", id), more.pop("matter", id), **more)


def envelope(fen: int, *years: int, id: str = "budget", **more: Any) -> EnvelopeTerm:
    """An envelope with the same amount each year."""
    return EnvelopeTerm(id, BUDGET, tuple((year, fen) for year in years or (2024,)), **more)


@dataclass
class Book:
    """Clauses with what they decide; `asks` makes the ledger's facts known to them."""

    clauses: Sequence[ClauseTerms]
    decide: Sequence[Decide] = ()
    envelopes: Sequence[EnvelopeTerm] = ()
    rules: Sequence[StackRule] = ()
    known: frozenset[str] = frozenset()
    rank: Callable[[int, Facts], int] = lambda clause, facts: -1
    keeps: Callable[[Facts, int], bool] = lambda facts, day: True
    spoilt: Callable[[int, Facts, int], bool] = lambda stage, facts, day: False
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, clause: str) -> int:
        return [each.id for each in self.clauses].index(clause)

    def rule(self, clause: int, facts: Facts, day: int) -> Ruling:
        return (self.decide[clause] if self.decide else asked)(facts)

    def asks(self, clause: int) -> frozenset[str]:
        return self.known

    def score(self, clause: int, facts: Facts, day: int) -> Scored | None:
        return None

    def holds(self, clause: int, facts: Facts, day: int) -> bool:
        return self.keeps(facts, day)

    def claws_back(self, clause: int, stage: int, facts: Facts, day: int) -> bool:
        return self.spoilt(stage, facts, day)

    def first_in_rank(self, clause: int, facts: Facts, day: int) -> int:
        return self.rank(clause, facts)


def on(text: str) -> int:
    """A day as ordinal."""
    return date.fromisoformat(text).toordinal()


def plan(serial: int, clause: str, day: str, enterprise: str = "E1", **more: Any) -> ClaimPlan:
    """A claim; further keywords are its facts unless ClaimPlan knows them."""
    own = {name: more.pop(name) for name in list(more) if name in ClaimPlan.__slots__}
    return ClaimPlan(serial, f"C{serial + 1}", enterprise, clause, on(day), facts=more, **own)


def setting(book: Book, *plans: ClaimPlan, **more: Any) -> ClaimsSetting:
    """A setting of three years with the usual days of each step."""
    choices = {name: more.pop(name) for name in list(more) if name in Choices.__slots__}
    days = {step: [more.pop(step, DAYS[step])] * len(plans) for step in STEPS}
    names = [plan.enterprise for plan in plans]
    rich = {"district_treasury": 10**12, "city_treasury": 10**12, "province_treasury": 10**12}
    openings = more.pop("openings", {}) | {f"enterprise:{name}": 0 for name in names}
    return ClaimsSetting(
        book=book,
        portfolio=ClaimsPortfolio({name: Applicant(name) for name in names}, plans),
        days=days,
        promised=DAYS,
        choices=Choices(**choices),
        calendar=calendar(),
        openings={**rich, **openings},
        first_day=on(more.pop("first", "2024-01-01")),
        last_day=on(more.pop("last", "2026-12-31")),
        **more,
    )


def tape(book: Book, *plans: ClaimPlan, **more: Any) -> list[Row]:
    """The tape of a run."""
    return simulate(setting(book, *plans, **more))


def told(rows: Sequence[Row], serial: int | None = None) -> list[tuple[str, ...]]:
    """Rows as (date, kind, amount, a)."""
    return [
        (date.fromordinal(row[0]).isoformat(), ClaimKind(row[2]).name, str(row[5]), str(row[6]))
        for row in rows
        if serial is None or row[3] == serial
    ]


def paid(rows: Sequence[Row], serial: int = 0) -> int:
    """Fen paid on a claim, refunds taken off."""
    signs = {ClaimKind.PAID: 1, ClaimKind.CLAWED_BACK: -1}
    return sum(signs.get(ClaimKind(row[2]), 0) * row[5] for row in rows if row[3] == serial)


def refusals(rows: Sequence[Row]) -> dict[int, int]:
    """Reason of the refusal by claim."""
    return {row[3]: row[6] for row in rows if row[2] == ClaimKind.REFUSED}
