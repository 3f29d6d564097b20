"""Points tried on a real scenario: run in memory, refused with the scenario's own words."""

from escrow.catalogue import load_policy
from ledger.text import Text
from scenarios.analysis.readings import price
from scenarios.analysis.trial import Trial
from scenarios.sweep import How


def trial(said: list[Text] | None = None) -> Trial:
    heard = said if said is not None else []
    return Trial("worked-failure", replications=2, how=How("simpy", 1), tell=heard.append)


def test_points_are_run_in_the_order_asked() -> None:
    found = trial().run([{}, {"cost_share_rate": "20%"}])
    paid = found.outcomes("cost_share_fen")["cost_share_fen"]
    assert paid.shape == (2, 2)
    assert (paid[1] * 3 == paid[0] * 2).all()


def test_what_a_scenario_refuses_is_said_in_both_languages() -> None:
    assert trial().refused({"cost_share_rate": "20%"}) is None
    why = trial().refused({"cost_share_rate": "200%"})
    assert why is not None
    assert "200%" in why.zh
    assert "200%" in why.en


def test_no_reading_of_the_scheme_is_taken_for_something_else() -> None:
    resolved = load_policy("xiaoshan-anxinbao").resolve()
    district = Trial("baseline")
    refused = [
        name
        for name, reading in resolved.policy.readings.items()
        for option in reading.options
        if district.refused({f"readings.{name}": option}) is not None
    ]
    assert refused == []


def test_a_worked_project_prices_its_readings_exactly() -> None:
    resolved = trial().opened()[1]
    found = price(resolved, trial().run, trial().refused, ["after_failure", "cap_year"])
    assert found.replications == 2
    assert found.impossible == ()
    assert all(gap.estimate.error == 0 for each in found.options for gap in each.differences)
