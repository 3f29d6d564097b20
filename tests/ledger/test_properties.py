"""What holds for every run: conservation, floors, idempotency, one head for one run."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from ledger import FloorPassed, Head, Journal, MemoryStore, balances
from ledger.entry import EntryDraft
from tests.ledger.kit import HEADER, NEXT_DAY, event, move

ACCOUNTS = ["opening/balance", "cash/risk_pool", "cash/bank", "custody/escrow/P1"]
moves = st.lists(
    st.tuples(st.sampled_from(ACCOUNTS), st.sampled_from(ACCOUNTS), st.integers(0, 10**6)), max_size=30
)
Moves = list[tuple[str, str, int]]


def drafts(found: Moves) -> list[EntryDraft]:
    """An entry for each move."""
    return [move(f"m/{number}", source, target, fen) for number, (source, target, fen) in enumerate(found)]


def run(store: MemoryStore, found: Moves, times: int = 1, batch: int = 2_000) -> Head:
    """Post every move, each so many times, passing over what is refused."""
    journal = Journal.create(store, HEADER, batch=batch)
    journal.event(event())
    for draft in drafts(found):
        with suppress(FloorPassed):
            journal.post(draft)
            for _ in range(times - 1):
                journal.post(draft)
    return journal.finish(NEXT_DAY)


@given(moves)
def test_money_is_neither_made_nor_lost(found: Moves) -> None:
    store = MemoryStore()
    head = run(store, found)
    for seq in range(head.seq + 1):
        assert sum(balances(store, seq=seq, trees=("cash", "custody", "opening")).values()) == 0


@given(moves)
def test_no_account_with_a_floor_is_ever_below_it(found: Moves) -> None:
    store = MemoryStore()
    head = run(store, found)
    for seq in range(head.seq + 1):
        assert all(fen >= 0 for fen in balances(store, seq=seq).values())


@given(moves, st.integers(2, 3))
def test_posting_again_changes_nothing(found: Moves, times: int) -> None:
    once, often = MemoryStore(), MemoryStore()
    assert run(once, found) == run(often, found, times)
    assert list(once.records()) == list(often.records())


@given(moves, st.integers(1, 7))
def test_the_same_run_has_the_same_head_for_any_batch(found: Moves, batch: int) -> None:
    assert run(MemoryStore(), found) == run(MemoryStore(), found, batch=batch)


@given(moves)
def test_reversing_everything_backwards_leaves_nothing(found: Moves) -> None:
    store = MemoryStore()
    journal = Journal.create(store, HEADER)
    journal.event(event())
    for draft in drafts(found):
        with suppress(FloorPassed):
            journal.post(draft)
    for draft in reversed(drafts(found)):
        if journal.entry(draft.id) is not None:
            journal.reverse(draft.id, id=f"{draft.id}/undo", event="E", on=NEXT_DAY)
    journal.finish(NEXT_DAY)
    assert set(balances(store, trees=("cash", "custody", "opening")).values()) <= {0}
