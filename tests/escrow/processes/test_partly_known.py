"""Portfolios of which a part is known: no gap in a true record makes a contradiction, and the laws hold."""

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from escrow.tape import Kind
from tests.escrow.processes.kit import run
from tests.escrow.processes.stories import Table
from tests.escrow.processes.test_random_worlds import PHASES, check, readings
from tests.escrow.processes.worlds import told, worlds

DAYS = ("approved_on", "deposit_on", "pool_paid_on", "premium_subsidy_on")
STEPS = ("reached", "date", "balance_on", "released_on", "next_payment_on", "next_payment", "forfeited_on")
# Readings that change what a file may say, so that a record written for the defaults need not load.
OF_THE_FILE = ("equipment_in_instalments", "step_order")


@st.composite
def portfolios(draw: Any) -> Table:
    """A fully known world with holes, some of them seen from an as-of day."""
    made = told(draw(worlds()))
    chance = draw(st.randoms(use_true_random=False))
    for listed in made["portfolio"]["projects"]:
        _forget(listed["record"], chance)
    made["behaviour"] = draw(st.sampled_from(["certain", "district"]))
    as_of = draw(st.sampled_from([None, "2025-06-01", "2025-12-01", "2026-06-01"]))
    return made if as_of is None else {**made, "as_of": as_of}


def _forget(record: Table, chance: Random) -> None:
    """Lose two of five facts, and perhaps everything from some stage on."""
    for name in DAYS:
        if chance.random() < 0.4:
            record.pop(name, None)
    for stage in record["stages"]:
        for name in STEPS:
            if chance.random() < 0.4 and stage.get(name) != "none":
                stage.pop(name, None)
    if chance.random() < 0.5:
        record["stages"] = record["stages"][: chance.randrange(len(record["stages"]) + 1)]


@pytest.mark.slow
@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(portfolios())
def test_a_record_with_holes_never_contradicts_itself(portfolio: Table) -> None:
    check(run(portfolio))


@pytest.mark.slow
@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(portfolios(), readings)
def test_the_laws_hold_under_any_reading(portfolio: Table, chosen: dict[str, str]) -> None:
    kept = {name: option for name, option in chosen.items() if name not in OF_THE_FILE}
    check(run({**portfolio, "readings": kept}))


@pytest.mark.slow
@settings(max_examples=40, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(portfolios())
def test_a_known_release_is_paid_on_its_day_or_its_project_never_got_there(portfolio: Table) -> None:
    ran = run({**portfolio, "readings": {"milestone_overrun": "plan_only"}})
    released = {(row[3], row[4]): row[0] for row in ran.rows(Kind.RELEASED)}
    for serial, plan in enumerate(ran.prepared.world.plans):
        for number, stage in enumerate(plan.stages, 1):
            if stage.pins.release_day and (serial, number) in released:
                assert released[serial, number] == stage.pins.release_day
