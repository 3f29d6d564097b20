"""Fans: every replication is in one bin of every day, merging adds, quantiles lie in the right bin."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.compiled.outcomes.close import close
from escrow.compiled.outcomes.columns import N
from escrow.compiled.outcomes.fans import Bins, Fan, merged, usual_bins
from escrow.compiled.outcomes.names import OUTCOMES, F
from escrow.compiled.outcomes.plan import Plan, fan_days, fan_for, plan_of
from escrow.compiled.outcomes.reduce import years_for
from escrow.compiled.outcomes.state import reset, state_for
from escrow.compiled.pack import pack_worlds
from scenarios.statistics import histogram_quantile
from tests.escrow.processes.kit import run
from tests.escrow.processes.stories import scenario, success
from tests.scenarios.metrics.kit import WAN

SETTING = run(scenario(success("P1"))).prepared.setting
BLOCK = pack_worlds([SETTING]).block
BINS = Bins(np.array([0, 0, 0, 0]), np.array([50 * WAN] * len(F)), 8)
# One day is enough: the bins of every day are filled alike.
PLAN = plan_of(SETTING, fans=True, step_days=400, bins=BINS)
amounts = st.integers(-10 * WAN, 500 * WAN)


def fan_of(plan: Plan, values: list[int]) -> Fan:
    """A fan of replications in which every series stands at one value on every day."""
    state, fan = state_for(plan, 1), fan_for(plan)
    for value in values:
        reset(plan, state, BLOCK.project[0], BLOCK.stage[0], 0)
        state.now[[N.POOL_FEN, N.ESCROW_FEN, N.PUBLIC_FEN]] = value
        close(plan, state, np.zeros(len(OUTCOMES), dtype=np.int64), years_for(plan), fan)
    return fan


@settings(deadline=None)
@given(st.lists(amounts, min_size=1, max_size=30))
def test_every_replication_is_in_one_bin_of_every_day(values: list[int]) -> None:
    fan = fan_of(PLAN, values)
    assert (fan.counts.sum(axis=2) == len(values)).all()
    assert fan.least[F.ESCROW_FEN].tolist() == [min(values)] * len(fan_days(SETTING, 400))
    assert fan.most[F.ESCROW_FEN].tolist() == [max(values)] * len(fan_days(SETTING, 400))


@settings(deadline=None)
@given(st.lists(amounts, min_size=1, max_size=20), st.lists(amounts, min_size=1, max_size=20))
def test_fans_of_parts_merge_to_the_fan_of_all(one: list[int], other: list[int]) -> None:
    whole, parts = fan_of(PLAN, one + other), merged([fan_of(PLAN, one), fan_of(PLAN, other)])
    for mine, theirs in zip(parts, whole, strict=True):
        assert np.array_equal(mine, theirs)


@settings(deadline=None)
@given(st.lists(amounts, min_size=1, max_size=40), st.integers(0, 100))
def test_a_quantile_lies_in_the_bin_of_the_exact_one(values: list[int], percent: int) -> None:
    fan, edges = fan_of(PLAN, values), BINS.edges(F.POOL_FEN)
    exact = sorted(values)[max(1, -(-percent * len(values) // 100)) - 1]
    ends = int(fan.least[F.POOL_FEN, 0]), int(fan.most[F.POOL_FEN, 0])
    found = histogram_quantile(fan.counts[F.POOL_FEN, 0], edges, percent / 100, ends)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= exact < found.high


def test_bins_begin_where_their_edges_say() -> None:
    edges = BINS.edges(F.POOL_FEN)
    assert edges.tolist() == [k * 50 * WAN for k in range(7)]
    fan = fan_of(PLAN, [-1, 0, 50 * WAN - 1, 50 * WAN, 299 * WAN, 300 * WAN, 400 * WAN])
    assert fan.counts[F.POOL_FEN, 0].tolist() == [1, 2, 1, 0, 0, 0, 1, 2]


def test_usual_bins_hold_the_pool_and_have_round_widths() -> None:
    bins = usual_bins([SETTING])
    assert int(bins.edges(F.POOL_FEN)[-1]) >= 10_000 * WAN
    assert {str(width).rstrip("0") for width in bins.width.tolist()} <= {"1", "2", "5"}


def test_without_fans_no_day_is_kept() -> None:
    fan = fan_for(plan_of(SETTING, fans=False))
    assert fan.counts.shape[1] == 0


def test_the_last_day_is_always_looked_at() -> None:
    days = fan_days(SETTING, 7)
    assert (days[0], days[-1]) == (SETTING.first_day + 6, SETTING.last_day)
    assert sorted(set(days)) == days
