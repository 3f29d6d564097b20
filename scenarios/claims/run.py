"""Run a claims scenario: simulate, then keep the ledger."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from escrow.bookkeeping.claims import ClaimsBookkeeper
from escrow.cashier import Cashier
from escrow.chart import CHART
from escrow.processes.fulfilment import simulate as engine
from escrow.tape import Row
from ledger import Head, Header, Journal
from scenarios.claims.attached import attachments
from scenarios.claims.normal import BOUND_ELSEWHERE, digest, normal, policy_form
from scenarios.claims.prepare import PreparedClaims, prepare_claims
from scenarios.claims.spec.load import ClaimsLoaded
from scenarios.inputs import described
from scenarios.prepare import iso
from scenarios.run import Progress, Wish, keep

MECHANISM = "claims-1"


@dataclass(frozen=True, slots=True)
class ClaimsResult:
    """A finished run: tape, the ledger's head and place, folder; `recognised` when it was there already."""

    prepared: PreparedClaims
    tape: list[Row]
    head: Head
    ledger: str
    out: Path | None
    recognised: bool


def simulate(prepared: PreparedClaims) -> list[Row]:
    """The tape of a prepared replication (escrow.claims.tape)."""
    return engine(prepared.setting)


def header(prepared: PreparedClaims) -> Header:
    """What the ledger is bound to: digests of papers and scenario, seed, replication, mechanism, chart."""
    scenario = prepared.scenario
    policy = {**policy_form(prepared.catalogue, scenario.papers), "calendar": _calendar(prepared)}
    return Header(
        policy=digest(policy),
        scenario=digest(normal(scenario), BOUND_ELSEWHERE),
        seed=scenario.seed,
        replication=prepared.replication,
        mechanism=MECHANISM,
        on=iso(prepared.setting.first_day),
        chart=CHART,
    )


def run_claims(
    loaded: ClaimsLoaded,
    *,
    ledger: str | None = None,
    out: Path | None = None,
    name: str = "run",
    resume: bool = False,
    replication: int = 0,
    progress: Progress | None = None,
) -> ClaimsResult:
    """Simulate and keep the ledger, in `ledger` (path or URL) or in the run's folder (`out`).

    The same promises as scenarios.run.run, and the same problems.
    """
    prepared = prepare_claims(loaded, replication=replication)
    top, tape = header(prepared), simulate(prepared)
    kept = keep(
        Wish(ledger, out, name, resume),
        top,
        attachments(prepared),
        lambda journal: write(prepared, tape, journal, progress),
        lambda head, place: _described(prepared, top, head, place),
    )
    return ClaimsResult(prepared, tape, *kept)


def write(
    prepared: PreparedClaims, tape: list[Row], journal: Journal, progress: Progress | None = None
) -> Head:
    """Enter a tape into a journal and finish it; returns the head."""
    setting = prepared.setting
    books = ClaimsBookkeeper(setting)
    return Cashier(journal).keep(books, tape, (setting.first_day, setting.last_day), progress)


def _calendar(prepared: PreparedClaims) -> Any:
    return prepared.setting.calendar.table.digest


def _described(prepared: PreparedClaims, top: Header, head: Head, ledger: str) -> dict[str, Any]:
    """run.json of a claims run."""
    scenario = prepared.scenario
    return described(top, head, ledger, scenario.title, kind="claims", papers=list(scenario.papers))
