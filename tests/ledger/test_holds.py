"""A hold is captured, released or expired exactly once; the floor of what is held counts."""

import pytest

from ledger import FloorPassed, Journal, NegativeMoney, Posting, Store, holds
from ledger.entry import EntryDraft
from tests.ledger.kit import BASIS, DAY, HEADER, begin, event, opening

POOL = "cash/risk_pool"
HELD = "cash/risk_pool/held/P1"


def keep(amount_fen: int, id: str = "hold") -> EntryDraft:
    """Hold an amount for P1."""
    return holds.hold(POOL, "P1", amount_fen, id=id, event="E", on=DAY, basis=BASIS)


def pay(amount_fen: int, id: str = "capture") -> EntryDraft:
    """Pay an amount held for P1."""
    return holds.capture(POOL, "P1", amount_fen, "cash/bank", id=id, event="E", on=DAY, basis=BASIS)


def test_a_hold_is_captured_once(store: Store) -> None:
    journal = begin(store)
    journal.post(keep(4_000))
    assert (journal.balance(POOL), journal.balance(HELD)) == (6_000, 4_000)
    journal.post(pay(4_000))
    with pytest.raises(FloorPassed, match=HELD):
        journal.post(pay(4_000, "again"))
    assert (journal.balance(HELD), journal.balance("cash/bank")) == (0, 4_000)


@pytest.mark.parametrize("give_back", [holds.release, holds.expire])
def test_what_is_not_captured_goes_back_once(store: Store, give_back: holds.GiveBack) -> None:
    journal = begin(store)
    journal.post(keep(4_000))
    journal.post(pay(1_500))
    journal.post(give_back(POOL, "P1", 2_500, id="back", event="E", on=DAY, basis=BASIS))
    for id, draft in (
        ("pay", pay(1, "pay")),
        ("more", give_back(POOL, "P1", 1, id="more", event="E", on=DAY, basis=BASIS)),
    ):
        with pytest.raises(FloorPassed, match=f"{id}: {HELD} holds 0 fen"):
            journal.post(draft)
    assert (journal.balance(POOL), journal.balance(HELD)) == (8_500, 0)


def test_more_than_there_is_cannot_be_held(store: Store) -> None:
    journal = begin(store)
    journal.post(keep(10_000))
    with pytest.raises(FloorPassed):
        journal.post(keep(1, "second"))


def test_a_negative_hold_cannot_be_built() -> None:
    with pytest.raises(NegativeMoney):
        keep(-1)


def test_quota_is_held_and_captured_together_with_its_cash(store: Store) -> None:
    journal = Journal.create(store, HEADER)
    journal.event(event())
    journal.post(opening(POOL, 500))
    quota = "authority/risk_pool"
    journal.post(EntryDraft("issue", "E", DAY, BASIS, holds.move("authority/appropriation", quota, 500)))
    journal.post(holds.hold(quota, "P1", 500, id="hold", event="E", on=DAY, basis=BASIS, project="P1"))
    spent = holds.capture(
        quota, "P1", 500, "authority/risk_pool_paid", id="pay", event="E", on=DAY, basis=BASIS, project="P1"
    )
    journal.post(holds.together(spent, holds.move(POOL, "cash/platform:PL1", 500, "P1")))
    assert journal.entry("pay") is not None
    assert journal.balance("authority/risk_pool_paid") == journal.balance("cash/platform:PL1") == 500
    assert (
        Posting(POOL, -500, "P1")
        in journal.post(holds.together(spent, holds.move(POOL, "cash/platform:PL1", 500, "P1"))).postings
    )
