"""A generated population and a bundle of behaviour beside the stated facts."""

import json

import pytest

from scenarios.spec import normal
from tests.scenarios.spec.samples import GOOD, changed, load, only

DRAWN = changed("  audits:", "  generate: {}\n  audits:") + "behaviour: district\n"


def test_a_population_may_know_names_that_no_project_states() -> None:
    assert load(DRAWN + "", sets=["portfolio.debarments=[{enterprise: E9, date: 2025-10-01}]"])


def test_the_normal_form_of_a_drawn_scenario_is_stable() -> None:
    loaded = load(DRAWN)
    form = normal(loaded.scenario, loaded.resolved)
    again = load(json.dumps(form))
    assert normal(again.scenario, again.resolved) == form


def test_without_behaviour_the_normal_form_states_the_documented_defaults() -> None:
    loaded = load(GOOD)
    assert normal(loaded.scenario, loaded.resolved)["behaviour"]["base"] == "certain"


@pytest.mark.parametrize(
    ("written", "code"),
    [("distric", "bad_choice"), ("{premium_delay: 3}", "unknown_key"), ("{passed: 0.5}", "float")],
)
def test_a_fault_in_behaviour_has_its_line(written: str, code: str) -> None:
    fault = only(changed("behaviour: district", f"behaviour: {written}", DRAWN))
    assert (fault.code, fault.mark.line) == (code, DRAWN.count("\n"))
