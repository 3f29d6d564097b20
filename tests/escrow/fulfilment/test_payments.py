"""Payments: stages, matching, windows, empty treasuries, re-checks, claw-back."""

from fractions import Fraction
from typing import Any

from escrow.calendar import CashWindow
from escrow.claims.setting import PayingDays, Window
from escrow.claims.tape import ClaimKind, Payer
from escrow.claims.terms import RecheckTerm, Ruling
from escrow.tape import Row
from tests.escrow.fulfilment.made_up import Book, clause, envelope, on, paid, plan, tape, told

SHARED = ((Payer.CITY, 1), (Payer.DISTRICT, 1))
HALVES = (("", 0, Fraction(1, 2)), ("", 1, Fraction(1, 2)))


def payments(rows: list[Row]) -> list[tuple[str, str]]:
    """Dates and amounts of the payments."""
    return [(day, fen) for day, kind, fen, _ in told(rows) if kind == "PAID"]


def staged(*stages: tuple[str, int, Fraction | None], amount: int = 100, **more: object) -> Book:
    ruling = Ruling(amount, stages=stages, **more)  # type: ignore[arg-type]
    return Book([clause("a")], [lambda facts: ruling])


def test_stages_follow_each_other_over_the_years() -> None:
    rows = tape(staged(*HALVES, amount=101), plan(0, "a", "2024-03-04"))
    assert payments(rows) == [("2024-04-16", "50"), ("2025-04-16", "51")]


def test_a_stage_waits_for_its_event() -> None:
    book = staged(("listed", 0, Fraction(3, 10)), ("accepted", 1, None))
    events = {"listed": on("2024-07-01"), "accepted": on("2025-01-02")}
    rows = tape(book, plan(0, "a", "2024-03-04", events=events))
    assert payments(rows) == [("2024-07-15", "30"), ("2026-01-15", "70")]


def test_an_event_that_never_comes_leaves_the_rest_committed() -> None:
    book = staged(("listed", 0, Fraction(3, 10)), ("accepted", 0, None))
    rows = tape(book, plan(0, "a", "2024-03-04", events={"listed": on("2024-07-01")}))
    unpaid = next(row for row in rows if row[2] == ClaimKind.COMMITTED_UNPAID)
    assert (paid(rows), unpaid[7], unpaid[8]) == (30, 70, 0)


def test_odd_fen_of_stages_never_add_up_beyond_a_share() -> None:
    """101 in three parts shared 1:1: the district pays 50 in all, not 17 + 17 + 17."""
    thirds = tuple(("", years, Fraction(1, 3)) for years in range(3))
    rows = tape(staged(*thirds, amount=101, payers=SHARED), plan(0, "a", "2024-01-02"), last="2027-12-31")
    parts = {
        payer: sum(r[5] for r in rows if r[2] == ClaimKind.PAID and r[6] == payer) for payer, _ in SHARED
    }
    assert parts == {Payer.CITY: 51, Payer.DISTRICT: 50}


def matching(day: str, *arrivals: tuple[str, int], **more: object) -> list[Row]:
    """A quarter of upper-level money, at most 100."""

    def quarter(facts: dict[str, int]) -> Ruling:
        return Ruling(min(100, facts["higher_level_received"] // 4))

    known = frozenset({"higher_level_received"})
    book = Book([clause("a", matching=True)], [quarter], known=known)  # type: ignore[list-item]
    upper = tuple((on(when), fen) for when, fen in arrivals)
    return tape(book, plan(0, "a", day, upper_level=upper), openings={"province_treasury": 10**9}, **more)


def test_a_match_waits_for_the_upper_level_money() -> None:
    rows = matching("2024-03-04", ("2024-09-02", 200))
    assert payments(rows) == [("2024-09-14", "50")]


def test_each_arrival_is_matched_up_to_the_cap() -> None:
    rows = matching("2024-03-04", ("2024-05-06", 200), ("2024-09-02", 400))
    assert [fen for _, fen in payments(rows)] == ["50", "50"]


def test_or_only_the_first_arrival() -> None:
    rows = matching("2024-03-04", ("2024-05-06", 200), ("2024-09-02", 400), arrival="once")
    assert [fen for _, fen in payments(rows)] == ["50"]


def test_money_that_arrived_before_is_matched_at_once() -> None:
    rows = matching("2024-03-04", ("2024-02-01", 200))
    assert payments(rows) == [("2024-04-16", "50")]


def test_nothing_is_paid_while_the_cash_window_is_closed() -> None:
    closed = PayingDays(CashWindow((4, 10), (5, 5)))
    rows = tape(Book([clause("a")]), plan(0, "a", "2024-03-04", amount=1), paying=closed)
    assert payments(rows) == [("2024-05-06", "1")]


def test_payment_windows_bundle_payments() -> None:
    autumn = PayingDays(windows=(Window((10, 8), (11, 30)),))
    rows = tape(Book([clause("a")]), plan(0, "a", "2024-03-04", amount=1), paying=autumn)
    assert payments(rows) == [("2024-10-08", "1")]


def test_an_empty_treasury_pays_as_soon_as_it_can() -> None:
    """The city has nothing until another claim is paid back; the district pays its half in time."""
    shared = Ruling(100, payers=SHARED)
    rows = tape(
        Book([clause("a")], [lambda facts: shared]), plan(0, "a", "2024-03-04"), openings={"city_treasury": 0}
    )
    unpaid = [row for row in rows if row[2] == ClaimKind.UNPAID]
    assert {row[6:8] for row in unpaid} == {(Payer.CITY, 50)}
    assert len(unpaid) == 33


def rechecked(lapse: str, *, keeps: bool, **more: Any) -> list[Row]:
    term = RecheckTerm(2, lapse)  # type: ignore[arg-type]
    ruling = Ruling(100, stages=HALVES)
    book = Book([clause("a", recheck=term)], [lambda facts: ruling], keeps=lambda facts, day: keeps)
    return tape(book, plan(0, "a", "2024-03-04", **more))


def test_a_recheck_that_passes_lets_payments_go_on() -> None:
    rows = rechecked("stop", keeps=True)
    assert [row[6] for row in rows if row[2] == ClaimKind.RECHECKED] == [1, 1]
    assert paid(rows) == 100


def test_a_failed_recheck_stops_the_rest() -> None:
    rows = rechecked("stop", keeps=False)
    assert paid(rows) == 50
    assert [row[6] for row in rows if row[2] == ClaimKind.RECHECKED] == [0]


def test_or_takes_back_what_was_paid() -> None:
    rows = rechecked("claw_back", keeps=False)
    back = next(row for row in rows if row[2] == ClaimKind.CLAWED_BACK)
    assert (paid(rows), back[5]) == (0, 50)


def test_lapsed_conditions_fail_the_recheck() -> None:
    rows = rechecked("claw_back", keeps=True, lapses_day=on("2025-02-03"))
    assert paid(rows) == 0


def test_a_stage_that_finds_a_breach_claims_all_back() -> None:
    ruling = Ruling(100, stages=HALVES)
    book = Book([clause("a")], [lambda facts: ruling], spoilt=lambda stage, facts, day: stage == 1)
    rows = tape(book, plan(0, "a", "2024-03-04"))
    assert ClaimKind.CLAWBACK_DEMANDED in {row[2] for row in rows}
    assert paid(rows) == 0


def test_a_refund_of_the_same_year_may_be_granted_again() -> None:
    book = Book(
        [clause("a", envelope=0), clause("b", envelope=0)],
        [
            lambda facts: Ruling(100, stages=(("", 0, Fraction(1, 2)), ("x", 0, None))),
            lambda facts: Ruling(90),
        ],
        envelopes=[envelope(100, 2024)],
        spoilt=lambda stage, facts, day: stage == 1,
    )
    plans = [plan(0, "a", "2024-01-02", events={"x": on("2024-04-01")}), plan(1, "b", "2024-07-01", "E2")]
    assert paid(tape(book, *plans, budget_short="reject"), 1) == 90
    assert paid(tape(book, *plans, budget_short="reject", refund="never"), 1) == 0


def test_an_enterprise_pays_back_what_it_has() -> None:
    rows = rechecked("claw_back", keeps=False, enterprise="E1")
    demanded = next(row[7] for row in rows if row[2] == ClaimKind.CLAWBACK_DEMANDED)
    assert demanded == 50
