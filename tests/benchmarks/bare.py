"""The same flow as a bare SimPy model: what one would write in an afternoon, without ledger or clauses.

Idiomatic SimPy: a process for each project, a Resource for the expert panel, a Container for the pool,
timeouts for everything that takes time. It logs one tuple for each thing that happens, as the tape does.
"""

import random
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import simpy

Flow = Generator[simpy.Event, Any, None]
YEAR = 365


@dataclass(frozen=True, slots=True)
class Project:
    """One drawn project: days and fen."""

    id: int
    filed: int
    instalments: tuple[int, ...]
    durations: tuple[int, ...]
    reached: tuple[bool, ...]
    # checks, review, notice, deposit, pool, balance, authority, release, next, claim, decision, publicity
    delays: tuple[int, ...]
    insured: bool


def draw(count: int, seed: int) -> list[Project]:
    """Projects of two to four stages, filed in the first 300 days."""
    chance = random.Random(seed)
    projects = []
    for number in range(count):
        stages = chance.randint(2, 4)
        projects.append(
            Project(
                number,
                chance.randrange(300),
                tuple(chance.randrange(1_500_000, 3_000_000) * 100 for _ in range(stages)),
                tuple(chance.randint(60, 300) for _ in range(stages)),
                tuple(chance.random() < 0.85 for _ in range(stages)),
                tuple(chance.randint(1, 25) for _ in range(12)),
                chance.random() < 0.6,
            )
        )
    return projects


class District:
    """The shared means: panel, pool, log, and what each project spent."""

    def __init__(self, projects: list[Project], pool_fen: int, years: int) -> None:
        self.env = simpy.Environment()
        self.panel = simpy.Resource(self.env, capacity=max(6, len(projects) // 10))
        self.pool = simpy.Container(self.env, init=pool_fen, capacity=pool_fen)
        self.log: list[tuple[float, str, int, int, int]] = []
        self.escrow = dict.fromkeys(range(len(projects)), 0)
        self.spent = dict.fromkeys(range(len(projects)), 0)
        for project in projects:
            self.env.process(self.project(project))
        for year in range(1, years + 1):
            self.env.process(self.audit(year))
        self.years = years

    def run(self) -> int:
        """Runs to the horizon; how many things happened."""
        self.env.run(until=(self.years + 1) * YEAR)
        return len(self.log)

    def note(self, what: str, project: Project, stage: int = 0, amount: int = 0) -> None:
        self.log.append((self.env.now, what, project.id, stage, amount))

    def project(self, p: Project) -> Flow:
        """From filing to the last release, or to the first miss."""
        yield self.env.timeout(p.filed)
        self.note("filed", p)
        yield from self.review(p)
        if p.insured:
            self.env.process(self.premium(p))
        yield from self.deposit(p, 1, p.delays[3])
        yield from self.advance(p)
        for stage in range(1, len(p.instalments) + 1):
            yield from self.stage(p, stage)
            if not p.reached[stage - 1]:
                yield from self.missed(p, stage)
                return
            yield from self.settle(p, stage)
            if stage < len(p.instalments):
                yield from self.deposit(p, stage + 1, p.delays[8])
        self.note("completed", p)

    def review(self, p: Project) -> Flow:
        yield self.env.timeout(p.delays[0])
        self.note("accepted", p)
        with self.panel.request() as seat:
            yield seat
            self.note("review started", p)
            yield self.env.timeout(p.delays[1])
        self.note("reviewed", p)
        yield self.env.timeout(p.delays[10])
        self.note("decided", p)
        yield self.env.timeout(p.delays[11])
        self.note("publicised", p)
        yield self.env.timeout(p.delays[2])
        self.note("approved", p)

    def deposit(self, p: Project, stage: int, days: int) -> Flow:
        yield self.env.timeout(days)
        amount = p.instalments[stage - 1] // 10
        self.escrow[p.id] += amount
        self.note("deposited", p, stage, amount)

    def advance(self, p: Project) -> Flow:
        budget = p.instalments[0]
        self.note("pool requested", p, 1, budget)
        yield self.env.timeout(p.delays[4])
        yield self.pool.get(budget)
        self.note("pool paid", p, 1, budget)

    def stage(self, p: Project, stage: int) -> Flow:
        self.note("stage started", p, stage)
        yield self.env.timeout(p.durations[stage - 1])
        self.note("submitted", p, stage)
        yield self.env.timeout(p.delays[6])
        self.note("reached" if p.reached[stage - 1] else "missed", p, stage)

    def settle(self, p: Project, stage: int) -> Flow:
        instalment = p.instalments[stage - 1]
        yield self.env.timeout(p.delays[5])
        self.escrow[p.id] += instalment - instalment // 10
        self.note("balance paid", p, stage, instalment - instalment // 10)
        yield self.env.timeout(p.delays[6])
        self.note("authority reviewed", p, stage)
        yield self.env.timeout(p.delays[7])
        self.escrow[p.id] -= instalment
        self.spent[p.id] += instalment
        self.note("released", p, stage, instalment)

    def missed(self, p: Project, stage: int) -> Flow:
        yield self.env.timeout(p.delays[6])
        self.note("authority reviewed", p, stage)
        forfeited, self.escrow[p.id] = self.escrow[p.id], 0
        self.spent[p.id] += forfeited
        self.note("forfeited", p, stage, forfeited)
        if p.insured:
            yield self.env.timeout(p.delays[9])
            self.note("loss assessed", p, stage, p.instalments[stage - 1])
            yield self.env.timeout(p.delays[9])
            self.note("claim paid", p, stage, p.instalments[stage - 1] // 2)
        self.note("ended", p, stage)

    def premium(self, p: Project) -> Flow:
        premium = sum(p.instalments) * 4 // 100
        yield self.env.timeout(p.delays[4])
        self.note("premium paid", p, 0, premium)
        yield self.env.timeout(30)
        self.note("premium subsidy paid", p, 0, min(premium * 80 // 100, 50_000_000))

    def audit(self, year: int) -> Flow:
        yield self.env.timeout(year * YEAR + 44)
        due = [(number, spent) for number, spent in self.spent.items() if spent]
        for number, spent in due:
            self.log.append((self.env.now, "audited", number, year, spent))
        yield self.env.timeout(14)
        for number, spent in due:
            self.spent[number] = 0
            self.log.append(
                (self.env.now, "cost share paid", number, year, min(spent * 30 // 100, 300_000_000))
            )
