"""The same is not paid twice: highest, top-up, first, sums, limits, promotions."""

from dataclasses import replace

from escrow.claims.model import ClaimPlan, Promotion
from escrow.claims.promotion import with_promotions
from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.claims.terms import LimitTerm, Ruling, StackRule
from tests.escrow.fulfilment.made_up import CITED, Book, asked, clause, on, paid, plan, refusals, tape

SAME = ("enterprise", "matter", "object")


def rule(pick: str, *members: str, per: tuple[str, ...] = SAME, **more: object) -> StackRule:
    return StackRule(CITED, frozenset(members), per, pick, **more)  # type: ignore[arg-type]


def pair(found: StackRule, first: int, second: int, **more: object) -> tuple[int, int]:
    """What two claims of one enterprise for one object under two papers are paid."""
    book = Book([clause("a", "p", matter="m"), clause("b", "q", matter="m")], rules=[found])
    plans = [
        plan(0, "a", "2024-03-04", amount=first, object="X"),
        plan(1, "b", "2024-03-05", amount=second, object="X"),
    ]
    rows = tape(book, *plans, **more)
    return paid(rows, 0), paid(rows, 1)


def test_the_highest_is_paid_once_across_papers() -> None:
    assert pair(rule("highest", "a", "b"), 100, 80) == (100, 0)


def test_a_higher_one_later_brings_the_difference() -> None:
    assert pair(rule("highest", "a", "b"), 100, 130) == (100, 30)


def test_or_nothing_when_the_reading_says_so() -> None:
    assert pair(rule("highest", "a", "b"), 100, 130, higher_later="nothing") == (100, 0)


def test_a_top_up_pays_the_difference_whatever_the_reading() -> None:
    assert pair(rule("top_up", "a", "b"), 100, 130, higher_later="nothing") == (100, 30)


def test_under_first_the_later_one_gets_nothing() -> None:
    assert pair(rule("first", "a", "b"), 100, 130) == (100, 0)


def test_a_sum_stops_at_the_total_cap() -> None:
    assert pair(rule("sum", "a", "b", total_cap_fen=150), 100, 130) == (100, 50)


def test_papers_without_a_rule_pay_both() -> None:
    assert pair(rule("highest", "a"), 100, 80) == (100, 80)


def test_a_rule_binds_from_its_day() -> None:
    assert pair(rule("highest", "a", "b", from_day=on("2024-03-27")), 100, 80) == (100, 80)
    assert pair(rule("highest", "a", "b", from_day=on("2024-03-26")), 100, 80) == (100, 0)


def test_another_object_is_another_matter() -> None:
    book = Book([clause("a", matter="m")], rules=[rule("highest", "a")])
    plans = [plan(i, "a", "2024-03-04", amount=100, object=name) for i, name in enumerate("XY")]
    rows = tape(book, *plans)
    assert (paid(rows, 0), paid(rows, 1)) == (100, 100)


def test_a_clause_that_says_it_adds_is_paid_on_top() -> None:
    book = Book(
        [clause("a", matter="m"), clause("b", matter="m", adds_to=frozenset({"a"}))],
        rules=[rule("highest", "a", "b")],
    )
    rows = tape(book, plan(0, "a", "2024-03-04", amount=100), plan(1, "b", "2024-03-05", amount=80))
    assert (paid(rows, 0), paid(rows, 1)) == (100, 80)


def test_the_refusal_says_how_much_was_saved() -> None:
    book = Book([clause("a", matter="m")], rules=[rule("highest", "a")])
    rows = tape(book, plan(0, "a", "2024-03-04", amount=100), plan(1, "a", "2024-03-05", amount=90))
    refused = next(row for row in rows if row[2] == ClaimKind.REFUSED)
    assert (refused[6], refused[9]) == (ClaimReason.PAID_ALREADY, 90)


def test_what_was_stopped_no_longer_stands_in_the_way() -> None:
    book = Book([clause("a", matter="m")], rules=[rule("highest", "a")])
    lost = plan(0, "a", "2024-03-04", amount=100, lapses_day=on("2024-04-02"))
    rows = tape(book, lost, plan(1, "a", "2024-05-06", amount=90))
    assert (paid(rows, 0), paid(rows, 1)) == (0, 90)


def promoted(found: list[StackRule], decide: object = asked) -> list[int]:
    """20 on recognition, 50 when promoted a year later."""
    step = Promotion(on("2025-03-04"), {"amount": 50})
    plans = with_promotions([plan(0, "a", "2024-03-04", amount=20, promotions=(step,))])
    numbered: list[ClaimPlan] = [replace(each, serial=i) for i, each in enumerate(plans)]
    rows = tape(Book([clause("a", matter="m")], [decide], rules=found), *numbered)  # type: ignore[list-item]
    return [paid(rows, i) for i in range(2)]


def test_on_promotion_the_difference_is_made_up() -> None:
    assert promoted([rule("top_up", "a")]) == [20, 30]


def test_steps_that_add_are_paid_in_full() -> None:
    assert promoted([]) == [20, 50]


def test_a_clause_that_tops_up_by_itself_learns_what_was_paid() -> None:
    def topping(facts: dict[str, int]) -> Ruling:
        return Ruling(max(0, facts["amount"] - facts.get("paid_before", 0)))

    step = Promotion(on("2025-03-04"), {"amount": 50})
    plans = with_promotions([plan(0, "a", "2024-03-04", amount=20, promotions=(step,))])
    book = Book([clause("a", matter="m")], [topping], known=frozenset({"paid_before"}))  # type: ignore[list-item]
    rows = tape(book, *(replace(each, serial=i) for i, each in enumerate(plans)))
    assert [paid(rows, i) for i in range(2)] == [20, 30]


def limited(limit: LimitTerm, *asked_fen: int, **more: object) -> list[int]:
    """Claims of one enterprise under a cap of 100."""
    book = Book([clause("a", limits=(limit,))], [lambda facts: Ruling(int(facts["amount"]), caps=(100,))])  # type: ignore[arg-type]
    days = ("2024-03-04", "2024-05-06", "2025-03-04")
    plans = [plan(i, "a", day, amount=fen) for i, (day, fen) in enumerate(zip(days, asked_fen, strict=False))]
    rows = tape(book, *plans, **more)
    return [paid(rows, i) for i in range(len(asked_fen))]


def test_a_yearly_cap_counts_what_was_awarded_this_year() -> None:
    assert limited(LimitTerm("p", ("enterprise", "year")), 60, 60, 60) == [60, 40, 60]


def test_a_cap_for_life_counts_all_years() -> None:
    assert limited(LimitTerm("p", ("enterprise",)), 60, 60, 60) == [60, 40, 0]


def test_a_cap_that_rejects_takes_nothing_in_part() -> None:
    assert limited(LimitTerm("p", ("enterprise", "year"), "award", "reject"), 60, 60, 40) == [60, 0, 40]


def test_a_cap_at_payment_puts_the_rest_off_to_next_year() -> None:
    assert limited(LimitTerm("p", ("enterprise", "year"), "payment", "defer"), 60, 60) == [60, 60]
    assert limited(LimitTerm("p", ("enterprise", "year"), "payment", "trim"), 60, 60) == [60, 40]


def test_the_reason_of_a_used_up_cap_is_named() -> None:
    book = Book(
        [clause("a", limits=(LimitTerm("p", ("enterprise",)),))],
        [lambda facts: Ruling(100, caps=(100,))],
    )
    rows = tape(book, plan(0, "a", "2024-03-04"), plan(1, "a", "2024-03-05"))
    assert refusals(rows) == {1: ClaimReason.LIMIT_REACHED}
