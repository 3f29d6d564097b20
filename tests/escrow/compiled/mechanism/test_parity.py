"""The compiled mechanism writes the tape of the readable one, row for row."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from escrow.compiled.refuse import UnsupportedPolicy, unsupported
from escrow.compiled.tape import tape
from escrow.processes.pins import PinContradiction
from escrow.processes.simulate import simulate
from scenarios.prepare import prepare
from scenarios.spec import SpecProblem, library_names, open_scenario
from tests.escrow.compiled.mechanism.dense import district
from tests.escrow.compiled.mechanism.twins import library_source, setting_of, twins
from tests.escrow.processes.stories import but, insured, scenario, success
from tests.escrow.processes.worlds import told, worlds

SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
@settings(SLOW, max_examples=120)
@given(seed=st.integers(0, 10**9))
def test_districts_under_random_policies_have_one_tape(seed: int) -> None:
    try:
        setting = setting_of(district(seed, filings=20))
    except SpecProblem:
        return
    found = twins(setting)
    assert found.parted is None, (seed, found.parted, found.error)


@pytest.mark.slow
@settings(SLOW, max_examples=60)
@given(world=worlds())
def test_worlds_in_which_everything_is_known_have_one_tape(world: Any) -> None:
    found = twins(setting_of(told(world)))
    assert found.parted is None, (found.parted, found.error)


@pytest.mark.slow
@pytest.mark.parametrize("name", library_names())
def test_every_supported_scenario_of_the_library_has_one_tape(name: str) -> None:
    source = library_source(name)
    if source is None:
        return
    setting = prepare(open_scenario(source).scenario).setting
    if unsupported(setting):
        with pytest.raises(UnsupportedPolicy):
            tape(setting)
    else:
        assert twins(setting).parted is None


def test_what_is_not_supported_is_refused_by_name() -> None:
    setting = setting_of(scenario(success(), as_of="2025-06-01"))
    with pytest.raises(UnsupportedPolicy) as caught:
        tape(setting)
    refused = "the compiled engine does not support as_of (a run that goes on from a day)"
    assert caught.value.say("en") == refused
    assert caught.value.say("zh") == "编译引擎不支持：as_of（以某日为界重算）"


def test_dates_that_contradict_are_told_as_the_readable_engine_tells_them() -> None:
    short = {"opening_balances__risk_pool": "100万"}
    top_up = [{"date": "2025-07-01", "amount": "500万"}]
    setting = setting_of(but(scenario(success()), **short, portfolio__pool_topups=top_up))
    with pytest.raises(PinContradiction) as expected:
        simulate(setting)
    with pytest.raises(PinContradiction) as caught:
        tape(setting)
    assert caught.value.say("en") == expected.value.say("en")


def test_an_insured_project_of_known_days_has_one_tape() -> None:
    setting = setting_of(scenario(success(insurance=insured()), success("P2")))
    assert tape(setting) == simulate(setting)
