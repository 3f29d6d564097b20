"""What is open on the as-of day: the column's own uniform, above what has passed."""

from itertools import product

import pytest

from escrow.behaviour import Behaviour, Chance, Group, Level, QuantileTable, Shared, names
from escrow.behaviour.problems import UnknownPurpose
from escrow.world import build_world
from tests.escrow.world.plans import many

SHARED = {
    name: Shared(group, Chance.of("50%"))
    for name, group in (
        ("deposit_days", Group.ENTERPRISE),
        ("pool_days", Group.DISTRICT),
        ("balance_days", Group.PROJECT),
        ("work_days", Group.PLATFORM),
        ("next_days", Group.RISK),
    )
}
WORLD = build_world(many(8), Behaviour.district().but(shared=SHARED), 11, 4)


def days(level: Level) -> list[str]:
    return [n for n in names(level) if isinstance(WORLD.behaviour.draws[n], QuantileTable)]


def test_with_nothing_elapsed_a_project_draw_is_the_column() -> None:
    special = {"score", "bound_days"}  # put together from more than one draw
    for name, i in product(set(days(Level.PROJECT)) - special, range(8)):
        assert WORLD.beyond(name, i) == WORLD.project[name][i], name


def test_with_nothing_elapsed_a_stage_draw_is_the_column() -> None:
    for name, i, stage, occurrence in product(days(Level.STAGE), range(8), (1, 2, 3), (1, 2)):
        column = WORLD.stage[name][i, stage - 1, occurrence - 1]
        assert WORLD.beyond(name, i, stage, occurrence) == column, (name, i, stage, occurrence)


def test_work_is_counted_from_the_plan() -> None:
    for i in range(8):
        assert WORLD.beyond("work_days", i, 1, 1, 230) >= 230
        assert WORLD.beyond("work_days", i, 1, 1, 200) >= WORLD.stage["work_days"][i, 0, 0]


def test_more_elapsed_never_means_sooner() -> None:
    for i in range(8):
        drawn = [WORLD.beyond("balance_days", i, 1, 1, elapsed) for elapsed in range(0, 600, 20)]
        assert drawn == sorted(drawn)
        assert all(day >= elapsed for day, elapsed in zip(drawn, range(0, 600, 20), strict=True))


def test_later_than_anybody_believed_is_today() -> None:
    assert WORLD.beyond("deposit_days", 0, elapsed=90) == 90


def test_an_unknown_purpose_is_an_error() -> None:
    with pytest.raises(UnknownPurpose):
        WORLD.beyond("balance_day", 0)
