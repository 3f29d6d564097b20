"""Quantiles from samples and from histograms; when the pool is dry; what a year needs."""

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.metrics.percentile import at_percent
from scenarios.statistics import depletion, histogram_quantile, needs, quantile


def test_a_quantile_is_the_nearest_rank_the_run_report_uses() -> None:
    sample = [5, 1, 4, 2, 3, 9, 8, 7, 6, 10]
    for percent in (1, 10, 50, 90, 95, 100):
        assert quantile(sample, percent / 100).value == at_percent(sorted(sample), percent)


def test_the_interval_of_a_median_lies_between_the_textbook_ranks() -> None:
    # Of 20 observations the 6th and the 15th enclose the median with 95.86 %.
    found = quantile(list(range(1, 21)), 0.5)
    assert (found.value, found.low, found.high) == (10.0, 6.0, 15.0)


def test_a_small_sample_has_no_upper_bound_for_a_high_quantile() -> None:
    found = quantile(list(range(50)), 0.99)
    assert (found.value, found.high) == (49.0, None)
    assert found.low is not None


def test_an_empty_sample_has_no_quantile() -> None:
    assert math.isnan(quantile([], 0.5).value)


values = st.lists(st.integers(-1000, 1000), min_size=1, max_size=200)


@given(values, st.integers(1, 100), st.integers(2, 40))
def test_a_histogram_knows_its_quantiles_within_a_bin(sample: list[int], percent: int, width: int) -> None:
    edges = np.arange(-500, 501, width)
    counts = np.bincount(np.searchsorted(edges, sample, side="right"), minlength=len(edges) + 1)
    found = histogram_quantile(counts, edges, percent / 100, (min(sample), max(sample)))
    exact = quantile(sample, percent / 100).value
    assert found.low is not None
    assert found.high is not None
    assert found.low <= exact < found.high


def test_an_open_bin_has_one_end() -> None:
    found = histogram_quantile(np.array([3, 1, 0]), np.array([0, 10]), 0.5)
    assert (found.low, found.high, found.middle) == (None, 0, 0)
    assert histogram_quantile(np.array([0, 1, 3]), np.array([0, 10]), 0.5).middle == 10
    assert histogram_quantile(np.array([0, 3, 0]), np.array([0, 10]), 0.5).middle == 5


@pytest.mark.parametrize(("counts", "edges"), [([0, 0], [1]), ([1, 1], [1, 2])])
def test_a_histogram_that_cannot_be_read_is_a_fault(counts: list[int], edges: list[int]) -> None:
    with pytest.raises(ValueError, match=r"histogram|bins"):
        histogram_quantile(np.array(counts), np.array(edges), 0.5)


def test_the_day_of_depletion_is_told_among_those_that_run_dry() -> None:
    june = date(2025, 6, 1).toordinal()
    found = depletion([0] * 6 + [june, june + 10, june + 20, june + 30], [june + 10])
    assert (found.ever.value, found.ever.n) == (0.4, 10)
    assert [each.value for each in found.days] == [june, june + 10, june + 30]
    assert found.by[0][1].value == 0.2


def test_a_pool_that_never_runs_dry_has_a_bound_and_no_day() -> None:
    found = depletion([0] * 100)
    assert (found.ever.value, round(found.ever.high, 4), found.days) == (0.0, 0.0370, ())


def test_a_year_needs_what_suffices_in_so_many_cases() -> None:
    fen = np.column_stack([np.arange(1, 101), np.zeros(100, dtype=int)])
    first, second = needs([2025, 2026], fen)
    assert (first.year, first.mean.value) == (2025, 50.5)
    assert [each.value for each in first.levels] == [50.0, 90.0, 95.0, 99.0]
    assert [each.value for each in second.levels] == [0.0] * 4
