"""A draft that does not balance, or is not whole, cannot be built."""

import pytest

from ledger import (
    AmountTooLarge,
    BadDate,
    BadName,
    Basis,
    EntryDraft,
    Event,
    NotWholeFen,
    Posting,
    UnbalancedEntry,
)
from ledger.check import day, moment
from tests.ledger.kit import BASIS, DAY


def draft(*lines: tuple[str, int], id: str = "x", on: str = DAY) -> EntryDraft:
    """A draft of the given lines."""
    return EntryDraft(id, "E", on, BASIS, tuple(Posting(*line) for line in lines))


def test_a_balanced_draft_is_built_and_frozen() -> None:
    made = draft(("cash/a", -5), ("cash/b", 3), ("cash/c", 2))
    assert sum(line.amount_fen for line in made.postings) == 0
    with pytest.raises(AttributeError):
        made.id = "y"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((), "entry x is unbalanced: entry sums to 0 fen"),
        ((("cash/a", 5),), "entry x is unbalanced: entry sums to 5 fen"),
        ((("cash/a", -5), ("cash/b", 4)), "entry x is unbalanced: entry sums to -1 fen"),
        ((("cash/a", -5), ("authority/b", 5)), "entry x is unbalanced: authority sums to 5 fen"),
    ],
)
def test_an_unbalanced_draft_is_refused(lines: tuple[tuple[str, int], ...], message: str) -> None:
    with pytest.raises(UnbalancedEntry) as caught:
        draft(*lines)
    assert str(caught.value) == message


def test_quota_and_cash_balance_each_by_itself() -> None:
    lines = (("authority/pool", -5), ("authority/pool_paid", 5), ("cash/pool", -7), ("cash/a", 7))
    assert len(draft(*lines).postings) == 4


@pytest.mark.parametrize("amount", [1.0, True, "1", None])
def test_only_whole_fen_are_posted(amount: object) -> None:
    with pytest.raises(NotWholeFen):
        draft(("cash/a", amount), ("cash/b", -1))  # type: ignore[arg-type]


def test_amounts_end_at_ten_to_the_fourteenth_fen() -> None:
    assert draft(("cash/a", 10**14), ("cash/b", -(10**14)))
    with pytest.raises(AmountTooLarge):
        draft(("cash/a", 10**14 + 1), ("cash/b", -(10**14) - 1))


def test_floats_in_workings_and_event_data_are_refused() -> None:
    with pytest.raises(NotWholeFen):
        Basis("d", "a", "c", workings=(("rate", 0.3),))  # type: ignore[arg-type]
    with pytest.raises(NotWholeFen):
        Event("e", "t", DAY, data=(("amount", 0.5),))  # type: ignore[arg-type]


@pytest.mark.parametrize("id", ["", "x" * 201, "a\nb", "\ud800"])
def test_ids_are_printable_and_not_too_long(id: str) -> None:
    with pytest.raises(BadName):
        draft(("cash/a", 0), id=id)


@pytest.mark.parametrize("on", ["", "2025-3-9", "20250309", "2025-02-29", "2025-W10-7", "2025-03-09T00:00"])
def test_days_are_real_and_written_in_full(on: str) -> None:
    with pytest.raises(BadDate):
        day(on)


def test_instants_are_kept_in_utc() -> None:
    assert moment("2026-01-05T12:00:00+08:00") == "2026-01-05T04:00:00Z"
    assert moment("2026-01-05") == "2026-01-05"
    for text in ("2026-01-05T12:00:00", "noon on Monday"):
        with pytest.raises(BadDate):
            moment(text)
