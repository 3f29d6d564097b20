"""Two clauses that pay for one matter are a conflict unless a text ranks them."""

from datetime import date
from typing import Any

import pytest

from tests.escrow.clauses.small import TITLE, catalogue, clause

DAY = date(2024, 6, 30)
OTHER = {"id": "second"}


def found(
    one: dict[str, Any], other: dict[str, Any], paper: dict[str, Any] | None = None
) -> list[tuple[str, str]]:
    first = clause(amount="cost", **{"id": "trial-one", **one})
    second = clause({**OTHER, **(paper or {})}, amount="cost * 2", **{"id": "second-one", **other})
    return [(each.one, each.other) for each in catalogue(first, second).conflicts({"cost": 1}, DAY)]


def test_two_that_pay_without_a_ranking_conflict() -> None:
    assert found({}, {}) == [("trial-one", "second-one")]


def test_one_that_does_not_pay_is_no_conflict() -> None:
    assert found({"when": [{"test": "cost > 5元", "why": TITLE}]}, {}) == []
    assert found({"when": [{"test": "resident", "why": TITLE}]}, {}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"yields_to": ["second-one"]}, {}),
        ({}, {"adds_to": ["trial-one"]}),
        ({}, {"replaces": ["trial-one"]}),
        ({"stack": {"group": "g"}}, {"stack": {"group": "g"}}),
    ],
)
def test_a_ranking_of_the_clauses_settles_it(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert found(one, other) == []


def test_a_rule_of_the_paper_settles_it_from_its_day() -> None:
    rule = {"clause": "second-one", "per": ["enterprise"], "pick": "highest", "across": ["trial", "second"]}
    assert found({}, {}, {"stacking": [{**rule, "from": "2024-06-30"}]}) == []
    assert found({}, {}, {"stacking": [{**rule, "from": "2024-07-01"}]}) != []


def test_a_later_paper_goes_first_where_it_says_so() -> None:
    rank = {"clause": "second-one", "over": ["trial"], "from": "2024-06-30", "means": TITLE}
    assert found({}, {}, {"ranks": [rank]}) == []
    assert found({}, {}, {"ranks": [{**rank, "over": ["third"]}]}) != []


def test_a_draft_pays_nothing() -> None:
    assert found({}, {}, {"status": "draft"}) == []
