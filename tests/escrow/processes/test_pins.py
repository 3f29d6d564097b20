"""Known dates that cannot hold end the run with both dates, before anything is written."""

import json
from pathlib import Path

import pytest

from escrow.processes.pins import PinContradiction
from escrow.tape import Kind
from scenarios.run import run as keep
from scenarios.spec import Source, SpecProblem, open_scenario
from tests.escrow.processes.kit import run
from tests.escrow.processes.stories import Table, but, missed, project, reached, scenario, success

SHORT = {"opening_balances__risk_pool": "100万"}


def topped_up(on: str) -> Table:
    """A pool that cannot pay before a day, and a milestone known to be reached on 2025-06-30."""
    top_up = [{"date": on, "amount": "500万"}]
    return but(scenario(success()), **SHORT, portfolio__pool_topups=top_up)


def test_a_milestone_before_the_pool_could_pay_is_a_contradiction() -> None:
    with pytest.raises(PinContradiction) as found:
        run(topped_up("2025-07-01"))
    said = found.value.say("en")
    assert all(part in said for part in ("P1", "record.stages[0].date", "2025-06-30", "2025-07-01"))


def test_a_pool_that_can_pay_in_time_holds_no_contradiction() -> None:
    assert run(topped_up("2025-06-30")).balances()["platform:PL1"] == 600_000_000


def test_a_deposit_before_the_number_of_the_next_year_is_a_contradiction() -> None:
    pair = scenario(success("P0", enterprise="E2"), success())
    fixed = {"selection_rule": "fixed_number"}
    with pytest.raises(PinContradiction) as found:
        run(but(pair, readings=fixed, overrides={"selection_number": 1}))
    said = found.value.say("zh")
    assert all(part in said for part in ("P1", "record.deposit_on", "2025-04-01", "2026-01-01"))


def test_a_contradiction_leaves_no_ledger_and_no_folder(tmp_path: Path) -> None:
    text = json.dumps(topped_up("2025-07-01"))
    told = open_scenario(Source(text, "x.yaml", "x")).scenario
    with pytest.raises(PinContradiction):
        keep(told, out=tmp_path / "out", ledger=f"sqlite:///{tmp_path / 'x.db'}")
    assert list(tmp_path.iterdir()) == []


def test_dates_of_the_file_that_exclude_each_other_name_both() -> None:
    wrong = but(scenario(success()), portfolio__projects__0__record__deposit_on="2025-03-27")
    with pytest.raises(SpecProblem) as found:
        run(wrong)
    assert all(part in str(found.value) for part in ("2025-03-27", "2025-03-28", "deposit_on"))


def test_an_unknown_date_never_lies_beyond_a_known_later_one() -> None:
    # Drawn, review and notice would come after the deposit of 1 April.
    known = but(project(), record={"deposit_on": "2025-04-01"})
    ran = run(scenario(known, behaviour={"base": "district"}))
    days = ran.days(Kind.REVIEWED, Kind.APPROVED)
    assert len(days) == 2
    assert all(day <= "2025-04-01" for day in days)


def test_a_known_release_says_that_the_milestone_was_reached_in_time() -> None:
    known = but(project("P1", (300,)), record__stages=[{"released_on": "2025-07-10"}])
    ran = run(scenario(known, behaviour={"base": "district", "missed": "100%"}))
    assert ran.days(Kind.RELEASED) == ["2025-07-10"]


def test_a_known_subsidy_comes_after_the_notice_that_nobody_dated() -> None:
    known = but(project(insurance={"insurer": "I1", "premium": "24万", "bound_on": "2025-03-12"}))
    known["record"] = {"premium_subsidy_on": "2025-03-30"}
    ran = run(scenario(known))
    assert ran.days(Kind.APPROVED) == ["2025-03-30"]
    assert ran.days(Kind.PREMIUM_SUBSIDY_PAID) == ["2025-03-30"]


def test_pins_may_fall_on_holidays() -> None:
    known = success()
    known["record"]["stages"][1]["released_on"] = "2025-10-12"  # a Sunday after the holidays
    assert run(scenario(known)).days(Kind.RELEASED)[1] == "2025-10-12"


def test_the_dates_of_a_second_try_are_kept() -> None:
    again = {"reached": True, "date": "2025-11-20", "balance_on": "2025-11-21", "released_on": "2025-11-25"}
    first = missed("2025-09-01", "2025-09-10", next_payment_on="2025-09-15", next_payment="full", retry=again)
    known = project("P1", (200, 200, 200))
    known["record"]["stages"] = [
        reached(0, False),
        {**first, "retry": {**again, "next_payment_on": "2025-12-01"}},
    ]
    ran = run(scenario(known, readings={"after_failure": "retry_once"}))
    assert ran.days(Kind.DEPOSITED) == ["2025-04-01", "2025-07-15", "2025-09-15", "2025-12-01"]
    assert ran.days(Kind.RELEASED)[:2] == ["2025-07-10", "2025-11-25"]
    assert [row[5] for row in ran.rows(Kind.DEPOSITED)] == [20_000_000, 20_000_000, 200_000_000, 20_000_000]


@pytest.mark.parametrize("table", ["debarments", "platform_stops", "platform_falsifications"])
def test_what_befalls_a_party_without_a_project_does_nothing(table: str) -> None:
    who = {"debarments": {"enterprise": "E9"}}.get(table, {"platform": "PL9"})
    facts = {
        table: [{**who, "date": "2025-10-01"}],
        "enterprises": {"E9": {}},
        "platforms": {"PL9": {}},
    }
    ran = run(scenario(success(), portfolio=facts))
    assert ran.balances()["enterprise:E1"] == 720_000_000
