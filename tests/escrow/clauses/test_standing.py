"""Beside a result: which other clauses of the matter apply that day, which goes first, which clash."""

from datetime import date
from typing import Any

import pytest

from tests.escrow.clauses.small import TITLE, catalogue, clause, guard

DAY = date(2024, 6, 30)


def standing(
    one: dict[str, Any], other: dict[str, Any], facts: dict[str, Any] | None = None
) -> dict[str, Any]:
    first = clause(**{"id": "trial-one", "amount": "cost", **one})
    second = clause({"id": "second"}, **{"id": "second-one", "amount": "cost * 2", **other})
    known = catalogue(first, second)
    return known.standing(known.evaluate("trial-one", facts or {"cost": 1}, DAY)).plain("en")


@pytest.mark.parametrize(
    ("one", "other", "how", "wins", "by"),
    [
        ({"yields_to": ["second-one"]}, {}, "yields_to", "second-one", "trial-one"),
        ({}, {"yields_to": ["trial-one"]}, "yields_to", "trial-one", "second-one"),
        ({}, {"adds_to": ["trial-one"]}, "adds_to", None, "second-one"),
        ({"stack": {"group": "g"}}, {"stack": {"group": "g"}}, "highest", "second-one", "trial-one"),
        ({"stack": {"group": "g"}}, {"amount": "cost", "stack": {"group": "g"}}, "equal", None, "trial-one"),
        ({"when": [guard("cost > 5元")]}, {}, "alone", "second-one", None),
    ],
)
def test_the_one_that_goes_first_is_named_with_its_rule(
    one: dict[str, Any], other: dict[str, Any], how: str, wins: str | None, by: str | None
) -> None:
    plain = standing(one, other)
    assert [(each["clause"], each["how"], each["wins"], each["by"]) for each in plain["ranked"]] == [
        ("second-one", how, wins, by)
    ]
    assert plain["conflicts"] == []


def test_two_that_apply_without_a_ranking_conflict() -> None:
    plain = standing({}, {})
    assert [(each["clause"], each["amount_fen"]) for each in plain["conflicts"]] == [("second-one", 200)]
    assert plain["ranked"] == []


def test_what_the_case_does_not_state_is_not_known() -> None:
    plain = standing({}, {"amount": "other_cost"})
    assert plain == {
        "ranked": [],
        "conflicts": [],
        "not_known": [{"clause": "second-one", "fact": "other_cost"}],
    }


def test_what_the_other_clause_only_takes_for_granted_is_not_known() -> None:
    granted = {"when": [guard("resident")], "assume": {"resident": True}}
    assert standing({}, granted)["not_known"] == [{"clause": "second-one", "fact": "resident"}]
    assert [each["clause"] for each in standing(granted, granted)["conflicts"]] == ["second-one"]


@pytest.mark.parametrize(
    "other",
    [
        {"valid": {"from": "2024-07-01"}},
        {"when": [{"test": "cost > 5元", "why": TITLE}]},
        {"pays": "rule"},
    ],
)
def test_what_does_not_apply_that_day_is_left_out(other: dict[str, Any]) -> None:
    assert standing({}, other) == {"ranked": [], "conflicts": [], "not_known": []}
