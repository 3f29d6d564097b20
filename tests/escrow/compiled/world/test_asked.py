"""What the sampler leaves out is never asked: the readable engine's questions under random policies."""

import json
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings

from escrow.compiled.columns import D
from escrow.compiled.pack import pack_worlds
from escrow.processes.scheme import Scheme, Setting
from escrow.processes.simulate import simulate
from scenarios.prepare import prepare
from scenarios.spec import Scenario, Source, open_scenario
from tests.escrow.compiled.world.comparing import asked_cells
from tests.escrow.processes.stories import Table
from tests.escrow.processes.test_random_worlds import districts

Cell = tuple[int, int, int, int]  # project, stage, try, column


def questions(setting: Setting) -> set[Cell]:
    """Every cell of a stage that the readable engine looks at."""
    seen: set[Cell] = set()
    answer = Scheme.draw

    def spy(self: Scheme, serial: int, purpose: str, stage: int = 0, occurrence: int = 1) -> int:
        if stage:
            seen.add((serial, stage - 1, occurrence - 1, D[purpose.upper()]))
        return answer(self, serial, purpose, stage, occurrence)

    with patch.object(Scheme, "draw", spy):
        simulate(setting)
    return seen


def check(scenario: Scenario) -> None:
    """Ask under a scenario without its as-of day, of which the compiled engine knows nothing."""
    prepared = prepare(scenario.model_copy(update={"as_of": None}))
    setting, stated = prepared.setting, len(prepared.scenario.portfolio.projects)
    block, tries = pack_worlds([setting]).block, 2 if setting.terms.read.after_failure(1) else 1
    asked = [asked_cells(block, 0, i, tries, i < stated) for i in range(block.count[0])]
    for i, stage, attempt, column in questions(setting):
        assert asked[i][stage, attempt, column], (i, stage, attempt, D(column).name)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(districts())
def test_no_policy_asks_for_a_cell_that_is_not_drawn(scenario: Table) -> None:
    text = json.dumps({**scenario, "as_of": None}, ensure_ascii=False)
    check(open_scenario(Source(text, "test.yaml", "test")).scenario)


@pytest.mark.parametrize("name", ["worked-failure", "milestone-failures", "debarment", "trial-ends"])
def test_known_projects_are_asked_only_what_is_drawn(name: str) -> None:
    check(open_scenario(name).scenario)
