"""What a clause says that cannot be meant is found without any example."""

from typing import Any

import pytest

from escrow.clauses.links import in_circle
from tests.escrow.clauses.small import TITLE, catalogue, clause, faults, guard, parameter

READING = {"title": TITLE, "default": "whole", "why": TITLE, "options": {"whole": TITLE, "part": TITLE}}
HALVES = [{"event": "listed", "share": "60%"}, {"event": "kept", "share": "30%"}]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"valid": {"from": "2024-02-01", "to": "2024-01-31"}}, "ends before it begins"),
        ({"title": {"zh": "", "en": "x"}}, "the text is empty"),
        ({"when": [{"test": "resident", "why": {"zh": "本区", "en": " "}}]}, "the text is empty"),
        ({"pay": {"stages": HALVES}}, "do not add to 100%"),
        ({"pay": {"payers": {"city": -1, "district": 1}}}, "cannot be negative"),
        ({"pay": {"payers": {"district": 0}}}, "nobody pays"),
        ({"pay": {"payers": {"moon": 1}}}, "no payer moon"),
        ({"pay": {"payers": {"city": 1}, "odd_to": "district"}}, "not among the payers"),
        (
            {"amount": "cost if base == 'hole' else 0", "readings": {"base": READING}},
            "'hole', which is no option",
        ),
        (
            {"amount": "pick(base, 'hole', cost, 0元)", "readings": {"base": READING}},
            "'hole', which is no option",
        ),
    ],
)
def test_it_is_said_in_words(keys: dict[str, Any], said: str) -> None:
    found = faults(**{"amount": "cost", **keys})
    assert [said in each.fault.en for each in found] == [True]


def test_bands_out_of_order_are_found_where_they_are_written_out() -> None:
    bands = [{"from": "0", "rate": "5%"}, {"from": "20元", "rate": "3%"}, {"above": "10元", "rate": "1%"}]
    found = faults(amount={"of": "cost", "mode": "marginal", "bands": bands})
    assert [each.path for each in found] == [("amount", "bands", 2)]


def test_what_makes_the_whole_is_no_fault() -> None:
    whole = [{"event": "listed", "share": "part"}, {"event": "kept", "share": "40%"}]
    rest = [{"event": "listed", "share": "part"}, {"event": "kept", "rest": True}]
    for stages in (whole, rest):
        keys = {"parameters": {"part": parameter("ratio", "60%")}, "pay": {"stages": stages}}
        assert faults(amount="cost", **keys) == []


def test_clauses_that_yield_in_a_circle_are_found() -> None:
    names = {"trial-one": "trial-two", "trial-two": "trial-three", "trial-three": "trial-two"}
    known = catalogue(*(clause(amount="cost", id=name, yields_to=[to]) for name, to in names.items()))
    assert [in_circle(known, name, "yields_to") for name in names] == [False, True, True]


def test_a_guard_of_a_sound_clause_is_left_alone() -> None:
    reading = {"base": READING}
    assert faults(amount="cost", when=[guard("base == 'part'")], readings=reading) == []
