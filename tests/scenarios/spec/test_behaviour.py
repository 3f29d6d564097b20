"""`behaviour` in a scenario: what it means, how it is written back, what is refused."""

from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from escrow.behaviour import Behaviour, Chance, Group, QuantileTable, Shared, Spread
from ledger.text import Text
from scenarios.spec.behaviour import BehaviourSpec

STATED: dict[str, Any] = {
    "base": "district",
    "missed": "10%",
    "review_days": 12,
    "work_days": {"p0": -30, "p50": [0, 10], "p100": 200},
    "cause": {"technical": "1/3", "platform": "2/3"},
    "effects": {"platform": 100},
    "shared": {"balance_days": {"group": "enterprise", "chance": "40%"}},
}


def spec(raw: object) -> BehaviourSpec:
    return BehaviourSpec.model_validate(raw)


def test_a_bundle_can_be_named() -> None:
    assert spec("district").to_escrow() == Behaviour.district()
    assert spec("certain").to_escrow() == spec({}).to_escrow() == Behaviour.certain()


def test_single_purposes_stand_on_top_of_the_bundle() -> None:
    meant = spec(STATED).to_escrow()
    assert meant.draws["missed"] == Chance.of("10%")
    assert meant.draws["review_days"] == QuantileTable.constant(12)
    assert meant.draws["deposit_days"] == Behaviour.district().draws["deposit_days"]
    assert meant.spread == Spread(platform=100)
    assert meant.shared["balance_days"] == Shared(Group.ENTERPRISE, Chance.of("40%"))
    assert meant.shared["insured"] == Behaviour.district().shared["insured"]


def test_a_list_of_two_values_is_a_jump() -> None:
    table = spec(STATED).to_escrow().table("work_days")
    half = 1 << 31
    assert table.knots == ((0, -30), (half, 0), (half, 10), (1 << 32, 200))


@pytest.mark.parametrize("raw", ["district", "certain", STATED])
def test_the_normal_form_says_the_same_with_nothing_left_out(raw: object) -> None:
    written = spec(raw).model_dump(mode="json")
    assert set(Behaviour.certain().draws) < set(written)
    assert spec(written).to_escrow() == spec(raw).to_escrow()
    assert spec(written).model_dump(mode="json") == written


@pytest.mark.parametrize("raw", [{}, STATED, spec("district").model_dump(mode="json")])
def test_the_json_schema_accepts_what_is_valid(raw: object) -> None:
    jsonschema.validate(raw, BehaviourSpec.model_json_schema())


@pytest.mark.parametrize(
    ("raw", "place", "said"),
    [
        ({"deposit_days": {"p0": 5, "p100": 3}}, ("deposit_days",), "3 < 5"),
        ({"deposit_days": {"p10": 5, "p90": 6}}, ("deposit_days",), "p0 ... p100"),
        ({"deposit_days": {"ten": 5}}, ("deposit_days",), "'ten' is not p0 to p100"),
        ({"deposit_days": {"p0": 5, "p101": 6}}, ("deposit_days",), "'p101' is not p0 to p100"),
        ({"deposit_days": 1.5}, ("deposit_days",), "1.5 is not whole"),
        ({"deposit_days": True}, ("deposit_days",), "True is not whole"),
        ({"deposit_days": -1}, ("deposit_days",), "outside 0 to 3650"),
        ({"deposit_days": [1, 2]}, ("deposit_days",), "is not whole"),
        ({"cause": {"technical": "90%"}}, ("cause",), "add up to 90%"),
        ({"shared": {"balance": {"group": "platform", "chance": "4%"}}}, None, "balance_days"),
        ({"shared": {"missed": {"group": "town", "chance": "4%"}}}, ("shared", "missed", "group"), "'town'"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_place(
    raw: object, place: tuple[str, ...] | None, said: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        spec(raw)
    first = caught.value.errors(include_url=False)[0]
    text = first["ctx"]["error"].args[0]
    assert isinstance(text, Text)
    assert said in text.en
    assert place is None or first["loc"] == place


@pytest.mark.parametrize(
    "raw", [{"missd": "1%"}, {"missed": 6}, {"missed": "130%"}, {"missed": 0.06}, "distric"]
)
def test_unknown_names_and_floats_are_refused(raw: object) -> None:
    with pytest.raises(ValidationError):
        spec(raw)
