"""The reduction says what the measures say: of the library's scenarios and of random districts."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import scenarios
from escrow.compiled.outcomes.names import F
from escrow.compiled.outcomes.plan import fan_days
from scenarios.prepare import iso
from scenarios.spec import library_names
from tests.escrow import oracle
from tests.escrow.compiled.outcomes.kit import Told, agrees, at_evening, told
from tests.escrow.processes.kit import Ran, run, run_text
from tests.escrow.processes.stories import Table
from tests.escrow.processes.test_random_worlds import districts
from tests.escrow.processes.worlds import told as scenario_of
from tests.escrow.processes.worlds import worlds

LIBRARY = Path(scenarios.__file__).parent / "library"
SCHEME = library_names("anxinbao/scenario@1")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)


def test_the_pool_and_the_exposure_by_day_are_those_of_the_measures() -> None:
    met = _told(story("pool-runs-dry"))
    fan, exposed = met.reduced.fan, {point.day: point.total_fen for point in met.metrics.exposure}
    evenings = list(enumerate(fan_days(met.prepared.setting)))
    for point, day in evenings:
        assert at_evening(fan, F.POOL_FEN, point) == met.metrics.pool.at(day)
    seen = {day: at_evening(fan, F.EXPOSURE_FEN, point) for point, day in evenings if day in exposed}
    assert seen
    assert seen == {day: exposed[day] for day in seen}


def test_the_escrow_by_day_is_what_the_ledger_holds_in_custody() -> None:
    ran = story("worked-success")
    fan, days = told(ran.prepared, ran.tape).reduced.fan, fan_days(ran.prepared.setting)
    for point in range(0, len(days), 5):
        held = ran.accounts(iso(days[point]))
        in_custody = sum(fen for name, fen in held.items() if name.startswith("custody/"))
        assert at_evening(fan, F.ESCROW_FEN, point) == in_custody


@pytest.mark.slow
@pytest.mark.parametrize("name", SCHEME)
def test_a_library_scenario_comes_to_the_same(name: str) -> None:
    agrees(_told(story(name)))


@pytest.mark.slow
@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(districts())
def test_a_random_district_comes_to_the_same(district: Table) -> None:
    agrees(_told(run(district)))


@pytest.mark.slow
@settings(max_examples=40, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(worlds())
def test_a_world_in_which_all_is_known_comes_to_the_same(world: oracle.World) -> None:
    agrees(_told(run(scenario_of(world))))


def _told(ran: Ran) -> Told:
    return told(ran.prepared, ran.tape)


def story(name: str) -> Ran:
    """A scenario of the library, run."""
    return run_text(Path(LIBRARY, f"{name}.yaml").read_text(encoding="utf-8"))
