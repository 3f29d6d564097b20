"""What a clerk reads: every step with its numbers, what a cap cut, what is missing."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from escrow.clauses.facts import number_written
from escrow.clauses.problems import MissingFact
from escrow.clauses.result import Evaluation
from tests.escrow.clauses.small import catalogue, clause, guard, parameter

DAY = date(2024, 6, 30)


def result(facts: dict[str, Any]) -> Evaluation:
    rule = clause(
        parameters={"award_rate": parameter("ratio", "30%"), "award_cap": parameter("money", "2元")},
        when=[guard("growth(spend) >= 20%")],
        amount="cost * award_rate",
        steps=[{"cap": "award_cap"}, {"minus": "paid", "if": "resident"}],
    )
    return catalogue(rule).evaluate("trial-one", {"resident": False, **facts}, DAY)


def texts(found: Evaluation, lang: Any) -> list[str]:
    return [each["text"] for each in found.plain(lang)["workings"]]


def test_each_working_says_its_numbers_in_both_languages() -> None:
    found = result({"cost": 10, "spend": [100, 120]})
    assert texts(found, "zh") == [
        "✓ 条件",
        "计算：试 10.00元 × 试 30% = 3.00元",
        "上限 试 2.00元：3.00元 → 2.00元",
        "此步不适用：试 否",
    ]
    assert texts(found, "en")[2] == "capped at trial CNY 2.00: CNY 3.00 -> CNY 2.00"


def test_a_cap_that_did_not_bite_says_so() -> None:
    assert "（未触及）" in texts(result({"cost": 1, "spend": [1, 2]}), "zh")[2]


def test_a_failed_guard_says_what_is_missing_in_money() -> None:
    failed = result({"cost": 1, "spend": ["1000万", "11999999.99元"]}).plain("zh")["failed"]
    assert [(each["missing"], each["missing_fen"]) for each in failed] == [("差 0.01元", 1)]


def test_the_plain_form_is_json_with_the_citation() -> None:
    plain = result({"cost": 1, "spend": [1, 2]}).plain("en")
    assert json.loads(json.dumps(plain)) == plain
    assert plain["citation"] == {"document": "trial", "number": None, "article": "一", "clause": "trial-one"}
    assert (plain["amount_fen"], plain["on"], plain["unit"]) == (30, "2024-06-30", "money")


def formula(amount: str, facts: dict[str, Any], **keys: Any) -> str:
    """What is said in English of how the amount was computed."""
    found = catalogue(clause(amount=amount, **keys)).evaluate("trial-one", facts, DAY)
    return str(texts(found, "en")[-1]).removeprefix("computed: ")


def test_a_formula_names_the_year_before_with_its_own_value() -> None:
    said = formula("(spend - spend[-1]) * 10%", {"spend": [100, 300]})
    assert said == "(trial CNY 300.00 − trial (year before) CNY 100.00) × 10% = CNY 20.00"


def test_only_the_branch_taken_is_said() -> None:
    assert (
        formula("cost if resident else other_cost", {"resident": True, "cost": 1})
        == "trial CNY 1.00 = CNY 1.00"
    )
    picked = formula("pick(level, 'a', 5元, other_cost) + sum(costs)", {"level": "a", "costs": [1, 2]})
    assert picked == "CNY 5.00 + all items CNY 3.00 = CNY 8.00"


def test_a_year_that_is_not_stated_is_asked_for_as_a_year() -> None:
    with pytest.raises(MissingFact) as missing:
        formula("spend - spend[-1]", {"spend": [100]})
    assert "1 year(s) before" in missing.value.say("en")
    assert "newest last" in missing.value.advise("en")


def test_nobody_pays_what_is_no_payment() -> None:
    found = [
        catalogue(clause(amount="cost", pays=pays)).evaluate("trial-one", {"cost": 1}, DAY).payers
        for pays in ("cash", "fee_relief", "envelope", "contingent")
    ]
    assert found == [(("district", 100),), (), (), ()]


def test_numbers_are_written_as_numbers_and_not_as_percentages() -> None:
    assert [number_written(each) for each in (3, Fraction(117, 4), Fraction(-1, 2), Fraction(1, 3))] == [
        "3",
        "29.25",
        "-0.5",
        "1/3",
    ]
