"""Amendments make a new catalogue and say that they are not the law."""

from datetime import date
from typing import Any

import pytest

from escrow.clauses.catalogue import Catalogue
from escrow.clauses.problems import BadChange, BadFact, UnknownClause, UnknownOptionOf, UnknownPaper
from ledger.problem import Problem
from tests.escrow.clauses.small import TITLE, catalogue, clause, guard, parameter

READING = {"title": TITLE, "default": "low", "why": TITLE, "options": {"low": TITLE, "high": TITLE}}
ADDED = {
    "id": "trial-two", "article": "二", "kind": "rate", "binding": "exact", "pays": "cash",
    "title": TITLE, "gist": TITLE, "matter": "rule", "amount": "cost * 2",
}  # fmt: skip


@pytest.fixture
def known() -> Catalogue:
    return catalogue(
        clause(
            parameters={"award": parameter("money", "1元")},
            readings={"how": READING},
            when=[guard("resident")],
            amount="award if how == 'low' else award * 2",
        )
    )


def fen(known: Catalogue, on: date, clause_id: str = "trial-one") -> int | None:
    return known.evaluate(clause_id, {"resident": True, "cost": 1}, on).amount_fen


def test_a_number_changes_from_its_day_and_the_old_catalogue_stays(known: Catalogue) -> None:
    change = {"clause": "trial-one", "parameter": "award", "from": "2024-07-01", "value": "3元"}
    new = known.amended({"changes": [change]})
    assert [fen(new, date(2024, 6, 30)), fen(new, date(2024, 7, 1)), fen(known, date(2024, 7, 1))] == [
        100,
        300,
        100,
    ]
    assert new.clauses["trial-one"].hypothetical
    assert new.digest != known.digest


def test_a_reading_takes_another_option(known: Catalogue) -> None:
    new = known.amended({"changes": [{"clause": "trial-one", "reading": "how", "option": "high"}]})
    assert fen(new, date(2024, 6, 30)) == 200


def test_a_repealed_clause_is_out_of_force_from_its_day(known: Catalogue) -> None:
    new = known.amended({"changes": [{"repeal": "trial-one", "from": "2024-07-01"}]})
    assert [fen(new, date(2024, 6, 30)), fen(new, date(2024, 7, 1))] == [100, 0]
    assert fen(known.amended({"changes": [{"repeal": "trial-one"}]}), date(2024, 2, 1)) == 0


def test_a_clause_is_added_to_a_paper(known: Catalogue) -> None:
    new = known.amended({"changes": [{"add": ADDED, "paper": "trial"}]})
    assert fen(new, date(2024, 6, 30), "trial-two") == 200
    assert [each.id for each in new.papers["trial"].clauses] == ["trial-one", "trial-two"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"clause": "trial-x", "parameter": "award", "value": 1}, UnknownClause),
        ({"clause": "trial-one", "parameter": "award", "value": "30%"}, BadFact),
        ({"clause": "trial-one", "reading": "how", "option": "mid"}, UnknownOptionOf),
        ({"clause": "trial-one"}, BadChange),
        ({"clause": "trial-one", "odd": 1}, BadChange),
        ({"add": ADDED, "paper": "other"}, UnknownPaper),
        ({"add": {**ADDED, "amount": "coast"}, "paper": "trial"}, BadChange),
        ({"add": {**ADDED, "id": "trial-one"}, "paper": "trial"}, BadChange),
    ],
)
def test_a_change_that_cannot_be_made_is_named(
    known: Catalogue, change: dict[str, Any], problem: type[Problem]
) -> None:
    with pytest.raises(problem) as raised:
        known.amended({"changes": [change]})
    assert raised.value.say("zh")
    assert raised.value.advise("en")


def test_the_normal_form_holds_what_was_amended(known: Catalogue) -> None:
    new = known.amended({"changes": [{"clause": "trial-one", "parameter": "award", "value": "3元"}]})
    assert known.normal_form(["trial"]) != new.normal_form(["trial"])
    assert known.normal_form(["trial"]) == known.amended({"changes": []}).normal_form(["trial"])
