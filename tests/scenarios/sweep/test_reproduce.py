"""Any replication can be run again, and a failed one is kept with its reason."""

from pathlib import Path

import pytest

from escrow.behaviour.quantile import IntArray
from escrow.processes.scheme import Setting
from escrow.processes.simulate import simulate
from escrow.tape import Row
from ledger.problem import Problem
from ledger.text import Text
from scenarios.prepare import prepare
from scenarios.sweep import Place, by_simpy, open_results, reproduce, scenario_at, sweep
from scenarios.sweep.dataset import Dataset
from scenarios.sweep.page import worth_a_look
from scenarios.sweep.problems import NoSuchPoint, NoSuchReplication
from scenarios.sweep.summary import summary
from tests.scenarios.sweep.conftest import ONE, small


@pytest.mark.parametrize(("point", "replication"), [(0, 0), (1, 7), (3, 11)])
def test_outcomes_are_those_that_were_kept(kept: Path, point: int, replication: int) -> None:
    place = Place(kept, point, replication)
    found = reproduce(place, prepare(scenario_at(place).scenario, replication=replication))
    assert found.kept is not None
    assert found.differences == {}
    assert found.kept["filed"] > 0


def test_the_scenario_of_a_point_carries_its_values(kept: Path) -> None:
    scenario = scenario_at(Place(kept, 3, 0)).scenario
    assert (scenario.overrides["deposit_rate"], scenario.overrides["pool_size"]) == ("20%", "1亿")


def test_a_difference_is_named(kept: Path) -> None:
    other = prepare(scenario_at(Place(kept, 0, 0)).scenario, replication=1)
    assert "filed" in reproduce(Place(kept, 0, 0), other).differences


def test_a_point_or_replication_that_is_not_there_is_refused(kept: Path) -> None:
    with pytest.raises(NoSuchPoint, match="only 0 to 3"):
        scenario_at(Place(kept, 4, 0))
    with pytest.raises(NoSuchReplication, match="only 0 to 11"):
        scenario_at(Place(kept, 0, 12))


class Contradiction(Problem):
    """A fault for the test."""

    message = Text("矛盾", "it contradicts itself")


def test_a_failed_replication_is_recorded_and_the_rest_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def failing(setting: Setting) -> list[Row]:
        if setting.world.replication == 2:
            raise Contradiction
        return simulate(setting)

    monkeypatch.setattr(by_simpy, "simulate", failing)
    done = sweep(small("deposit_rate=10%,20%", replications=4), tmp_path / "s", ONE)
    assert [(each.point, each.replication) for each in done.failures] == [(0, 2), (1, 2)]
    results = open_results(done.folder)
    assert results.valid.tolist() == [[True, True, False, True]] * 2
    assert _column(results.outcomes("filed")["filed"])[2] == 0
    data = Dataset(done.folder, results.manifest, 2)
    assert data.failures()[0] == {
        "point": 0,
        "replication": 2,
        "problem": "Contradiction: it contradicts itself",
    }


def test_an_unforeseen_fault_costs_one_replication_and_is_the_one_to_look_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(setting: Setting) -> list[Row]:
        if setting.world.replication == 1:
            raise IndexError("list index out of range")
        return simulate(setting)

    monkeypatch.setattr(by_simpy, "simulate", broken)
    done = sweep(small("deposit_rate=10%,20%", replications=3), tmp_path / "s", ONE)
    assert {each.problem for each in done.failures} == {"IndexError: list index out of range"}
    results = open_results(done.folder)
    assert worth_a_look(results) == (0, 1)
    assert [row.failed for row in summary(results)] == [1, 1]


def _column(values: IntArray) -> list[int]:
    found: list[int] = values[0].tolist()
    return found
