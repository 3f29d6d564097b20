"""A rerun compares with what is stored, byte for byte, then continues to the identical head."""

from dataclasses import replace

import pytest

from ledger import FloorPassed, Head, Journal, LedgerOfAnotherRun, MemoryStore, ResumeDiverged, Store
from tests.ledger.kit import HEADER, NEXT_DAY, event, move, opening


def run(journal: Journal, amount_fen: int = 5) -> Head:
    """A run with an event, entries, a repeat, a refusal and a reversal."""
    journal.event(event())
    journal.post(opening("cash/risk_pool", 100))
    with pytest.raises(FloorPassed):
        journal.post(move("pay", "cash/risk_pool", "cash/bank", 101))
    journal.post(move("pay", "cash/risk_pool", "cash/bank", amount_fen))
    journal.post(move("pay", "cash/risk_pool", "cash/bank", amount_fen))
    journal.reverse("pay", id="undo", event="E", on=NEXT_DAY)
    return journal.finish(NEXT_DAY)


def complete() -> MemoryStore:
    """The whole run."""
    store = MemoryStore()
    run(Journal.create(store, HEADER))
    return store


@pytest.mark.parametrize("kept", range(8))
def test_every_prefix_is_continued_to_the_same_ledger(store: Store, kept: int) -> None:
    whole = complete()
    store.append(list(whole.records())[:kept])
    assert run(Journal.resume(store, HEADER, batch=2)) == whole.head()
    assert list(store.records()) == list(whole.records())
    assert list(store.postings()) == list(whole.postings())


@pytest.mark.parametrize("kept", range(5, 8))
def test_a_rerun_that_differs_names_the_first_record(store: Store, kept: int) -> None:
    prefix = list(complete().records())[:kept]
    store.append(prefix)
    with pytest.raises(ResumeDiverged, match="parts from the stored ledger at record 4"):
        run(Journal.resume(store, HEADER), amount_fen=6)
    assert list(store.records()) == prefix


def test_the_ledger_of_another_scenario_is_never_touched(store: Store) -> None:
    run(Journal.create(store, HEADER))
    before = list(store.records())
    with pytest.raises(LedgerOfAnotherRun, match="belongs to another run"):
        Journal.resume(store, replace(HEADER, seed=1))
    assert list(store.records()) == before


def test_manual_records_beyond_the_end_stay(store: Store) -> None:
    run(Journal.create(store, HEADER))
    by_hand = Journal.open(store, now="2026-01-05T04:00:00Z")
    by_hand.post(move("late", "cash/risk_pool", "cash/bank", 1, on="2026-01-01"))
    by_hand.flush()
    assert run(Journal.resume(store, HEADER)) == complete().head()
    assert store.head() == by_hand.head
