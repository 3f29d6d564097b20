"""Envelopes: holds, shortage in its four readings, totals, year ends, shortfalls."""

from fractions import Fraction

from escrow.claims.setting import Shortfall
from escrow.claims.tape import ClaimKind, ClaimReason, Payer
from escrow.claims.terms import Ruling
from tests.escrow.fulfilment.made_up import Book, clause, envelope, on, paid, plan, refusals, tape, told

WITHIN = {"envelope": 0}


def two(budget: int, *asked: int, years: tuple[int, ...] = (2024, 2025), **more: object) -> list[int]:
    """What each of the claims is paid under one envelope."""
    book = Book([clause("a", envelope=0)], envelopes=[envelope(budget, *years)])
    plans = [plan(i, "a", f"2024-03-0{4 + i}", f"E{i}", amount=fen) for i, fen in enumerate(asked)]
    rows = tape(book, *plans, **more)
    return [paid(rows, i) for i in range(len(asked))]


def test_an_envelope_that_just_suffices_pays_all() -> None:
    assert two(1000, 600, 400, budget_short="reject") == [600, 400]


def test_one_fen_short_the_claim_is_refused() -> None:
    assert two(999, 600, 400, budget_short="reject") == [600, 0]


def test_trimming_pays_what_is_left() -> None:
    assert two(999, 600, 400, budget_short="trim") == [600, 399]


def test_deferring_pays_the_whole_from_next_year() -> None:
    assert two(999, 600, 400, budget_short="defer") == [600, 400]


def test_without_money_next_year_the_claim_keeps_waiting() -> None:
    book = Book([clause("a", envelope=0)], envelopes=[envelope(100, 2024)])
    rows = tape(book, plan(0, "a", "2024-03-04", amount=101))
    assert [row[1] for row in told(rows, 0)].count("DEFERRED") == 3
    unpaid = next(row for row in rows if row[2] == ClaimKind.COMMITTED_UNPAID)
    assert unpaid[6:9] == (2026, 101, 1)


def test_a_later_claim_that_fits_is_served() -> None:
    assert two(500, 300, 300, 200, years=(2024,), budget_short="defer") == [300, 0, 200]


def test_prorating_sums_to_the_envelope_to_the_fen() -> None:
    found = two(100, 100, 100, 100, years=(2024,), budget_short="prorate")
    assert found == [34, 33, 33]


def test_prorating_pays_all_in_full_when_there_is_enough() -> None:
    assert two(300, 100, 100, 100, budget_short="prorate") == [100, 100, 100]


def test_a_total_binds_the_envelopes_that_lie_in_it() -> None:
    envelopes = [envelope(80, id="x", within=2), envelope(80, id="y", within=2), envelope(100, id="total")]
    book = Book([clause("a", envelope=0), clause("b", envelope=1)], envelopes=envelopes)
    plans = plan(0, "a", "2024-03-04", amount=80), plan(1, "b", "2024-03-05", amount=80)
    rows = tape(book, *plans, budget_short="trim")
    assert (paid(rows, 0), paid(rows, 1)) == (80, 20)


def test_only_the_districts_half_is_held_of_a_shared_award() -> None:
    half = Ruling(101, payers=((Payer.DISTRICT, 1), (Payer.CITY, 1)))
    book = Book([clause("a", envelope=0)], [lambda facts: half], envelopes=[envelope(51, 2024)])
    rows = tape(book, plan(0, "a", "2024-03-04"), budget_short="reject")
    parts = {row[6]: row[5] for row in rows if row[2] == ClaimKind.PAID}
    assert parts == {Payer.DISTRICT: 51, Payer.CITY: 50}


def test_the_whole_award_is_held_when_the_reading_says_so() -> None:
    half = Ruling(101, payers=((Payer.DISTRICT, 1), (Payer.CITY, 1)))
    book = Book([clause("a", envelope=0)], [lambda facts: half], envelopes=[envelope(100, 2024)])
    rows = tape(book, plan(0, "a", "2024-03-04"), budget_short="reject", charged="whole_award")
    assert refusals(rows) == {0: ClaimReason.BUDGET_SHORT}


def test_what_is_free_lapses_on_31_december() -> None:
    book = Book([clause("a", envelope=0)], envelopes=[envelope(100, 2024)])
    rows = tape(book, plan(0, "a", "2024-03-04", amount=30))
    assert ("2024-12-31", "LAPSED", "70", "0") in told(rows)


def test_carried_money_is_used_first_and_carried_once() -> None:
    book = Book([clause("a", envelope=0)], envelopes=[envelope(100, 2024, 2025, 2026)])
    rows = tape(book, plan(0, "a", "2025-03-04", amount=30), year_end="carry_over")
    moved = [row[:3] for row in told(rows) if row[1] in ("CARRIED", "LAPSED")]
    assert moved == [
        ("2024-12-31", "CARRIED", "100"),
        ("2025-12-31", "CARRIED", "100"),
        ("2025-12-31", "LAPSED", "70"),
        ("2026-12-31", "LAPSED", "200"),
    ]


def test_a_printed_floor_may_be_raised() -> None:
    book = Book([clause("a", envelope=0)], envelopes=[envelope(100, 2024, floor=True)])
    assert paid(tape(book, plan(0, "a", "2024-03-04", amount=130), budget_short="reject")) == 0
    rows = tape(book, plan(0, "a", "2024-03-04", amount=130), budget_short="reject", floor_envelope="raised")
    assert paid(rows) == 130


def test_a_shortfall_takes_what_is_free_first() -> None:
    book = Book([clause("a", envelope=0)], envelopes=[envelope(100, 2024)])
    short = Shortfall(Fraction(1, 10), on("2024-07-01"))
    rows = tape(book, plan(0, "a", "2024-03-04", amount=90), shortfall=short)
    assert ("2024-07-01", "BUDGET_CUT", "10", "0") in told(rows)
    assert paid(rows) == 90


def test_a_shortfall_beyond_that_cuts_awards_not_yet_paid() -> None:
    """60 + 40 promised of 100; 30 % fall away, in proportion 18 + 12."""
    book = Book([clause("a", envelope=0)], envelopes=[envelope(100, 2024)])
    plans = [plan(i, "a", "2024-06-03", f"E{i}", amount=fen) for i, fen in enumerate((60, 40))]
    short = Shortfall(Fraction(3, 10), on("2024-07-01"))
    rows = tape(book, *plans, shortfall=short)
    assert (paid(rows, 0), paid(rows, 1)) == (42, 28)
    kept = tape(book, *plans, shortfall=short, revenue_cut="free_only")
    assert (paid(kept, 0), paid(kept, 1)) == (60, 40)
