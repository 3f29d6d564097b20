"""Corrections: a linked reversal with its own day, one per entry, none of a reversal."""

import pytest

from ledger import BadReversal, FloorPassed, Posting, Store
from ledger.entry import EntryDraft
from ledger.record import parse
from tests.ledger.kit import BASIS, DAY, NEXT_DAY, begin, move


def test_a_reversal_mirrors_its_entry_on_its_own_day(store: Store) -> None:
    journal = begin(store)
    journal.post(move("pay", "cash/risk_pool", "cash/bank", 300, project="P1"))
    undone = journal.reverse("pay", id="pay/undo", event="E", on=NEXT_DAY)
    assert undone.draft.reverses == "pay"
    assert (undone.draft.on, undone.recorded) == (NEXT_DAY, NEXT_DAY)
    assert undone.postings == (Posting("cash/risk_pool", 300, "P1"), Posting("cash/bank", -300, "P1"))
    assert (undone.draft.basis.clause, undone.draft.basis.rule) == ("deposit", "reversal")
    assert (journal.balance("cash/risk_pool"), journal.balance("cash/bank")) == (10_000, 0)


def test_the_same_reversal_again_returns_the_posted_one(store: Store) -> None:
    journal = begin(store)
    first = journal.reverse("opening", id="undo", event="E", on=NEXT_DAY)
    assert journal.reverse("opening", id="undo", event="E", on=NEXT_DAY) == first


def test_an_entry_is_reversed_once_and_a_reversal_never(store: Store) -> None:
    journal = begin(store)
    journal.reverse("opening", id="undo", event="E", on=NEXT_DAY)
    faults = {
        "opening": "already reversed by undo",
        "undo": "it is a reversal itself",
        "none": "no such entry",
    }
    for entry, why in faults.items():
        with pytest.raises(BadReversal) as caught:
            journal.reverse(entry, id="again", event="E", on=NEXT_DAY)
        assert str(caught.value) == f"again cannot reverse {entry}: {why}"
    journal.flush()
    reasons = [parse(record.bytes)["reason"] for record in store.records() if record.kind == "refusal"]
    assert reasons == ["bad_reversal"] * 3


def test_a_reversal_posted_by_hand_must_be_the_mirror(store: Store) -> None:
    journal = begin(store)
    lines = (Posting("opening/balance", 9_999), Posting("cash/risk_pool", -9_999))
    with pytest.raises(BadReversal, match="its lines are not mirrored"):
        journal.post(EntryDraft("undo", "E", DAY, BASIS, lines, reverses="opening"))
    lines = (Posting("opening/balance", 10_000), Posting("cash/risk_pool", -10_000))
    assert journal.post(EntryDraft("undo", "E", DAY, BASIS, lines, reverses="opening")).seq == 4


def test_a_reversal_may_not_pass_a_floor(store: Store) -> None:
    journal = begin(store)
    journal.post(move("pay", "cash/risk_pool", "cash/bank", 1))
    with pytest.raises(FloorPassed):
        journal.reverse("opening", id="undo", event="E", on=NEXT_DAY)
    journal.post(move("back", "cash/bank", "cash/risk_pool", 1))
    assert journal.reverse("opening", id="undo", event="E", on=NEXT_DAY).seq == 6
