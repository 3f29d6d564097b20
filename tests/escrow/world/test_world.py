"""Worlds: golden, and moved by nothing but what they were asked for."""

import os
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
import pytest

from escrow.behaviour import Behaviour, Chance, Group, QuantileTable, Shared
from escrow.world import World, build_world, unit_of
from tests.escrow.world.plans import many, project

DISTRICT = Behaviour.district()
PROBE = (
    "from escrow.behaviour import Behaviour\n"
    "from escrow.world import build_world\n"
    "from tests.escrow.world.plans import many\n"
    "print(build_world(many(6), Behaviour.district(), 20250309, 3).digest())\n"
)


def same(one: World, other: World, projects: int, stages: int) -> None:
    """Every draw of the first projects and stages is equal."""
    named = {"enterprise", "platform", "insurer"}
    for name in set(one.project) - named:
        assert np.array_equal(one.project[name][:projects], other.project[name][:projects]), name
    for name in one.stage:
        mine, theirs = one.stage[name][:projects, :stages], other.stage[name][:projects, :stages]
        assert np.array_equal(mine, theirs), name


def test_digests_are_golden() -> None:
    world = build_world(many(6), DISTRICT, 20250309, 3)
    assert world.digest() == "04396bbb7cdf901cc050c68fdd36b2ddf976dd1ab5d107f20871ae7e2b8bb52a"
    assert world.project["pool_days"].tolist() == [21, 40, 33, 45, 36, 26]
    assert world.stage["work_days"][0].tolist() == [[248, 277], [200, 296], [282, 301]]
    assert world.project["risk"].tolist() == [139, -17, -9, -26, 213, -4]


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_hash_seed_of_the_process_changes_nothing(seed: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROBE],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == build_world(many(6), DISTRICT, 20250309, 3).digest()


def test_adding_a_project_moves_nothing() -> None:
    small = build_world(many(5), DISTRICT, 1, 0)
    larger = build_world([*many(5), project("NEW", "E1", "PL3")], DISTRICT, 1, 0)
    same(small, larger, 5, 3)


def test_the_order_of_the_projects_moves_nothing() -> None:
    plans = many(5)
    forward, backward = (build_world(p, DISTRICT, 1, 0) for p in (plans, plans[::-1]))
    for name in ("deposit_days", "passed", "risk"):
        assert forward.project[name].tolist() == backward.project[name].tolist()[::-1]


def test_a_project_with_more_stages_moves_nothing() -> None:
    small = build_world(many(5), DISTRICT, 1, 0)
    larger = build_world([*many(5), project("LONG", stages=8)], DISTRICT, 1, 0)
    same(small, larger, 5, 3)


@pytest.mark.parametrize(
    ("change", "moved"),
    [
        (lambda b: b.but({"deposit_days": QuantileTable.constant(4)}), {"deposit_days"}),
        (lambda b: b.but({"missed": Chance.of("30%")}), {"missed", "outcome"}),
        (lambda b: b.but(shared={"next_days": Shared(Group.ENTERPRISE, Chance.of("50%"))}), {"next_days"}),
    ],
)
def test_changing_one_purpose_moves_no_other(
    change: Callable[[Behaviour], Behaviour], moved: set[str]
) -> None:
    before, after = (build_world(many(40), b, 1, 0).digests() for b in (DISTRICT, change(DISTRICT)))
    assert {name.split(".")[1] for name in before if before[name] != after[name]} == moved


def test_replications_and_seeds_are_different_worlds() -> None:
    worlds = {build_world(many(3), DISTRICT, s, r).digest() for s in range(3) for r in range(3)}
    assert len(worlds) == 9


def test_without_behaviour_everything_goes_well_and_as_documented() -> None:
    world = build_world(many(4), Behaviour.certain(), 5, 0)
    assert world.stage["work_days"].tolist() == [[[200, 200]] * 3] * 4
    assert not world.stage["outcome"].any()
    assert world.project["passed"].all()
    assert world.project["deposit_comes"].all()
    assert set(world.project["falsified_days"].tolist()) == {-1}
    assert world.plans == tuple(many(4))


def test_parties_are_numbered_by_first_appearance() -> None:
    plans = [project("A", "E9", "PL2"), project("B", "E1", "PL2"), project("C", "E9", "PL1")]
    world = build_world(plans, DISTRICT, 1, 0)
    assert world.ids == ("A", "B", "C")
    assert world.enterprises == ("E9", "E1")
    assert world.project["enterprise"].tolist() == [0, 1, 0]
    assert world.project["platform"].tolist() == [0, 0, 1]


def test_every_column_is_whole_and_has_a_unit_and_a_shape() -> None:
    world = build_world(many(4), DISTRICT, 5, 0)
    for name, column in world.project.items():
        assert (str(column.dtype), column.shape) == ("int64", (4,)), name
        assert unit_of(name)
    for name, column in world.stage.items():
        assert (str(column.dtype), column.shape) == ("int64", (4, 3, 2)), name
        assert unit_of(name)


def test_an_empty_portfolio_is_a_world_too() -> None:
    world = build_world([], DISTRICT, 1, 0)
    assert world.ids == ()
    assert world.stage["outcome"].shape == (0, 1, 2)


def test_two_hundred_projects_of_five_stages_take_a_few_milliseconds() -> None:
    plans = many(200, stages=5)
    build_world(plans, DISTRICT, 1, 0)
    taken = []
    for replication in range(7):
        start = time.process_time_ns()
        build_world(plans, DISTRICT, 1, replication)
        taken.append(time.process_time_ns() - start)
    # About 4 ms; the bound only notices when it becomes another kind of work.
    assert min(taken) < 40_000_000
