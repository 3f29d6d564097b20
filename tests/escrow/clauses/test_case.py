"""One case in the fixed order: in force, conditions, amount, steps, limits, payers and stages."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from escrow.clauses.problems import BadFact, MissingFact, TooLarge, UnequalLists, UnknownFact
from escrow.clauses.result import IN_FORCE, Evaluation
from tests.escrow.clauses.small import catalogue, clause, guard, parameter

DAY = date(2024, 6, 30)


def result(facts: dict[str, Any], on: date = DAY, **keys: Any) -> Evaluation:
    return catalogue(clause(**keys)).evaluate("trial-one", facts, on)


def test_a_cap_before_a_rate_caps_the_base() -> None:
    cap, rate = {"cap": "100元"}, {"rate": "50%"}
    assert result({"cost": 400}, amount="cost", steps=[cap, rate]).amount_fen == 5_000
    assert result({"cost": 400}, amount="cost", steps=[rate, cap]).amount_fen == 10_000


@pytest.mark.parametrize(
    ("step", "fen"),
    [
        ({"rate": "1/3"}, 3_333),
        ({"minus": "30元"}, 7_000),
        ({"minus": "300元"}, 0),
        ({"top_up": "paid"}, 10_000),
        ({"at_least": "200元"}, 20_000),
        ({"zero_below": "100元"}, 10_000),
        ({"zero_below": "100.01元"}, 0),
        ({"cap": "99.99元"}, 9_999),
        ({"round": {"to": "30元", "way": "down"}}, 9_000),
        ({"round": {"to": "30元", "way": "up"}}, 12_000),
        ({"round": {"to": "40元", "way": "half_up"}}, 12_000),
        ({"cap": "1元", "if": "paid > 0元"}, 10_000),
    ],
)
def test_each_step_does_one_thing(step: dict[str, Any], fen: int) -> None:
    assert result({"cost": 100}, amount="cost", steps=[step]).amount_fen == fen


def test_every_failing_guard_is_named_with_the_money_missing() -> None:
    tests = [guard("growth(spend) >= 20%"), guard("resident"), guard("cost > 10元")]
    found = result(
        {"spend": ["1000万", "11999999.99元"], "resident": False, "cost": 20}, when=tests, amount="cost"
    )
    assert [(each.index, each.missing_fen) for each in found.failed] == [(0, 1), (1, 0)]
    assert (found.amount_fen, found.would_be) == (0, 2_000)


def test_a_quotient_that_is_short_says_how_much_money() -> None:
    found = result({"cost": 29, "other_cost": 100}, when=[guard("cost / other_cost >= 30%")], amount="cost")
    assert found.failed[0].missing_fen == 100


def test_days_that_are_missing_are_counted() -> None:
    found = result({"filed_on": "2024-06-28"}, when=[guard("filed_on >= 2024-07-01")], amount="1元")
    assert found.failed[0].missing == ("days", 3)


def test_out_of_force_is_a_failed_guard_of_its_own() -> None:
    found = result({"cost": 1}, on=date(2025, 1, 1), amount="cost")
    assert (found.amount_fen, found.in_force, found.failed[0].index) == (0, False, IN_FORCE)
    assert result({"cost": 1}, on=date(2024, 12, 31), amount="cost").amount_fen == 100


def test_a_fact_that_nothing_states_is_asked_for_by_name() -> None:
    with pytest.raises(MissingFact) as missing:
        result({}, when=[guard("resident")], amount="cost")
    assert missing.value.facts["fact"] == "resident"
    assert missing.value.exit_code == 2


def test_an_unstated_fact_does_not_matter_once_a_guard_fails() -> None:
    found = result({"resident": False}, when=[guard("cost > 0元"), guard("resident")], amount="cost")
    assert (found.amount_fen, [each.index for each in found.failed]) == (0, [1])


def test_an_unstated_part_does_not_matter_when_another_settles_it() -> None:
    assert (
        result({"resident": False}, when=[guard("level == 'a' and resident")], amount="1元").amount_fen == 0
    )
    assert (
        result({"resident": True}, when=[guard("level == 'a' or resident")], amount="1元").amount_fen == 100
    )


def test_what_is_assumed_is_listed() -> None:
    keys: dict[str, Any] = {
        "parameters": {"rate_a": parameter("ratio", "30%")},
        "assume": {"share": "rate_a"},
    }
    found = result({"cost": 100}, amount="cost * share", **keys)
    assert (found.amount_fen, [name for name, _ in found.assumed]) == (3_000, ["share"])


def test_an_unknown_fact_is_refused_with_what_comes_near() -> None:
    with pytest.raises(UnknownFact) as unknown:
        result({"coast": 1}, amount="cost")
    assert "cost" in unknown.value.advise("en")


@pytest.mark.parametrize("raw", ["12.345元", "abc", True, -5, 1.5, [1]])
def test_a_value_that_is_no_money_is_refused(raw: object) -> None:
    with pytest.raises(BadFact):
        result({"cost": raw}, amount="cost")


def test_lists_that_do_not_match_are_refused() -> None:
    with pytest.raises(UnequalLists):
        result({"costs": [1, 2], "marks": [1, 2, 3]}, amount="sum(costs * marks)")


def test_an_amount_beyond_the_bound_names_clause_and_step() -> None:
    with pytest.raises(TooLarge) as large:
        result({"cost": "9000亿", "pieces": 2}, amount="cost", steps=[{"rate": "pieces"}])
    assert large.value.facts == {"clause": "trial-one", "step": "steps[0] rate"}


def test_a_dated_parameter_holds_from_its_day() -> None:
    dated = [{"from": "2024-01-01", "value": "1元"}, {"from": "2024-07-01", "value": "2元"}]
    keys: dict[str, Any] = {
        "parameters": {"award": {"unit": "money", "title": {"zh": "额", "en": "award"}, "values": dated}}
    }
    assert result({}, amount="award", on=date(2024, 6, 30), **keys).amount_fen == 100
    assert result({}, amount="award", on=date(2024, 7, 1), **keys).amount_fen == 200


def test_a_parameter_among_the_facts_makes_the_result_hypothetical() -> None:
    keys: dict[str, Any] = {"parameters": {"award": parameter("money", "1元")}}
    assert not result({}, amount="award", **keys).hypothetical
    assert result({"award": 3}, amount="award", **keys).hypothetical


def test_a_pool_leaves_what_it_has_not_paid_yet() -> None:
    limit = {"cap": "100元", "per": ["enterprise", "year"], "pool": "year", "used": "paid"}
    assert result({"cost": 80, "paid": 30}, amount="cost", limits=[limit]).amount_fen == 7_000
    assert (
        result({"cost": 80, "paid": 30}, amount="cost", limits=[{**limit, "short": "reject"}]).amount_fen == 0
    )


def test_payers_and_stages_sum_to_the_award() -> None:
    stages = [{"event": "listed", "share": "1/3"}, {"event": "accepted", "after_years": 1, "rest": True}]
    pay = {"payers": {"city": 1, "district": 1}, "odd_to": "district", "stages": stages}
    found = result({"cost": "1.01元"}, amount="cost", pay=pay)
    assert found.payers == (("city", 50), ("district", 51))
    assert found.stages == (("listed", 0, 33), ("accepted", 1, 68))


def test_a_score_below_the_minimum_is_not_selected() -> None:
    select = {"score": {"pieces": "60%", "share": "40%"}, "min": "70"}
    found = result({"pieces": 100, "share": "1"}, amount="1元", select=select)
    assert found.amount_fen == 0
    assert found.failed[0].missing == ("number", Fraction(48, 5))


def test_an_outcome_says_its_values() -> None:
    outcomes = [
        {"when": "not passed", "code": "late", "say": {"zh": "逾期", "en": "late"}},
        {
            "code": "due",
            "show": {"day": "days(filed_on, 3)"},
            "say": {"zh": "{day}前", "en": "by {day}, {pieces} copies"},
        },
    ]
    found = result({"filed_on": "2024-06-01", "pieces": 2}, when=[guard("filed_on <= on")], outcomes=outcomes)
    assert (found.outcome, found.said("en"), found.amount_fen) == ("due", "by 2024-06-04, 2 copies", None)
