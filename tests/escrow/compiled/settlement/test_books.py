"""Books as arrays: what is written stands, and what does not fit is told by a code."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.settlement.books import (
    COUNT,
    GRANTS,
    MOVES,
    Capacity,
    F,
    claimed,
    given,
    granted,
    make_books,
    moved,
    record,
    reset,
    subsidised,
    taken_back,
)
from escrow.compiled.settlement.codes import Full
from escrow.compiled.settlement.payment import Bearing, bearing, recorded
from escrow.settlement import Moved
from tests.escrow.compiled.settlement.mirror import policy

SMALL = Capacity(moves=1, claims=1, subsidies=1, grants=2)


def records(books: IntArray, kind: int, i: int = 0) -> list[list[int]]:
    """The records of a kind in a project's book."""
    starts = [record(books, i, kind, k) for k in range(books[i, COUNT + kind])]
    return [books[i, at : at + 4].tolist() for at in starts]


def test_a_full_book_is_told_by_a_code_and_left_as_it_was() -> None:
    books = make_books(1, SMALL)
    assert [moved(books, 0, Moved.RELEASED.value, 5, fen, 4) for fen in (10, 11)] == [0, Full.MOVES]
    assert [claimed(books, 0, 5, fen, 0) for fen in (10, 11)] == [0, Full.CLAIMS]
    assert [subsidised(books, 0, 5, fen) for fen in (10, 11)] == [0, Full.SUBSIDIES]
    assert [granted(books, 0, 2025, 0, fen) for fen in (1, 2, 3)] == [0, 0, Full.GRANTS]
    assert records(books, MOVES) == [[Moved.RELEASED, 5, 10, 4]]
    assert records(books, GRANTS) == [[2025, 0, 1, 0], [2025, 0, 2, 0]]


def test_a_reset_book_is_empty() -> None:
    books = make_books(2, SMALL)
    moved(books, 0, 0, 5, 10, 5)
    books[0, : F.COUNT] = 5
    reset(books, 2)
    assert books[0, : F.AT].tolist() == [5, 5, 0, 0, 0, *[0] * 6]
    assert moved(books, 0, 0, 5, 10, 5) == 0


def test_falsification_takes_back_the_enterprises_grants_and_subsidies() -> None:
    books = make_books(1, Capacity(1, 1, 1, 6))
    subsidised(books, 0, 5, 7)
    for enterprise, fen in ((0, 10), (3, 20)):
        granted(books, 0, 2025, enterprise, fen)
    assert given(books, 0) == 17
    assert taken_back(books, 0) == 0
    assert [row[:3] for row in records(books, GRANTS)] == [
        [2025, 0, 10],
        [2025, 3, 20],
        [2025, 0, -10],
        [2025, 3, -20],
    ]
    assert given(books, 0) == 7


def test_a_reversal_that_does_not_fit_is_told() -> None:
    books = make_books(1, SMALL)
    granted(books, 0, 2025, 0, 10)
    granted(books, 0, 2026, 0, 10)
    assert taken_back(books, 0) == Full.GRANTS


def test_only_what_counts_as_input_is_news_unless_audits_restate() -> None:
    books = make_books(3, SMALL)
    whole = policy(claim_scope="whole_project_with_clawback")
    assert recorded(policy(), books, 0, Moved.RELEASED.value, 50, 10, 60) == 0
    assert recorded(policy(), books, 1, Moved.PAID_IN.value, 50, 10, 0) == 0
    assert recorded(whole, books, 2, Moved.PAID_IN.value, 50, 10, 0) == 0
    assert books[:, F.LAST_FACT].tolist() == [60, 0, 50]
    assert [records(books, MOVES, i)[0][3] for i in range(3)] == [60, 50, 50]


def test_what_bears_on_a_payment_is_counted_where_a_reading_asks() -> None:
    books = make_books(3, SMALL)
    books[:, F.ENDED_DAY] = [0, 5, 6]
    subsidised(books, 2, 5, 7)
    asked = policy(threshold_test="actual_at_end", premium_in_cap="yes")
    assert bearing(policy(), books, 3, 4, 1, 2, 0) == Bearing(4, 1, 0, 0, 2, 0)
    assert bearing(asked, books, 3, 4, 0, 2, 1) == Bearing(4, 0, 2, 1, 2, 1)
