"""Run a scenario: simulate, then keep the ledger; a Python call for everything `anxinbao run` does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from escrow.bookkeeping.bookkeeper import Bookkeeper
from escrow.cashier import Cashier
from escrow.chart import CHART
from escrow.processes import simulate as engine
from escrow.tape import Row
from ledger import Head, Header, Journal
from ledger.chain import GENESIS
from ledger.record import header_of, parse
from ledger.store import open_store
from ledger.store.errors import LedgerNotFound
from scenarios.folder import Folder, folder_for
from scenarios.inputs import attachments, describe, input_digest
from scenarios.prepare import Prepared, iso, prepare
from scenarios.problems import LedgerOfOther, LedgerUnfinished
from scenarios.spec import Scenario, normal, scenario_digest

__all__ = [
    "MECHANISM",
    "Existing",
    "Prepared",
    "RunResult",
    "Wish",
    "existing",
    "header",
    "keep",
    "prepare",
    "run",
    "simulate",
    "write",
]

MECHANISM = "1"
EMPTY = Head(-1, GENESIS)
Progress = Callable[[int, int], None]
Write = Callable[[Journal], Head]
Describe = Callable[[Head, str], dict[str, Any]]


class Wish(NamedTuple):
    """Where the user wants a run kept: ledger (path or URL), folder, the folder's name, whether to go on."""

    ledger: str | None
    out: Path | None
    name: str
    resume: bool


class Kept(NamedTuple):
    """Head, the ledger's place and the folder of a kept run; `recognised` when it was there already."""

    head: Head
    ledger: str
    out: Path | None
    recognised: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run keeps its ledger: path or URL, the folder it belongs to if any, whether to continue."""

    ledger: str
    folder: Folder | None = None
    resume: bool = False


@dataclass(frozen=True, slots=True)
class RunResult:
    """A finished run: tape, the ledger's head and place, folder; `recognised` when it was there already."""

    prepared: Prepared
    tape: list[Row]
    head: Head
    ledger: str
    out: Path | None
    recognised: bool


def simulate(prepared: Prepared) -> list[Row]:
    """The tape of a prepared replication (escrow.tape)."""
    return engine.simulate(prepared.setting)


def header(prepared: Prepared) -> Header:
    """What the ledger is bound to: digests of policy and scenario, seed, replication, mechanism, chart."""
    form = normal(prepared.scenario, prepared.resolved)
    return Header(
        policy=prepared.resolved.digest,
        scenario=scenario_digest(form),
        seed=prepared.scenario.seed,
        replication=prepared.replication,
        mechanism=MECHANISM,
        on=iso(prepared.setting.first_day),
        chart=CHART,
    )


def run(
    scenario: Scenario,
    *,
    ledger: str | None = None,
    out: Path | None = None,
    name: str = "run",
    resume: bool = False,
    replication: int = 0,
    progress: Progress | None = None,
) -> RunResult:
    """Simulate and keep the ledger, in `ledger` (path or URL) or in the run's folder (`out`).

    With `ledger` alone no folder is written. A complete ledger of the same inputs is recognised, not
    redone. Raises LedgerOfOther, LedgerUnfinished, PinContradiction and the store's problems.
    """
    prepared = prepare(scenario, replication=replication)
    top, tape = header(prepared), simulate(prepared)
    kept = keep(
        Wish(ledger, out, name, resume),
        top,
        attachments(prepared),
        lambda journal: write(prepared, tape, journal, progress),
        lambda head, place: describe(prepared, top, head, place),
    )
    return RunResult(prepared, tape, *kept)


def write(prepared: Prepared, tape: list[Row], journal: Journal, progress: Progress | None = None) -> Head:
    """Enter a tape into a journal and finish it; returns the head."""
    setting = prepared.setting
    books = Bookkeeper(setting, dict(prepared.resolved.readings))
    return Cashier(journal).keep(books, tape, (setting.first_day, setting.last_day), progress)


def keep(wish: Wish, top: Header, attached: Mapping[str, bytes], write: Write, describe: Describe) -> Kept:
    """Keep the ledger where it is wished, and describe the run in its folder if it has one.

    Raises LedgerOfOther, LedgerUnfinished, FolderTaken and the store's problems.
    """
    folder = None if wish.ledger and wish.out is None else folder_for(wish.out, wish.name, input_digest(top))
    place = wish.ledger or str(folder.ledger if folder else "")
    if folder is not None and wish.ledger:
        folder.refuse_other(top)
    head, recognised = _kept(Place(place, folder, wish.resume), top, attached, write)
    if folder is not None:
        folder.make()
        folder.describe(describe(head, folder.ledger.name if wish.ledger is None else place))
    return Kept(head, place, folder.path if folder else None, recognised)


def _kept(place: Place, top: Header, attached: Mapping[str, bytes], write: Write) -> tuple[Head, bool]:
    """The head of the ledger, and whether it was complete already."""
    found = existing(place.ledger, top)
    if found is not None and found.finished:
        return found.head, True
    begun = found is not None and found.head.seq >= 0
    if found is not None and begun and not place.resume:
        raise LedgerUnfinished(place=place.ledger, seq=found.head.seq)
    if place.folder is not None:
        place.folder.make()
    store = open_store(place.ledger, create=found is None, write=True)
    try:
        if not begun:
            for name, content in attached.items():
                store.attach(name, content)
        return write(Journal.resume(store, top) if begun else Journal.create(store, top)), False
    finally:
        store.close()


@dataclass(frozen=True, slots=True)
class Existing:
    """A ledger of the same inputs that is already at the place; its head is EMPTY when nothing is stored."""

    head: Head
    finished: bool


def existing(place: str, top: Header) -> Existing | None:
    """What lies at `place`, or None; raises LedgerOfOther unless it was begun by the same inputs."""
    try:
        store = open_store(place)
    except LedgerNotFound:
        return None
    try:
        head = store.head()
        if head is None:  # killed before the first batch: nothing is there yet
            return Existing(EMPTY, False)
        first = next(iter(store.records()))
        if header_of(parse(first.bytes)) != top:
            raise LedgerOfOther(place=place)
        last = next(iter(store.records(head.seq)))
        return Existing(head, last.kind == "finished")
    finally:
        store.close()
