"""Effects move single chances and leave the stated average alone."""

import numpy as np
import pytest

from escrow.behaviour import Chance
from escrow.behaviour.chance import SHIFT_LIMIT
from escrow.behaviour.effects import STANDARD_NORMAL, effect, look_up, thresholds
from escrow.behaviour.quantile import ONE

EVEN = np.arange(20_000, dtype=np.int64) * (ONE // 20_000)


def test_the_normal_table_is_symmetric_with_spread_one() -> None:
    drawn = STANDARD_NORMAL.values(EVEN)
    assert abs(int(drawn.sum())) < 20_000
    assert 995 < int((drawn.astype(float) ** 2).mean() ** 0.5) < 1020


def test_an_effect_is_its_spread_at_one_deviation() -> None:
    one_deviation = np.array([ONE * 8413 // 10_000], dtype=np.int64)
    assert effect(one_deviation, 60).tolist() == [60]
    assert effect(one_deviation, 0).tolist() == [0]


@pytest.mark.parametrize("chance", ["0%", "100%"])
def test_what_is_certain_stays_certain(chance: str) -> None:
    at = Chance.of(chance).at
    assert set(thresholds(at, (60, 50, 30)).tolist()) == {at}


def test_without_spread_the_threshold_is_the_stated_one() -> None:
    at = Chance.of("6%").at
    assert thresholds(at, (0, 0, 0))[SHIFT_LIMIT] == at


def test_the_average_over_the_effects_is_the_stated_chance() -> None:
    at = Chance.of("6%").at
    rng = np.random.default_rng(7)
    shifts = sum(effect(rng.integers(0, ONE, 200_000), spread) for spread in (60, 50, 30))
    mean = int(look_up(thresholds(at, (60, 50, 30)), np.asarray(shifts)).mean())
    assert abs(mean - at) * 100 < at  # within one percent of the stated chance
