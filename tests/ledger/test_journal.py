"""The door: floors, refusals, idempotency, phases; on every store."""

import pytest

from ledger import (
    AlreadyFinished,
    Event,
    FloorPassed,
    IdTaken,
    Journal,
    NotFinished,
    Posting,
    Store,
    UnknownAccount,
    UnknownEvent,
)
from ledger.encoding import balances_digest
from ledger.entry import EntryDraft
from ledger.record import parse
from ledger.store import LedgerExists, NotALedger
from tests.ledger.kit import BASIS, DAY, HEADER, NEXT_DAY, NOON, begin, event, move, opening


def kinds(store: Store) -> list[str]:
    """The kinds of the stored records, in order."""
    return [record.kind for record in store.records()]


def test_a_small_run_is_stored_in_order(store: Store) -> None:
    journal = begin(store)
    entry = journal.post(move("pay", "cash/risk_pool", "cash/platform:PL1", 10_000, project="P1"))
    assert (entry.seq, entry.recorded, entry.draft.id) == (3, DAY, "pay")
    head = journal.finish(NEXT_DAY)
    assert kinds(store) == ["header", "event", "entry", "entry", "finished"]
    assert store.head() == head == journal.head
    assert journal.balance("cash/platform:PL1") == 10_000
    assert journal.balance("cash/nobody") == 0


def test_control_totals_count_everything(store: Store) -> None:
    journal = begin(store)
    with pytest.raises(FloorPassed):
        journal.post(move("pay", "cash/bank", "cash/risk_pool", 1))
    journal.finish(NEXT_DAY)
    *_, last = store.records()
    assert parse(last.bytes)["totals"] == {
        "records": 5,
        "events": 1,
        "entries": 1,
        "refusals": 1,
        "debits_fen": 10_000,
        "balances": balances_digest({"opening/balance": -10_000, "cash/risk_pool": 10_000}),
    }


def test_one_fen_below_the_floor_is_refused_and_the_id_stays_free(store: Store) -> None:
    journal = begin(store)
    with pytest.raises(FloorPassed) as caught:
        journal.post(move("pay", "cash/risk_pool", "cash/bank", 10_001))
    assert str(caught.value) == "pay: cash/risk_pool holds 10000 fen; -10001 more would pass its floor of 0"
    assert caught.value.say("zh") == "pay：cash/risk_pool 余额 10000 分，变动 -10001 分，将低于下限 0 分"
    assert journal.entry("pay") is None
    assert journal.post(move("pay", "cash/risk_pool", "cash/bank", 10_000)).seq == 4
    journal.flush()
    refusal = parse(list(store.records())[3].bytes)
    assert (refusal["attempt"], refusal["reason"], refusal["by"]) == ("pay", "floor_passed", "cash/risk_pool")
    assert refusal["data"] == {"balance_fen": 10_000, "change_fen": -10_001, "floor_fen": 0}


def test_the_floor_looks_at_the_entry_as_a_whole(store: Store) -> None:
    journal = begin(store)
    lines = (Posting("cash/bank", -5), Posting("cash/bank", 7), Posting("cash/risk_pool", -2))
    journal.post(EntryDraft("net", "E", DAY, BASIS, lines))
    assert (journal.balance("cash/bank"), journal.balance("cash/risk_pool")) == (2, 9_998)


def test_the_same_draft_again_returns_the_posted_entry(store: Store) -> None:
    journal = begin(store)
    first = journal.post(move("pay", "cash/risk_pool", "cash/bank", 1))
    assert journal.post(move("pay", "cash/risk_pool", "cash/bank", 1)) == first
    assert journal.event(event()) == 1
    journal.finish(NEXT_DAY)
    assert journal.post(move("pay", "cash/risk_pool", "cash/bank", 1)) == first
    assert kinds(store) == ["header", "event", "entry", "entry", "finished"]


def test_other_content_under_the_same_id_is_refused_and_recorded(store: Store) -> None:
    journal = begin(store)
    with pytest.raises(IdTaken, match="the id opening is taken by record 2 with other content"):
        journal.post(opening("cash/risk_pool", 10_001))
    with pytest.raises(IdTaken):
        journal.event(Event("E", "happened otherwise", DAY))
    journal.flush()
    assert kinds(store) == ["header", "event", "entry", "refusal"]
    assert journal.balance("cash/risk_pool") == 10_000


def test_an_entry_needs_a_known_event_and_account(store: Store) -> None:
    journal = begin(store)
    with pytest.raises(UnknownEvent, match="pay names the event F"):
        journal.post(move("pay", "cash/risk_pool", "cash/bank", 1, event="F"))
    with pytest.raises(UnknownEvent):
        journal.refuse("pay", "F", "no_money", "cashier", {}, DAY)
    with pytest.raises(UnknownAccount):
        journal.post(move("pay", "cash/risk_pool", "cahs/bank", 1))
    journal.flush()
    assert kinds(store) == ["header", "event", "entry"]


def test_a_refusal_of_the_caller_is_chained_with_its_figures(store: Store) -> None:
    journal = begin(store)
    assert journal.refuse("P1/share", "E", "below_threshold", "reviewer", {"b": 2, "a": 1}, NEXT_DAY) == 3
    journal.flush()
    fields = parse(list(store.records())[3].bytes)
    assert {key: fields[key] for key in ("attempt", "reason", "by", "data", "on")} == {
        "attempt": "P1/share",
        "reason": "below_threshold",
        "by": "reviewer",
        "data": {"a": 1, "b": 2},
        "on": NEXT_DAY,
    }


def test_manual_records_come_only_after_the_finishing_record(store: Store) -> None:
    journal = begin(store)
    late = move("late", "cash/risk_pool", "cash/bank", 1, on=NEXT_DAY)
    with pytest.raises(NotFinished, match="late cannot be added by hand"):
        journal.post(late, recorded=NOON)
    assert journal.post(move("own", "cash/risk_pool", "cash/bank", 1), recorded=DAY).recorded == DAY
    journal.finish(NEXT_DAY)
    with pytest.raises(AlreadyFinished):
        journal.post(late)
    with pytest.raises(AlreadyFinished):
        journal.finish(NEXT_DAY)
    assert journal.post(late, recorded="2026-01-05T12:00:00+08:00").recorded == NOON


def test_a_finished_ledger_is_continued_by_hand(store: Store) -> None:
    begin(store).finish(NEXT_DAY)
    journal = Journal.open(store, now=NOON)
    assert journal.finished
    entry = journal.post(move("late", "cash/risk_pool", "cash/bank", 10_000, on="2025-12-31"))
    assert (entry.seq, entry.recorded) == (4, NOON)
    with pytest.raises(FloorPassed):
        journal.post(move("more", "cash/risk_pool", "cash/bank", 1))
    journal.flush()
    assert kinds(store) == ["header", "event", "entry", "finished", "entry", "refusal"]
    assert store.head() == journal.head


def test_an_opened_ledger_knows_what_was_posted(store: Store) -> None:
    journal = begin(store)
    journal.reverse("opening", id="undo", event="E", on=NEXT_DAY)
    journal.flush()
    again = Journal.open(store)
    assert again.head == journal.head
    assert again.post(opening("cash/risk_pool", 10_000)).seq == 2
    again.post(opening("cash/bank", 5, id="second"))
    assert again.finish(NEXT_DAY).seq == 5
    *_, last = store.records()
    assert parse(last.bytes)["totals"]["debits_fen"] == 20_005


def test_a_new_ledger_needs_an_empty_store(store: Store) -> None:
    begin(store).flush()
    with pytest.raises(LedgerExists, match="never overwritten"):
        Journal.create(store, HEADER)


def test_an_empty_store_cannot_be_opened_as_a_ledger(store: Store) -> None:
    with pytest.raises(NotALedger):
        Journal.open(store)


@pytest.mark.parametrize("batch", [1, 2, 3, 1_000])
def test_the_head_does_not_depend_on_the_batch(store: Store, batch: int) -> None:
    journal = begin(store, batch=batch)
    for number in range(5):
        journal.post(move(f"pay/{number}", "cash/risk_pool", "cash/bank", number))
    assert journal.finish(NEXT_DAY).digest[:16] == "baa1d474c7d81a82"
