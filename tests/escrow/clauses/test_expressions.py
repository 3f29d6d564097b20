"""What an expression may say, and what is said about one that it may not."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.escrow.clauses.small import catalogue, clause, faults, first_fault

DAY = date(2024, 6, 30)


def value(expression: str, yields: str = "money", **facts: Any) -> Any:
    """What the expression comes to on these facts."""
    return catalogue(clause(amount=expression, yields=yields)).evaluate("trial-one", facts, DAY).value


def test_money_literals_and_ratios_are_exact() -> None:
    assert value("100万元 * 20% + 5元") == 20_000_500
    assert value("cost * 1/3", cost=1) == 33  # a third of 100 fen, rounded once at the end
    assert value("cost * 2/3", cost=1) == 67


def test_a_chain_of_comparisons_holds_when_each_part_holds() -> None:
    assert value("cost if 10元 <= cost < 20元 else 0", cost=10) == 1_000
    assert value("cost if 10元 <= cost < 20元 else 0", cost=20) == 0


def test_the_growth_boundary_is_exact_to_the_fen() -> None:
    text = "1元 if growth(spend) >= 20% else 0"
    assert value(text, spend=["0.05元", "0.06元"]) == 100
    assert value(text, spend=["1000万", "11999999.99元"]) == 0


def test_growth_without_a_base_fails_every_comparison() -> None:
    assert value("1元 if growth(spend) >= 0% else 2元", spend=[0, 5]) == 200
    assert value("1元 if growth(spend) < 500% else 2元", spend=[5]) == 200


def test_a_quotient_by_zero_makes_the_value_nothing() -> None:
    assert value("cost / pieces", cost=100, pieces=0) == 0
    assert value("cost / pieces", cost=100, pieces=3) == 3333


def test_lists_are_met_item_by_item() -> None:
    assert value("sum(min(costs, 100元))", costs=[50, 300, 100]) == 25_000
    assert value("count(costs >= 100元)", "number", costs=[50, 300, 100]) == 2
    assert value("sum(take(costs, 2))", costs=[1, 2, 4]) == 300
    assert value("sum(take(costs, count(running(costs) <= 3元)))", costs=[1, 2, 4]) == 300


def test_a_list_of_one_goes_with_every_item() -> None:
    assert value("sum(costs * marks)", costs=[1, 2], marks=[3]) == 900


def test_texts_are_picked_and_counted() -> None:
    assert (
        value("sum(pick(levels, '国家级', 50万元, '省级', 20万元, 0))", levels=["国家级", "省级", "x"])
        == 70_000_000
    )
    assert value("count(levels in ('国家级', '省级'))", "number", levels=["国家级", "x"]) == 1
    assert value("distinct(levels)", "number", levels=["a", "b", "a"]) == 2
    assert value("sum_best(levels, costs)", levels=["a", "b", "a"], costs=[1, 2, 5]) == 700


def test_days_are_added_on_the_calendar() -> None:
    assert value("months(filed_on, 1)", "date", filed_on="2024-01-31") == date(2024, 2, 29).toordinal()
    assert value("working_days(filed_on, 5)", "date", filed_on="2025-09-30") == date(2025, 10, 14).toordinal()
    assert value("year(filed_on)", "number", filed_on="2024-01-31") == 2024


def test_dollars_become_yuan_at_a_rate() -> None:
    assert value("yuan(exports, share)", exports=100, share="7.1") == 71_000


def test_numbers_keep_their_fractions() -> None:
    assert value("pieces / 4 + floor(7 / 2)", "number", pieces=3) == Fraction(15, 4)


def test_the_branch_not_taken_asks_for_nothing() -> None:
    assert value("cost if resident else other_cost", resident=True, cost=1) == 100


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("coast * 20%", "unknown name coast"),
        ("cost if cost > 20% else 0", "money > a ratio has no meaning"),
        ("cost * cost", "money * money has no meaning"),
        ("cost * 0.5", "the decimal 0.5 has no unit"),
        ("cost if share > 20 else 0", "a ratio > a number has no meaning"),
        ("cost + 5", "money + a number has no meaning"),
        ("exports + cost", "US dollars + money has no meaning"),
        ("costs", "money is wanted here, this is a list of money"),
        ("100", "money is wanted here, this is a number"),
        ("cost.real", "not part of the language: cost.real"),
        ("[cost for cost in costs]", "not part of the language: [cost for cost in costs]"),
        ("__import__('os')", "no function __import__"),
        ("cost ** 2", "not an operator of the language"),
        ("cost if cost else 0", "a condition is wanted here, this is money"),
        ("cost[-1]", "cost is no yearly series"),
        ("growth(cost)", "growth(...) takes a yearly series"),
        ("max(cost)", "the arguments of max(...) do not fit"),
        ("cost if level in '国家级' else 0", "the right of `in` is a list"),
        ("cost ＞ 5元", "the full-width sign ＞"),
    ],
)
def test_what_has_no_meaning_is_refused_with_its_name(expression: str, said: str) -> None:
    assert first_fault(expression) == said


def test_a_near_miss_is_named() -> None:
    assert faults(amount="coast * 20%")[0].advice.en == "did you mean cost, costs, count?"


def test_broken_syntax_is_a_fault_and_no_crash() -> None:
    for text in ("cost *", "(", "'", "cost cost", "lambda: 0", "cost := 5", "\x00", "(" * 500):
        assert faults(amount=text), text
