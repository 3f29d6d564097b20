"""`portfolio.generate` in a scenario: what it means, how it is written back, what is refused."""

from fractions import Fraction
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from escrow.behaviour import Chance, QuantileTable
from escrow.world import Joining, PopulationSpec
from scenarios.spec.generate import GenerateSpec

STATED: dict[str, Any] = {
    "filings": 60,
    "platforms": {"PL1": 60, "平台乙": 40},
    "agreed_total": {"p0": "300万", "p50": "450万", "p100": "2000万"},
    "stages": {"1": "20%", "12": "80%"},
    "first_share": {"p0": 30, "p100": 60},
    "arrivals": {"rush": "30%", "rush_days": 30},
    "loans": {"chance": "25%", "principal": "400万"},
    "joining": {"uptake": "10%"},
}


def spec(raw: object) -> GenerateSpec:
    return GenerateSpec.model_validate(raw)


def test_what_is_left_out_is_the_documented_district() -> None:
    assert spec({}).to_escrow() == spec("district").to_escrow() == PopulationSpec()


def test_what_is_stated_is_meant() -> None:
    meant = spec(STATED).to_escrow()
    assert meant.filings == QuantileTable.constant(60)
    assert meant.platforms == (("PL1", 60), ("平台乙", 40))
    assert meant.total_wan.knots[1] == (1 << 31, 450)
    assert meant.loans.chance == Chance.of("25%")
    assert meant.loans.principal_wan == QuantileTable.constant(400)
    assert meant.loans.fee_rate == Fraction(8, 1000)
    assert meant.joining == Joining(Chance.of("10%"))


@pytest.mark.parametrize("raw", [{}, STATED])
def test_the_normal_form_says_the_same(raw: object) -> None:
    written = spec(raw).model_dump(mode="json", exclude_none=True)
    assert spec(written).to_escrow() == spec(raw).to_escrow()
    assert spec(written).model_dump(mode="json", exclude_none=True) == written
    jsonschema.validate(written, GenerateSpec.model_json_schema())


@pytest.mark.parametrize(
    "raw",
    [
        {"filings": -1},
        {"filings": 1.5},
        {"filings": 10_000},
        {"agreed_total": "300.5万"},
        {"agreed_total": {"p0": "500万", "p100": "300万"}},
        {"stages": {"1": "50%"}},
        {"stages": {"0": "100%"}},
        {"stages": {"21": "100%"}},
        {"platforms": {}},
        {"platforms": {"PL1": 0}},
        {"first_share": 100},
        {"bunched": 15},
        {"prefix": "项"},
        {"arrivals": {"months": [1, 2, 3]}},
        {"joinning": {}},
    ],
)
def test_what_makes_no_population_is_refused(raw: object) -> None:
    with pytest.raises(ValidationError):
        spec(raw)
