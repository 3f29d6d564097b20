"""The draws follow what was stated: 20,000 cells with a fixed seed, so the test never wavers."""

import numpy as np
import pytest

from escrow.behaviour import PURPOSES, Behaviour, Chance, QuantileTable, Spread
from escrow.behaviour.quantile import ONE
from escrow.tape import Cause
from escrow.world import build_world
from escrow.world.columns import ENDED, MISSED, RECTIFY
from tests.escrow.world.plans import many, project

COUNT = 20_000
DISTRICT = Behaviour.district()
WORLD = build_world(many(COUNT, stages=1), DISTRICT, 42, 0)
FIRST = {name: column[:, 0, 0] for name, column in WORLD.stage.items()} | WORLD.project
PUT_TOGETHER = {"score", "loan_defaults", "missed", "passed", "insured", "work_days"}
TABLES = [n for n, d in DISTRICT.draws.items() if isinstance(d, QuantileTable) and n not in PUT_TOGETHER]
CHANCES = [n for n, d in DISTRICT.draws.items() if isinstance(d, Chance) and n not in PUT_TOGETHER]


def near(share: float, wanted: float) -> bool:
    """Within four standard errors of a share of 20,000."""
    return bool(abs(share - wanted) <= 4 * (wanted * (1 - wanted) / COUNT) ** 0.5)


@pytest.mark.parametrize("name", TABLES)
def test_the_stated_quantiles_are_met(name: str) -> None:
    table = DISTRICT.table(name)
    column = FIRST[name]
    assert table.lowest <= column.min() <= column.max() <= table.highest
    for value in {value for _, value in table.knots}:
        assert near((column < value).mean(), table.below(value) / ONE), (name, value)


@pytest.mark.parametrize("name", CHANCES)
def test_the_stated_chances_are_met(name: str) -> None:
    assert near(FIRST[name].mean(), DISTRICT.chance(name).at / ONE)


def test_insuring_keeps_its_chance_although_it_shares_the_risk() -> None:
    assert near(FIRST["insured"].mean(), 0.15)
    insured = FIRST["insured"] == 1
    assert FIRST["risk"][insured].mean() > FIRST["risk"][~insured].mean() + 20


def test_more_than_half_of_the_work_is_on_plan() -> None:
    late = FIRST["work_days"] - 200
    assert near((late == 0).mean(), 0.55)
    assert late[late > 0].min() >= 15
    assert abs(int(np.median(late[late > 0])) - 98) <= 3


@pytest.mark.parametrize("spread", [Spread(60, 50, 30), Spread()])
def test_outcomes_average_to_what_was_stated(spread: Spread) -> None:
    # A platform and an enterprise for each project, else the effects of a few would not average out.
    plans = [project(f"P{i}", f"E{i}", f"PL{i}", stages=1) for i in range(COUNT)]
    outcome = build_world(plans, DISTRICT.but(spread=spread), 42, 0).stage["outcome"][:, 0, 0]
    assert near(np.isin(outcome, (MISSED, ENDED)).mean(), 0.06)
    assert near((outcome == RECTIFY).mean(), 0.12)


def test_risky_projects_fail_more_often() -> None:
    risk, outcome = FIRST["risk"], FIRST["outcome"]
    failed = np.isin(outcome, (MISSED, ENDED))
    assert failed[risk > 50].mean() > 2 * failed[risk < -50].mean()


def test_stages_of_a_risky_platform_fail_together() -> None:
    world = build_world(many(COUNT, 1), DISTRICT.but(spread=Spread(platform=150)), 3, 0)
    failed = np.isin(world.stage["outcome"][:, 0, 0], (MISSED, ENDED))
    shares = [failed[world.project["platform"] == p].mean() for p in range(7)]
    assert max(shares) > 3 * min(shares)


def test_causes_are_split_as_stated_and_force_majeure_is_nobodys_fault() -> None:
    causes = np.bincount(FIRST["cause"], minlength=6) / COUNT
    for cause, share in ((Cause.TECHNICAL, 0.55), (Cause.PLATFORM, 0.25), (Cause.ENTERPRISE, 0.15)):
        assert near(causes[cause], share)
    ended = FIRST["outcome"] == ENDED
    assert set(FIRST["cause"][ended].tolist()) == {int(Cause.FORCE_MAJEURE)}


def test_three_quarters_pass_the_review_and_score_at_least_sixty() -> None:
    passed = FIRST["passed"] == 1
    assert near(passed.mean(), 0.75)
    assert FIRST["score"][passed].min() >= 60
    assert FIRST["score"][~passed].max() < 60


def test_falsification_is_found_at_review_at_the_audit_or_never() -> None:
    found = FIRST["falsified_days"]
    assert near((found == 0).mean(), 0.02 * 0.1)
    assert near((found > 0).mean(), 0.02 * 0.9 * 0.4)
    assert found[found > 0].min() >= 200


def test_every_purpose_is_looked_at() -> None:
    assert {*TABLES, *CHANCES, *PUT_TOGETHER, "cause"} >= set(PURPOSES)
