"""Replay: rerun the recorded policy, scenario and seed, and compare record by record."""

from dataclasses import dataclass
from typing import cast

from ledger import Head, Journal
from ledger.record import StoredRecord, header_of, parse
from ledger.store import MemoryStore, open_store
from ledger.store.protocol import Store
from scenarios.claims import run as claims_run
from scenarios.claims.attached import open_attached
from scenarios.claims.prepare import prepare_claims
from scenarios.claims.spec import ClaimsLoaded
from scenarios.folder import ledger_of
from scenarios.inputs import SCENARIO
from scenarios.kinds import is_claims
from scenarios.prepare import prepare
from scenarios.problems import MechanismChanged, NothingToReplay
from scenarios.run import MECHANISM, header, simulate, write
from scenarios.spec import Source, open_scenario


@dataclass(frozen=True, slots=True)
class ReplayReport:
    """Whether the rerun gives the same bytes; where it parts first, and how many manual records follow."""

    same: bool
    seq: int | None
    expected: str
    found: str
    manual: int
    head: Head


def replay(target: str) -> ReplayReport:
    """Rerun the ledger of a run's folder, path or URL; raises NothingToReplay, MechanismChanged.

    Records after the finishing one are manual: they are counted, not compared.
    """
    place = ledger_of(target)
    store = open_store(place)
    try:
        return _compared(store, place)
    finally:
        store.close()


def _compared(store: Store, place: str) -> ReplayReport:
    head = store.head()
    text = store.attachment(SCENARIO)
    if head is None or text is None:
        raise NothingToReplay(place=place)
    first = header_of(parse(next(iter(store.records())).bytes))
    claims = is_claims(Source(text.decode(), SCENARIO, "replay"))
    known = claims_run.MECHANISM if claims else MECHANISM
    if first.mechanism != known:
        raise MechanismChanged(place=place, found=first.mechanism, known=known)
    rerun = _rerun_claims(store, first.replication) if claims else _rerun(text.decode(), first.replication)
    manual = 0
    again = iter(rerun.records())
    ended = False
    for stored in store.records():
        if ended:
            manual += 1
            continue
        expected = next(again, None)
        if expected is None or expected.bytes != stored.bytes:
            return ReplayReport(False, stored.seq, _text(expected), _text(stored), manual, head)
        ended = stored.kind == "finished"
    missing = next(again, None)
    if missing is not None:
        return ReplayReport(False, missing.seq, _text(missing), "", manual, head)
    return ReplayReport(True, None, "", "", manual, head)


def _rerun_claims(of: Store, replication: int) -> MemoryStore:
    prepared = prepare_claims(cast("ClaimsLoaded", open_attached(of)), replication=replication)
    store = MemoryStore()
    journal = Journal.create(store, claims_run.header(prepared))
    claims_run.write(prepared, claims_run.simulate(prepared), journal)
    return store


def _rerun(text: str, replication: int) -> MemoryStore:
    scenario = open_scenario(Source(text, SCENARIO, "replay")).scenario
    prepared = prepare(scenario, replication=replication)
    store = MemoryStore()
    write(prepared, simulate(prepared), Journal.create(store, header(prepared)))
    return store


def _text(record: StoredRecord | None) -> str:
    return "" if record is None else record.bytes.decode("ascii", "replace")
