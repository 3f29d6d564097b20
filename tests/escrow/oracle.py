"""A second, much simpler scheme under the literal readings: dated movements from facts that are all known.

It shares nothing with the product: own facts, exact fractions, lists and loops, no queue, no clock that
runs. Money in fen, days as dates. What it cannot do: shortage of money, anything that is not known.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

WAN = 1_000_000
THRESHOLD, SUBSIDY_CAP, GRANT_CAP = 300 * WAN, 50 * WAN, 300 * WAN
TRIAL = date(2025, 3, 9), date(2026, 3, 8)


@dataclass(frozen=True)
class Stage:
    """An agreed stage and how it went: reached, missed, or reached and not paid for."""

    instalment: int
    outcome: str
    accepted: date
    balance: date
    settled: date
    paid_next: date
    next_payment: str = "deposit"


@dataclass(frozen=True)
class Project:
    """An application and its dates."""

    id: str
    enterprise: str
    platform: str
    equipment: int
    rate: Fraction
    budget: int
    filed: date
    approved: date
    deposited: date
    pool_paid: date
    stages: tuple[Stage, ...]
    premium: int = 0
    bound: date = date(2025, 3, 1)
    subsidised: date = date(2025, 3, 1)
    payee: str = "enterprise"
    claims: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True)
class Audit:
    """The special audit of a year."""

    reported: date
    paid: date
    inputs: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class World:
    """Everything known."""

    projects: tuple[Project, ...]
    audits: dict[int, Audit]
    debarred: dict[str, date]
    opening: dict[str, int]


class Move(NamedTuple):
    """Money on a day."""

    on: date
    payer: str
    payee: str
    fen: int


class Course(NamedTuple):
    """What a project moved, what of it the audit counts, and when the enterprise broke faith."""

    moves: list[Move]
    inputs: list[tuple[date, int]]
    broke_faith: date | None


def balances(world: World, on: date) -> dict[str, int]:
    """Fen by party at the end of a day."""
    held: dict[str, int] = defaultdict(int, world.opening)
    for move in moves(world):
        if move.on <= on:
            held[move.payer] -= move.fen
            held[move.payee] += move.fen
    return dict(held)


def moves(world: World) -> Iterator[Move]:
    """All movements, in no order."""
    broke_faith: dict[str, date] = {}
    courses: dict[str, Course] = {}
    for project in sorted(world.projects, key=lambda each: each.approved):
        name = project.enterprise
        if accepted(project, world.debarred.get(name, date.max), broke_faith.get(name, date.max)):
            courses[project.id] = course = run(project)
            broke_faith[name] = min(broke_faith.get(name, date.max), course.broke_faith or date.max)
            yield from course.moves
    names = {*world.debarred, *broke_faith}
    barred = {
        name: min(world.debarred.get(name, date.max), broke_faith.get(name, date.max)) for name in names
    }
    for project in world.projects:
        yield from insurance(project, project.id in courses, barred.get(project.enterprise, date.max))
    yield from grants(world, courses, barred)


def accepted(project: Project, found_out: date, broke_faith: date) -> bool:
    """Whether the notice is given; a finding counts from its day, a default from the end of it."""
    in_trial = TRIAL[0] <= project.filed and project.approved <= TRIAL[1]
    large = sum(stage.instalment for stage in project.stages) >= THRESHOLD
    return in_trial and large and found_out > project.approved and broke_faith >= project.approved


def run(project: Project) -> Course:
    """Deposits, pool money, releases and forfeitures of an accepted project."""
    who, platform = f"enterprise:{project.enterprise}", f"platform:{project.platform}"
    found, inputs = [Move(project.pool_paid, "risk_pool", platform, project.budget)], []
    paid_on, paid, start = project.deposited, deposit(project, 0), project.deposited
    for k, stage in enumerate(project.stages):
        found.append(Move(paid_on, who, "escrow", paid))
        late = stage.accepted > birthday(start)
        if stage.outcome == "missed" or late or (stage.outcome == "unpaid" and paid < stage.instalment):
            lost = min(paid, deposit(project, k))
            found.append(Move(stage.settled, "escrow", platform, lost))
            found.append(Move(stage.settled, "escrow", who, paid - lost))
            inputs.append((stage.settled, lost))
            unpaid = stage.outcome == "unpaid" and not late
            return Course(found, inputs, stage.settled if unpaid else None)
        found.append(Move(stage.balance, who, "escrow", stage.instalment - paid))
        found.append(Move(stage.settled, "escrow", platform, stage.instalment))
        inputs.append((stage.settled, stage.instalment))
        if k + 1 == len(project.stages) or stage.next_payment == "none":
            break
        paid_on, start = stage.paid_next, stage.settled
        paid = project.stages[k + 1].instalment if stage.next_payment == "full" else deposit(project, k + 1)
    return Course(found, inputs, None)


def deposit(project: Project, k: int) -> int:
    """The agreed share of an instalment, a part of a fen rounded up."""
    return ceil(project.rate * project.stages[k].instalment)


def birthday(day: date) -> date:
    """The same day a year later."""
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def insurance(project: Project, approved: bool, barred: date) -> Iterator[Move]:
    """Premium, its subsidy, claims."""
    if not project.premium:
        return
    who = f"enterprise:{project.enterprise}"
    yield Move(project.bound, who, "insurer:I1", project.premium)
    if approved and project.bound <= project.approved and project.subsidised < barred:
        subsidy = min(floor(Fraction(80, 100) * project.premium), SUBSIDY_CAP)
        yield Move(project.subsidised, "district_treasury", who, subsidy)
    payee = who if project.payee == "enterprise" else f"platform:{project.platform}"
    for on, fen in project.claims:
        yield Move(on, "insurer:I1", payee, fen)


def grants(world: World, courses: dict[str, Course], barred: dict[str, date]) -> Iterator[Move]:
    """30 % of each year's input less claims, at most 300万 per enterprise and year."""
    waiting: dict[str, int] = defaultdict(int)
    for year in sorted(world.audits):
        audit, left = world.audits[year], dict.fromkeys((p.enterprise for p in world.projects), GRANT_CAP)
        for project in world.projects:
            facts = courses[project.id].inputs if project.id in courses else []
            found = sum(fen for on, fen in facts if on.year == year)
            found = audit.inputs.get(project.id, found)
            if project.premium and project.payee == "enterprise":
                waiting[project.id] += sum(fen for on, fen in project.claims if on.year == year)
            used = min(found, waiting[project.id])
            waiting[project.id] -= used
            granted = min(floor(Fraction(30, 100) * (found - used)), left[project.enterprise])
            if audit.paid < barred.get(project.enterprise, date.max):
                left[project.enterprise] -= granted
                yield Move(audit.paid, "district_treasury", f"enterprise:{project.enterprise}", granted)
