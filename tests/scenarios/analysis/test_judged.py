"""What rests on judgement: which beliefs are at work, and their share of what knobs explain."""

import pytest

from escrow.behaviour import PURPOSES
from scenarios.analysis.judged import judged, variance_on
from scenarios.analysis.measures import DERIVED
from scenarios.analysis.pages.judged import judged_blocks, plain_judged, variance_blocks
from scenarios.analysis.sobol import Index, Indices
from scenarios.report.document import Paragraph
from scenarios.spec import load_scenario


def shares(**first: float) -> Indices:
    axes = tuple(name.replace("__", ".") for name in first)
    found = tuple(Index(value, 0.0, 0.0) for value in first.values())
    return Indices(DERIVED[0], axes, 0.0, 1.0, found, found, 8, 1)


def test_a_worked_project_draws_nothing() -> None:
    found = judged(load_scenario("worked-success"))
    assert found.assumptions == ()
    (_, said) = judged_blocks(found, "en")
    assert isinstance(said, Paragraph)
    assert said.text.startswith("No assumption is drawn")


def test_the_district_counts_what_varies_and_its_quality() -> None:
    found = judged(load_scenario("baseline"))
    paths = {each.path: each.quality for each in found.assumptions}
    assert paths["behaviour.missed"] == "J"
    assert paths["behaviour.balance_days"] == PURPOSES["balance_days"].quality == "B"
    assert paths["portfolio.generate.filings"] == "J"
    assert "behaviour.acceptance_days" not in paths
    assert {paths["behaviour.effects.project"], paths["behaviour.shared.insured"]} == {"J"}
    assert 0.8 < len(found.j) / len(found.assumptions) < 1


def test_what_the_scenario_states_itself_is_its_own() -> None:
    given = ["missed=10%", "portfolio.generate.enterprises=50"]
    found = judged(load_scenario("baseline", sets=given))
    stated = {each.path for each in found.assumptions if each.quality == "stated"}
    assert {"behaviour.missed", "portfolio.generate.enterprises"} <= stated


def test_loans_nobody_takes_are_no_assumption() -> None:
    without = judged(load_scenario("baseline", sets=["portfolio.generate.loans.chance=0%"]))
    assert not [each for each in without.assumptions if "loans" in each.path]


def test_the_share_of_variance_is_that_of_the_knobs_on_judged_beliefs() -> None:
    found = shares(
        missed=0.3, behaviour__balance_days=0.2, cost_share_rate=0.5, portfolio__generate__filings=0.0
    )
    known = judged(load_scenario("baseline")).assumptions
    assert variance_on(known, found) == pytest.approx(0.3)
    assert variance_on(known, shares(missed=0.0)) is None


def test_the_page_and_the_data_say_the_share() -> None:
    found = judged(load_scenario("baseline"))
    texts = [block.text for block in judged_blocks(found, "en", names=True) if isinstance(block, Paragraph)]
    assert any(f"Judgement (J): {len(found.j)}, " in text for text in texts)
    data = plain_judged(found, "zh")
    assert sum(data["by_quality"].values()) == data["assumptions"] == len(data["names"])


def test_every_measure_has_a_share_of_its_own() -> None:
    first, second = DERIVED[:2]
    said = variance_blocks({first: 0.25, second: None}, "en")
    assert [block.text for block in said if isinstance(block, Paragraph)] == [
        f"{first.title.say('en')}: of the variance between points that knobs explain alone, "
        "25% comes from judgement."
    ]
