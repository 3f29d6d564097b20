"""The claims file: every fault is named with file, line and advice; refusals ahead are warnings."""

import json

import pytest

from scenarios.claims.normal import normal
from scenarios.claims.spec.template import claims_template
from scenarios.spec import SpecProblem
from tests.scenarios.claims.kit import TEXT, loaded


def faults(*changes: tuple[str, str]) -> list[str]:
    """What is said of the file after replacements."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    with pytest.raises(SpecProblem) as problem:
        loaded(text)
    return problem.value.say("en").splitlines()


def test_an_unknown_paper_is_named_with_those_there_are() -> None:
    (said,) = faults(("papers: [binjiang2024,", "papers: [binjiang2042,"))
    assert said.startswith("claims.yaml:3: papers[0]: no paper called 'binjiang2042'")


def test_an_unknown_clause_comes_with_near_ones() -> None:
    (said,) = faults(("clause: binjiang2024-national-task-match", "clause: binjiang2024-national-match"))
    assert said.startswith("claims.yaml:14: claims[1].clause: no clause called")
    assert "binjiang2024-national-task-match" in said


def test_a_clause_that_pays_nothing_cannot_be_claimed() -> None:
    (said,) = faults(("clause: binjiang2024-national-task-match", "clause: binjiang2024-budget-tech"))
    assert "no public money is paid under binjiang2024-budget-tech" in said


def test_a_clause_of_another_paper_is_refused() -> None:
    (said,) = faults(("clause: binjiang2024-national-task-match", "clause: linan2025-tech-trade"))
    assert "claims[1].clause" in said


def test_an_unknown_fact_and_a_bad_value_are_both_named() -> None:
    said = faults(("within_sme_size: true", "within_sme: true"), ("[1000万, 1199万]", "[1000万, 很多]"))
    assert [line.split(": ")[1] for line in said] == [
        "enterprises[0].facts.within_sme",
        "enterprises[1].facts.rd_spend",
    ]


def test_a_reading_of_the_process_is_checked() -> None:
    (said,) = faults(("budget_short: trim", "budget_short: trimmed"))
    assert "reading budget_short has no option 'trimmed'" in said


def test_a_reading_of_a_clause_is_checked() -> None:
    (said,) = faults(("budget_short: trim", "binjiang2024-national-task-match.cap_scope: planet"))
    assert "reading cap_scope of binjiang2024-national-task-match has no option 'planet'" in said


def test_budgets_name_envelopes_only() -> None:
    (said,) = faults(("binjiang2024-budget-tech:", "binjiang2024-national-task-match:"))
    assert "is not a budget clause" in said


def test_an_id_is_used_once() -> None:
    (said,) = faults(("id: C2", "id: C1"))
    assert "the id 'C1' is used twice" in said


def test_a_float_and_a_window_that_is_no_day_are_faults() -> None:
    said = faults(("decided_rate: 5%", "decided_rate: 0.05"), ("to: 06-30", "to: 06-31"))
    assert len(said) == 2


def test_claims_that_would_be_refused_are_warnings() -> None:
    text = TEXT.replace("applied_on: 2024-06-30", "applied_on: 2024-07-01")
    said = [warning.say("en") for warning in loaded(text).warnings]
    assert "2024-07-01 is outside the application window" in said[0]
    assert "CNY 10,000.00 missing" in said[1]


def test_settings_reach_the_file() -> None:
    found = loaded(
        sets=["budgets.binjiang2024-budget-tech.appropriated=300万"], readings=["year_end=carry_over"]
    )
    assert found.scenario.budgets["binjiang2024-budget-tech"].appropriated == 300 * 10**6
    assert found.scenario.readings["year_end"] == "carry_over"


def test_the_normal_form_says_the_same() -> None:
    form = normal(loaded().scenario)
    again = normal(loaded(json.dumps(form, ensure_ascii=False)).scenario)
    assert again == form


def test_the_template_has_no_faults() -> None:
    assert loaded(claims_template("demo")).warnings == ()


def test_a_reading_that_no_claim_asks_for_is_said() -> None:
    idle = "{budget_short: trim, hgx2024-16-no-double.upper_level: counted}"
    text = TEXT.replace("{budget_short: trim}", idle)
    found = [each.say("en") for each in loaded(text).warnings]
    assert any("no claim asks for this reading" in each for each in found)
    assert not any("no claim asks" in each.say("en") for each in loaded().warnings)


def test_known_dates_that_contradict_are_both_named() -> None:
    record = "record: {reviewed_on: 2024-07-02, decided_on: 2024-07-01}, facts: {decided_rate: 5%}}"
    (said,) = faults(("facts: {decided_rate: 5%}}", record))
    assert "the decision on 2024-07-01, before the review on 2024-07-02" in said


def test_a_horizon_that_ends_before_it_begins_is_refused() -> None:
    (said,) = faults(("to: 2025-12-31", "to: 2023-12-31"))
    assert "horizon.to: contradictory dates" in said


def test_a_window_needs_days_of_a_year_and_a_budget_years() -> None:
    (said,) = faults(("from: 06-01", "from: 13-01"))
    assert "'13-01' is no day of a year; expected month and day such as 06-30" in said
    (said,) = faults(("{appropriated: 250万}", "{years: {next: 1万}}"))
    assert "'next' is not a year" in said


def test_the_id_of_a_promotion_is_taken() -> None:
    (said,) = faults(
        ("{id: C3,", "{id: C1.2,"),
        ("facts: {decided_rate: 5%}}", "facts: {decided_rate: 5%}, promoted: {on: 2024-07-01, facts: {}}}"),
    )
    assert "the id 'C1.2' belongs to a promotion of another claim" in said


def test_an_event_nobody_waits_for_is_said() -> None:
    text = TEXT.replace("object: X,", "object: X, events: {lnaded: 2024-07-01},")
    found = [each.say("en") for each in loaded(text).warnings]
    assert any("no stage of this clause waits for lnaded" in each for each in found)
