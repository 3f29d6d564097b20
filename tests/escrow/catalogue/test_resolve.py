"""Presets, readings and overrides, one upon the other; what is refused names what would do."""

import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.catalogue import load_policy
from escrow.catalogue.problems import (
    BadValue,
    FactNotReading,
    UnknownOption,
    UnknownParameter,
    UnknownPreset,
    UnknownReading,
)
from ledger.problem import Problem

POLICY = load_policy()


def test_literal_is_every_default() -> None:
    literal = POLICY.resolve()
    assert literal.readings == {key: each.default for key, each in POLICY.readings.items()}
    assert (literal.overridden, literal.hypothetical) == ((), False)


def test_a_single_reading_comes_on_top_of_the_preset() -> None:
    chosen = POLICY.resolve("practice", {"pool_repayment": "none"})
    assert chosen.readings["pool_repayment"] == "none"
    assert chosen.readings["pool_form"] == "budget_quota"


def test_a_preset_sets_tables_too() -> None:
    parameters = POLICY.resolve("prudent").parameters
    assert parameters["audit_calendar"] == {"reported": "06-30", "paid": "10-15"}
    assert parameters["cash_window"] == {"closed_from": "12-20", "closed_to": "01-20"}


def test_an_open_parameter_may_be_given_as_a_reading() -> None:
    chosen = POLICY.resolve("practice", {"cash_window": "always open", "deposit_rate": "15%"})
    assert chosen.parameters["cash_window"] == {"closed_from": None, "closed_to": None}
    assert chosen.parameters["deposit_rate"] == Fraction(3, 20)


def test_a_yes_or_no_of_another_yaml_reader_still_counts() -> None:
    assert POLICY.resolve(readings={"premium_in_cap": True}).readings["premium_in_cap"] == "yes"


def test_an_override_of_a_printed_number_is_hypothetical() -> None:
    amended = POLICY.resolve(overrides={"cost_share_cap": "500万"})
    assert amended.parameters["cost_share_cap"] == 500_000_000
    assert (amended.overridden, amended.hypothetical) == (("cost_share_cap",), True)


def test_an_override_of_an_open_number_is_not_hypothetical() -> None:
    chosen = POLICY.resolve(overrides={"deposit_rate": "20%"})
    assert (chosen.overridden, chosen.hypothetical) == (("deposit_rate",), False)


def test_an_override_with_the_same_value_changes_nothing() -> None:
    same = POLICY.resolve(overrides={"cost_share_cap": 3_000_000})
    assert (same.overridden, same.hypothetical) == ((), False)
    assert same.digest == POLICY.resolve().digest


def test_a_higher_floor_lifts_the_rate_that_stands_on_it() -> None:
    amended = POLICY.resolve(overrides={"deposit_rate_min": "20%"})
    assert amended.parameters["deposit_rate"] == Fraction(1, 5)
    assert amended.overridden == ("deposit_rate", "deposit_rate_min")


def test_a_rate_asked_for_below_its_floor_is_refused() -> None:
    with pytest.raises(BadValue) as refused:
        POLICY.resolve(overrides={"deposit_rate": "5%"})
    assert refused.value.advise("en") == (
        "expected at least deposit_rate_min (10%); to go lower, override that one too"
    )


def test_a_rate_may_go_below_when_its_floor_goes_too() -> None:
    amended = POLICY.resolve(overrides={"deposit_rate": "5%", "deposit_rate_min": "5%"})
    assert amended.parameters["deposit_rate"] == Fraction(1, 20)


def test_the_trial_cannot_end_before_it_begins() -> None:
    with pytest.raises(BadValue, match="trial_to"):
        POLICY.resolve(overrides={"trial_to": "2025-03-08"})


def test_one_column_of_a_table_is_overridden_alone() -> None:
    amended = POLICY.resolve(overrides={"fees_and_interest.audit_fee": "2.5万"})
    assert amended.parameters["fees_and_interest"] == {
        "escrow_interest_rate": Fraction(0), "operator_fee_rate": Fraction(0), "audit_fee": 2_500_000,
    }  # fmt: skip


def test_a_table_override_keeps_the_columns_not_given() -> None:
    amended = POLICY.resolve(overrides={"audit_calendar": {"paid": "03-31"}})
    assert amended.parameters["audit_calendar"] == {"reported": "02-13", "paid": "03-31"}


def test_both_ends_of_a_window_are_columns_of_one_override() -> None:
    with pytest.raises(BadValue, match="cash_window"):
        POLICY.resolve(overrides={"cash_window.closed_from": "12-20"})


REFUSED: tuple[tuple[dict[str, Any], type[Problem], str], ...] = (
    ({"preset": "prudnt"}, UnknownPreset, "did you mean prudent?"),
    ({"readings": {"pool_repaymnt": "none"}}, UnknownReading, "did you mean pool_repayment"),
    ({"readings": {"pool_repayment": "after_success"}}, UnknownOption, "did you mean after_last_success"),
    ({"readings": {"pool_scope": 1}}, UnknownOption, "known: once_per_project, each_stage."),
    ({"overrides": {"cost_share": "30%"}}, UnknownParameter, "did you mean cost_share_cap"),
    ({"overrides": {"audit_calendar.reprted": "01-01"}}, UnknownParameter, "did you mean audit_calendar.rep"),
    ({"overrides": {"cost_share_rate.x": "1"}}, UnknownParameter, "did you mean cost_share_rate"),
    ({"overrides": {"cost_share_rate": 0.3}}, BadValue, "expected a rate such as 30%"),
    ({"overrides": {"cost_share_rate": 30}}, BadValue, "expected a rate such as 30%"),
    ({"overrides": {"cost_share_rate": "130%"}}, BadValue, "expected at most 100%"),
    ({"overrides": {"cost_share_cap": 3e6}}, BadValue, "expected money such as 300万"),
    ({"overrides": {"cost_share_cap": "-300万"}}, BadValue, "expected money such as 300万"),
    ({"overrides": {"milestone_max_years": 0}}, BadValue, "expected at least 1"),
    ({"overrides": {"audit_calendar": {"paid": "02-30"}}}, BadValue, "expected month and day"),
    ({"overrides": {"audit_calendar": "whenever"}}, BadValue, "expected a table with the columns"),
    ({"overrides": {"district_budget.short": "cut"}}, BadValue, "expected trim | prorate | defer"),
    ({"overrides": {"cost_share_cap": "none"}}, BadValue, "expected money such as 300万"),
    ({"readings": {"guaranteed_loan": "on"}}, FactNotReading, "state it on the project"),
    ({"overrides": {"guaranteed_loan": "on"}}, FactNotReading, "state it on the project"),
)


@pytest.mark.parametrize(("asked", "problem", "advice"), REFUSED)
def test_what_cannot_be_is_refused_with_advice(
    asked: dict[str, Any], problem: type[Problem], advice: str
) -> None:
    with pytest.raises(problem) as refused:
        POLICY.resolve(**asked)
    assert refused.value.advise("en").startswith(advice)
    assert refused.value.say("zh") != refused.value.say("en")
    assert refused.value.exit_code == 2


def test_the_normal_form_binds_four_things_only() -> None:
    normal = POLICY.resolve("practice").normal()
    assert set(normal) == {"policy", "parameters", "readings", "calendar"}
    assert normal["calendar"] == POLICY.calendar.digest
    assert set(normal["parameters"]) == set(POLICY.parameters)
    assert normal["parameters"]["cost_share_rate"] == [3, 10]


def test_the_same_answers_have_the_same_digest_by_any_road() -> None:
    practice = POLICY.resolve("practice")
    by_hand = POLICY.resolve("literal", dict(POLICY.presets["practice"]))
    assert by_hand.digest == practice.digest != POLICY.resolve().digest


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict | list):
        return [
            leaf for each in (value.values() if isinstance(value, dict) else value) for leaf in _leaves(each)
        ]
    return [value]


def test_the_normal_form_holds_integers_and_text_only() -> None:
    assert {type(leaf) for leaf in _leaves(POLICY.resolve("prudent").normal())} == {int, str}


def test_a_resolved_policy_can_be_sent_to_a_worker() -> None:
    resolved = POLICY.resolve("prudent", overrides={"pool_size": "2亿"})
    assert pickle.loads(pickle.dumps(resolved)).normal() == resolved.normal()


@given(st.integers(min_value=0, max_value=10**12))
def test_any_whole_yuan_can_be_the_pool(yuan: int) -> None:
    assert POLICY.resolve(overrides={"pool_size": yuan}).parameters["pool_size"] == yuan * 100


def test_values_are_those_of_the_day() -> None:
    parameter = POLICY.parameters["cost_share_rate"]
    assert parameter.value_on(date(2025, 3, 9)) == parameter.value_on(date(2030, 1, 1)) == Fraction(3, 10)
