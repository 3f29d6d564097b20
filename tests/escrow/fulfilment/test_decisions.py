"""From the application to the award: windows, completeness, eligibility, review, papers."""

from dataclasses import replace

from escrow.claims.choices import CHOICES
from escrow.claims.setting import Choices, Window
from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.claims.terms import Failed, Ruling
from tests.escrow.fulfilment.made_up import Book, clause, on, paid, plan, refusals, tape, told

JUNE = Window((6, 1), (6, 30))


def test_every_step_takes_its_working_days() -> None:
    rows = tape(Book([clause("a")]), plan(0, "a", "2024-03-04", amount=100))
    assert [row[:2] for row in told(rows, 0)] == [
        ("2024-03-04", "FILED"),
        ("2024-03-11", "COMPLETE"),
        ("2024-03-25", "DECIDED"),
        ("2024-03-25", "CERTIFIED"),
        ("2024-03-25", "AWARDED"),
        ("2024-04-01", "PUBLICISED"),
        ("2024-04-01", "DUE"),
        ("2024-04-16", "PAID"),
        ("2024-04-16", "SETTLED"),
    ]


def test_the_last_day_of_the_window_is_inside_and_the_next_is_late() -> None:
    book = Book([clause("a")])
    plans = [plan(i, "a", day, f"E{i}", amount=100) for i, day in enumerate(("2024-06-30", "2024-07-01"))]
    rows = tape(book, *plans, windows={0: JUNE})
    assert refusals(rows) == {1: ClaimReason.LATE}
    assert (paid(rows, 0), paid(rows, 1)) == (100, 0)


def test_the_day_before_the_window_is_early() -> None:
    rows = tape(Book([clause("a")]), plan(0, "a", "2024-05-31", amount=100), windows={0: JUNE})
    assert refusals(rows) == {0: ClaimReason.EARLY}


def test_a_missing_fact_makes_the_application_incomplete() -> None:
    book = Book([clause("a")], [lambda facts: Ruling(0, absent=("rd_spend",))])
    assert refusals(tape(book, plan(0, "a", "2024-03-04"))) == {0: ClaimReason.INCOMPLETE}


def test_a_failed_condition_is_named_with_the_money_missing() -> None:
    book = Book([clause("a")], [lambda facts: Ruling(0, failed=(Failed(2, 1),))])
    refused = next(row for row in tape(book, plan(0, "a", "2024-03-04")) if row[2] == ClaimKind.REFUSED)
    assert refused[6:9] == (ClaimReason.NOT_ELIGIBLE, 2, 1)


def test_a_clause_out_of_force_pays_nothing() -> None:
    book = Book([clause("a")], [lambda facts: Ruling(0, in_force=False)])
    assert refusals(tape(book, plan(0, "a", "2024-03-04"))) == {0: ClaimReason.NOT_IN_FORCE}


def test_a_clause_that_gives_nothing_says_so() -> None:
    assert refusals(tape(Book([clause("a")]), plan(0, "a", "2024-03-04", amount=0))) == {
        0: ClaimReason.NOTHING_DUE
    }


def test_experts_look_where_the_text_leaves_discretion() -> None:
    book = Book([clause("a", discretionary=True), clause("b")])
    rows = tape(book, plan(0, "a", "2024-03-04", amount=1), plan(1, "b", "2024-03-04", amount=1))
    assert [row[3] for row in rows if row[2] == ClaimKind.REVIEWED] == [0]


def test_a_panel_with_one_seat_looks_at_one_application_at_a_time() -> None:
    book = Book([clause("a", discretionary=True)])
    plans = [plan(i, "a", "2024-03-04", f"E{i}", amount=1) for i in range(2)]
    rows = tape(book, *plans, panel_seats=1)
    days = [row[0] for row in rows if row[2] == ClaimKind.REVIEWED]
    assert days == [on("2024-04-09"), on("2024-05-09")]


def test_another_clause_that_goes_first_takes_the_claim() -> None:
    book = Book([clause("a"), clause("b")], rank=lambda number, facts: 1 if number == 0 else -1)
    rows = tape(book, plan(0, "a", "2024-03-04", amount=5), plan(1, "b", "2024-03-04", amount=7))
    assert refusals(rows) == {0: ClaimReason.RANKED_BELOW}
    assert paid(rows, 1) == 7


def test_known_dates_pin_the_steps() -> None:
    known = replace(
        plan(0, "a", "2024-03-04").known, decided_day=on("2024-05-06"), paid_days=(on("2024-06-07"),)
    )
    rows = told(tape(Book([clause("a")]), plan(0, "a", "2024-03-04", amount=1, known=known)), 0)
    assert ("2024-05-06", "DECIDED") in [row[:2] for row in rows]
    assert ("2024-06-07", "PAID") in [row[:2] for row in rows]


def test_conditions_lost_before_the_decision_end_the_claim() -> None:
    rows = tape(Book([clause("a")]), plan(0, "a", "2024-03-04", amount=1, lapses_day=on("2024-03-25")))
    assert refusals(rows) == {0: ClaimReason.CONDITIONS_LAPSED}


def test_every_reading_of_the_process_is_worded_with_its_default_first() -> None:
    usual = Choices()
    assert list(CHOICES) == list(Choices.__slots__)
    assert [next(iter(choice.options)) for choice in CHOICES.values()] == [
        getattr(usual, name) for name in Choices.__slots__
    ]
