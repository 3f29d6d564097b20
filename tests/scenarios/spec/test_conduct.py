"""News, a larger first instalment, a ring, insurers: what they mean, what is refused, where it is said."""

from datetime import date
from fractions import Fraction
from typing import Any

import jsonschema
import pytest

from escrow.behaviour import Behaviour, Chance, Insurers, QuantileTable
from escrow.world import Announcement, FirstShareResponse, PopulationSpec, Ring
from scenarios.prepare import prepare
from scenarios.spec import normal, schema
from scenarios.spec.behaviour import BehaviourSpec
from scenarios.spec.generate import GenerateSpec
from tests.scenarios.spec.samples import GOOD, changed, load, only

GENERATED = changed("  audits:", "  generate: {}\n  audits:") + "behaviour: district\n"
STATED: dict[str, Any] = {
    "filings_factor": "70%",
    "announcement": {"date": "2025-09-01", "stay_away": "20%"},
    "first_share_response": {"towards": "80%", "strength": "50%"},
    "ring": {"contracts": 12, "platform": "PL2", "enterprises": 4, "seen": "90%", "sampled": "1/3"},
}
INSURERS: dict[str, Any] = {"exit": "2025-12-01", "dearer_from": "2025-09-01", "factor": "150%"}


def test_what_is_stated_is_meant() -> None:
    meant = GenerateSpec.model_validate(STATED).to_escrow()
    assert meant.announcement == Announcement(date(2025, 9, 1).toordinal(), Chance.of("20%"))
    assert meant.first_share_response == FirstShareResponse(Fraction(4, 5), Fraction(1, 2))
    assert meant.ring is not None
    assert (meant.ring.contracts, meant.ring.platform, meant.ring.enterprises) == (12, "PL2", 4)
    assert meant.ring.seen == Chance.of("90%")
    assert meant.ring.total_wan == Ring(1, "PL2").total_wan


def test_a_factor_scales_the_filings() -> None:
    few = GenerateSpec.model_validate({"filings": 30, "filings_factor": "70%"}).to_escrow()
    assert few.filings == QuantileTable.constant(21)
    table = GenerateSpec.model_validate({"filings_factor": "200%"}).to_escrow().filings
    assert [v for _, v in table.knots] == [2 * v for _, v in PopulationSpec().filings.knots]


def test_insurers_are_meant_as_stated() -> None:
    meant = BehaviourSpec.model_validate({"base": "district", "insurers": INSURERS}).to_escrow()
    days = date(2025, 12, 1).toordinal(), date(2025, 9, 1).toordinal()
    assert meant == Behaviour.district().but(insurers=Insurers(*days, Fraction(3, 2)))


def test_the_normal_form_says_the_same_and_is_silent_without_them() -> None:
    sets = [
        f"portfolio.generate={STATED}".replace("'", ""),
        f"behaviour.insurers={INSURERS}".replace("'", ""),
    ]
    loaded = load(GENERATED, sets=sets)
    form = normal(loaded.scenario, loaded.resolved)
    assert form["portfolio"]["generate"]["ring"]["sampled"] == "1/3"
    assert form["behaviour"]["insurers"] == INSURERS
    jsonschema.validate(form, schema())
    usual = load(GENERATED)
    silent = normal(usual.scenario, usual.resolved)
    assert STATED.keys().isdisjoint(silent["portfolio"]["generate"])
    assert "insurers" not in silent["behaviour"]


def test_the_policy_reaches_the_first_share() -> None:
    sets = ["portfolio.generate={filings: 20, first_share_response: {}}", "first_share_max=40%"]
    plans = prepare(load("title: x\n", sets=sets).scenario).portfolio.projects
    longer = [plan.stages for plan in plans if len(plan.stages) > 1]
    assert longer
    assert all(5 * s[0].instalment_fen <= 2 * sum(each.instalment_fen for each in s) for s in longer)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{filings_factor: 300%, filings: 2000}", "filings times filings_factor exceed 5,000"),
        ("{joining: {uptake: 0%}}", "filings divided by joining.uptake exceed 100,000"),
        ("{announcement: {date: 2025-09-01}}", "generate.announcement.stay_away: stay_away is missing"),
        ("{ring: {platform: PL1}}", "generate.ring.contracts: contracts is missing"),
        (
            "{ring: {contracts: 3, platform: PL1, seen: 140%}}",
            "ring.seen: rate 140% is out of range; expected 0 to 100%",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_line(line: str, message: str) -> None:
    fault = only(changed("  generate: {}", f"  generate: {line}", GENERATED))
    assert message in fault.say("en")
    assert fault.mark.line == GENERATED[: GENERATED.index("  generate:")].count("\n") + 1


def test_a_factor_of_the_price_needs_its_day() -> None:
    fault = only(GOOD + "behaviour: {base: district, insurers: {factor: 150%}}\n")
    assert "factor is stated without dearer_from" in fault.say("en")
    assert "写了 factor 而没有 dearer_from" in fault.say("zh")
