"""Run a claims scenario: simulate, then keep the ledger."""

import platform
from dataclasses import dataclass
from importlib.metadata import version
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
from scenarios.folder import folder_for
from scenarios.inputs import input_digest
from scenarios.prepare import iso
from scenarios.run import Place, Progress, kept

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
    top = header(prepared)
    folder = None if ledger and out is None else folder_for(out, name, input_digest(top))
    place = ledger or str(folder.ledger if folder else "")
    tape = simulate(prepared)
    head, recognised = kept(
        Place(place, folder, resume),
        top,
        attachments(prepared),
        lambda journal: write(prepared, tape, journal, progress),
    )
    if folder is not None:
        folder.make()
        folder.describe(_described(prepared, top, head, folder.ledger.name if ledger is None else place))
    return ClaimsResult(prepared, tape, head, place, folder.path if folder else None, recognised)


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
    """run.json: versions, seed, digests, head. Nothing of it is chained."""
    return {
        "schema": "anxinbao/run@1",
        "kind": "claims",
        "title": prepared.scenario.title._asdict(),
        "papers": list(prepared.scenario.papers),
        "seed": top.seed,
        "replication": top.replication,
        "mechanism": top.mechanism,
        "inputs": {"policy": top.policy, "scenario": top.scenario},
        "ledger": ledger,
        "head": str(head),
        "versions": {"anxinbao": version("anxinbao"), "python": platform.python_version()},
    }
