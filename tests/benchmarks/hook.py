"""Where the benchmarks meet the engine: the bare model's projects as the scheme's, ready to run."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from escrow.behaviour import Behaviour, Chance, QuantileTable
from escrow.bookkeeping.bookkeeper import Bookkeeper
from escrow.calendar import calendar
from escrow.cashier import Cashier
from escrow.catalogue import load_policy
from escrow.chart import CHART
from escrow.processes.scheme import Setting
from escrow.processes.simulate import simulate
from escrow.project import Portfolio, ProjectPlan, StagePlan
from escrow.terms import terms_of
from escrow.world import build_world
from ledger.journal import Journal
from ledger.record import Header
from ledger.store import open_store
from tests.benchmarks.bare import YEAR, Project

FIRST_DAY = date(2025, 3, 9)
EACH_FEN = 10**11
ENTERPRISES, PLATFORMS = 50, 10

RESOLVED = load_policy().resolve()
# The district's delays with the bare model's fates: all pass and pay, 15 % of stages fail, 60 % are insured.
_SURE = ("passed", "deposit_comes", "balance_comes", "next_comes", "enterprise_agrees", "trigger_accepted")
_NEVER = ("rectify", "falsified")
BEHAVIOUR = Behaviour.district().but(
    dict.fromkeys(_SURE, Chance.of("100%"))
    | dict.fromkeys(_NEVER, Chance.of("0%"))
    | {"missed": Chance.of("15%"), "insured": Chance.of("60%"), "work_days": QuantileTable.of("0:0 100:0")}
)


def simulation(drawn: list[Project], years: int, pool_fen: int) -> Callable[[], int]:
    """The processes with their tape; running it gives the number of rows."""
    prepared = setting(drawn, years, pool_fen)
    return lambda: len(simulate(prepared))


def booked(drawn: list[Project], years: int, pool_fen: int, path: Path) -> Callable[[], int]:
    """The same, with the tape booked into a new SQLite ledger at `path`; gives the number of rows."""
    prepared = setting(drawn, years, pool_fen)

    def run() -> int:
        tape = simulate(prepared)
        store = open_store(path, create=True)
        journal = Journal.create(
            store, Header("0" * 64, "0" * 64, 1, 0, "bench", FIRST_DAY.isoformat(), CHART)
        )
        books = Bookkeeper(prepared, dict(RESOLVED.readings))
        Cashier(journal).keep(books, tape, (prepared.first_day, prepared.last_day))
        store.close()
        return len(tape)

    return run


def setting(drawn: list[Project], years: int, pool_fen: int) -> Setting:
    """The literal policy with room for everybody: a panel that grows with the projects, no selection."""
    terms = terms_of(dict(RESOLVED.readings), dict(RESOLVED.parameters))
    terms = replace(
        terms, pool_size=pool_fen, selection_number=len(drawn), panel_seats=max(6, len(drawn) // 10)
    )
    plans = tuple(_plan(project) for project in drawn)
    world = build_world(plans, BEHAVIOUR, 1, 0)
    parties = {f"enterprise:E{n}" for n in range(ENTERPRISES)} | {f"platform:PL{n}" for n in range(PLATFORMS)}
    parties |= {f"insurer:{insurer}" for insurer in world.insurers} | {
        "bank",
        "guarantor",
        "district_treasury",
    }
    first = FIRST_DAY.toordinal()
    return Setting(
        terms=terms,
        base=terms,
        world=world,
        portfolio=Portfolio(world.plans),
        calendar=calendar(),
        openings={**dict.fromkeys(parties, EACH_FEN), "risk_pool": pool_fen},
        first_day=first,
        last_day=first + (years + 1) * YEAR,
        intake_until=terms.trial_to,
    )


def _plan(project: Project) -> ProjectPlan:
    stages = zip(project.instalments, project.durations, strict=True)
    return ProjectPlan(
        id=f"P{project.id}",
        enterprise=f"E{project.id % ENTERPRISES}",
        platform=f"PL{project.id % PLATFORMS}",
        agreed_total_fen=sum(project.instalments),
        filed_day=FIRST_DAY.toordinal() + project.filed,
        stages=tuple(StagePlan(instalment, days) for instalment, days in stages),
    )
