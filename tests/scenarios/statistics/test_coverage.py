"""Intervals cover the truth as often as they say, on models whose answer is known."""

import numpy as np
import pytest

from scenarios.statistics import mean, paired, quantile, ratio, unpaired, wilson
from scenarios.statistics.estimate import Floats

REPEATS = 4_000
# Three standard errors of a share of 95 % in so many repeats.
NEAR = 3 * (0.95 * 0.05 / REPEATS) ** 0.5


def worlds(n: int = 60) -> tuple[Floats, Floats]:
    """Two policies on common worlds: the second costs 3 more, a large world effect is shared."""
    draw = np.random.default_rng(20250309)
    world = draw.normal(100, 20, (REPEATS, n))
    first = world + draw.normal(0, 2, (REPEATS, n))
    return first, world + 3 + draw.normal(0, 2, (REPEATS, n))


def test_paired_intervals_cover_the_difference_as_often_as_they_say() -> None:
    base, other = worlds()
    found = [paired(mine, theirs) for mine, theirs in zip(other, base, strict=True)]
    covered = np.mean([each.estimate.low <= 3 <= each.estimate.high for each in found])
    assert covered == pytest.approx(0.95, abs=NEAR)


def test_the_reduction_is_the_one_of_the_model() -> None:
    base, other = worlds()
    # Independent: 2 x (400 + 4); paired: 2 x 4.
    middle = np.median([paired(m, t).reduction for m, t in zip(other, base, strict=True)])
    assert middle == pytest.approx(101, rel=0.05)


def test_unpaired_intervals_cover_too_and_are_as_much_wider() -> None:
    base, other = worlds()
    theirs = np.roll(base, 1, axis=0)  # the worlds of the repeat before: independent
    found = [unpaired(mine, other_) for mine, other_ in zip(other, theirs, strict=True)]
    covered = np.mean([each.estimate.low <= 3 <= each.estimate.high for each in found])
    assert covered == pytest.approx(0.95, abs=NEAR)
    width = np.median([each.estimate.half_width for each in found])
    close = np.median([paired(m, t).estimate.half_width for m, t in zip(other, base, strict=True)])
    assert width / close == pytest.approx(101**0.5, rel=0.05)


def test_wilson_covers_rare_events_on_average_over_shares() -> None:
    draw = np.random.default_rng(7)
    shares = draw.uniform(0.01, 0.2, REPEATS)
    hits = draw.binomial(200, shares)
    found = [wilson(int(k), 200) for k in hits]
    covered = np.mean([each.low <= p <= each.high for each, p in zip(found, shares, strict=True)])
    assert covered == pytest.approx(0.95, abs=NEAR)


def test_intervals_of_a_quantile_cover_at_least_as_often_as_they_say() -> None:
    draw = np.random.default_rng(11).exponential(1, (REPEATS, 120))
    found = [quantile(row, 0.9) for row in draw]
    truth = np.log(10)
    covered = np.mean([(each.low or 0) <= truth <= (each.high or np.inf) for each in found])
    assert 0.95 - NEAR <= covered <= 0.98


def test_the_interval_of_a_ratio_covers_it() -> None:
    draw = np.random.default_rng(5)
    under = draw.gamma(4, 25, (REPEATS, 200))
    over = 2 * under + draw.normal(0, 40, (REPEATS, 200))
    found = [ratio(*row) for row in zip(over, under, strict=True)]
    covered = np.mean([each.low <= 2 <= each.high for each in found])
    assert covered == pytest.approx(0.95, abs=NEAR)


def test_a_mean_of_skewed_amounts_is_covered_once_there_are_enough() -> None:
    draw = np.random.default_rng(9).lognormal(0, 0.7, (REPEATS, 400))
    truth = np.exp(0.7**2 / 2)
    covered = np.mean([each.low <= truth <= each.high for each in map(mean, draw)])
    assert covered == pytest.approx(0.95, abs=NEAR + 0.01)
