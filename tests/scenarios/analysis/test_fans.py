"""Fan charts from histograms hold the exact quantiles within a bin."""

import numpy as np

from scenarios.analysis.fans import fan_days
from scenarios.statistics import quantile
from scenarios.sweep.results import Fan


def test_every_day_holds_the_exact_quantiles_within_a_bin() -> None:
    balances = np.random.default_rng(2).integers(-50, 1200, (300, 3))
    edges = np.arange(0, 1001, 100)
    places = np.searchsorted(edges, balances, side="right")
    counts = np.stack([np.bincount(places[:, day], minlength=12) for day in range(3)])
    ends = balances.min(axis=0)[None], balances.max(axis=0)[None]
    fan = Fan("pool_fen", np.array([10, 20, 30]), edges, counts[None], *ends)
    found = fan_days(fan, 0)
    assert [each.day for each in found] == [10, 20, 30]
    for day, each in enumerate(found):
        for bracket in each.levels:
            exact = quantile(balances[:, day], bracket.at).value
            assert bracket.low is not None
            assert bracket.high is not None
            assert bracket.low <= exact < bracket.high


def test_a_day_that_nobody_reached_is_left_out() -> None:
    counts = np.array([[[0, 0], [1, 0]]])
    none = np.zeros((1, 2), dtype=np.int64)
    fan = Fan("pool_fen", np.array([1, 2]), np.array([100]), counts, none, none)
    assert [(each.day, each.levels[0].middle) for each in fan_days(fan, 0)] == [(2, 50)]
