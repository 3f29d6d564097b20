"""Means, Student's and Wilson's intervals, differences and ratios, against figures one can check by hand."""

import math
import sys

import numpy as np
import pytest

from scenarios.statistics import (
    half_width,
    mean,
    paired,
    paired_flags,
    ratio,
    ratio_difference,
    replications_needed,
    several,
    unpaired,
    unpaired_ratio,
    wilson,
)
from scenarios.statistics.extra import ExtraMissing


def test_a_mean_has_the_interval_of_student() -> None:
    found = mean([2, 4, 4, 6])
    assert (found.value, found.n) == (4.0, 4)
    assert found.error == pytest.approx(math.sqrt(8 / 3 / 4))
    assert found.high - found.value == pytest.approx(3.182446 * found.error, rel=1e-6)


def test_one_replication_has_a_value_and_no_interval() -> None:
    found = mean([7])
    assert (found.value, found.low, found.high) == (7.0, -math.inf, math.inf)
    assert found.plain() == {"value": 7.0, "error": None, "low": None, "high": None, "n": 1}


def test_what_never_varies_has_an_interval_of_one_point() -> None:
    assert mean([5, 5, 5])[:4] == (5.0, 0.0, 5.0, 5.0)


@pytest.mark.parametrize(
    ("happened", "n", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_the_textbook_one(happened: int, n: int, low: float, high: float) -> None:
    found = wilson(happened, n)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_what_always_happens_reaches_one_and_no_further() -> None:
    assert wilson(20, 20).high == 1.0
    assert wilson(20, 20).low == pytest.approx(0.8389, abs=1e-4)
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)


def test_pairing_takes_out_what_both_sides_share() -> None:
    world = np.array([10, 20, 30, 40])
    found = paired(world + np.array([1, 3, 1, 3]), world)
    assert found.estimate.value == 2.0
    assert found.reduction == pytest.approx((np.var([11, 23, 31, 43], ddof=1) + 500 / 3) / (4 / 3))


def test_a_difference_of_whole_fen_is_exact_however_large_the_amounts() -> None:
    large = np.array([10**17, 10**17 + 1, 10**17 + 2])
    found = paired(large + 1, large)
    assert (found.estimate.value, found.estimate.error, found.reduction) == (1.0, 0.0, math.inf)


def test_sides_that_never_vary_claim_no_reduction() -> None:
    assert paired([3, 3], [1, 1]).reduction is None


def test_flags_that_never_differ_leave_room_for_those_that_may() -> None:
    same, other = np.array([0, 1, 0, 0] * 10), np.array([0, 1, 0, 0] * 9 + [0, 1, 0, 1])
    found = paired_flags(same, same).estimate
    assert (found.value, found.low, found.high) == (0.0, -wilson(0, 40).high, wilson(0, 40).high)
    assert paired_flags(same, other) == paired(same, other)


def test_two_samples_are_compared_with_the_degrees_of_freedom_of_welch() -> None:
    found = unpaired([1, 2, 3, 4, 5], [2, 2, 2]).estimate
    # The second sample does not vary, so only the first one's four degrees are left.
    assert found.value == 1.0
    assert found.high - found.value == pytest.approx(2.776445 * math.sqrt(0.5), rel=1e-6)


def test_chance_is_judged_with_the_same_degrees_of_freedom_as_the_interval() -> None:
    # Of 2 and 40 replications only the large sample varies, so 39 degrees of freedom are left, not 1.
    found = unpaired([7, 7], [*range(20), *range(20)])
    edge = found.estimate
    assert edge.freedom == pytest.approx(39)
    assert edge.low == pytest.approx(edge.value - 2.022691 * edge.error, rel=1e-6)
    just, short = (edge._replace(value=sign * edge.error) for sign in (2.0227, 2.0226))
    assert several([just]).holds == (True,)
    assert several([short]).holds == (False,)


def test_a_moved_interval_keeps_all_but_its_place() -> None:
    found = mean([2, 4, 4, 6])
    assert found.shifted(0.0) == found
    assert found.shifted(1.0).half_width == pytest.approx(found.half_width)
    assert (mean([7]).shifted(1.0).value, mean([7]).shifted(1.0).high) == (8.0, math.inf)
    assert (ratio([3, 6], [1, 2]).freedom, mean([5, 5, 5]).freedom) == (1, 2)


def test_a_ratio_is_one_of_sums_not_a_mean_of_ratios() -> None:
    found = ratio([1, 30], [1, 10])
    assert found.value == pytest.approx(31 / 11)
    assert found.low < found.value < found.high


def test_a_ratio_to_nothing_is_unknown() -> None:
    assert math.isnan(ratio([1, 2], [0, 0]).value)
    assert math.isnan(ratio_difference(([1], [1]), ([1], [0])).estimate.value)
    assert math.isnan(unpaired_ratio(([1, 2], [1, 1]), ([1, 2], [0, 0])).estimate.value)


def test_ratios_that_differ_by_the_same_everywhere_have_no_error() -> None:
    under = np.array([4, 8, 12])
    found = ratio_difference((3 * under, under), (2 * under, under))
    assert (found.estimate.value, found.estimate.error) == (1.0, 0.0)


def test_the_replications_asked_for_reach_the_precision() -> None:
    sample = np.tile([0, 10], 50)
    needed = replications_needed(sample, 0.5)
    assert needed == math.ceil((1.959964 * float(sample.std(ddof=1)) / 0.5) ** 2)
    wide, narrow = (wilson(n // 2, n).half_width for n in (9_000, 10_000))
    flags = replications_needed(np.tile([0, 1], 50), (wide + narrow) / 2, flag=True)
    assert 9_000 < flags < 10_000


def test_half_an_interval_is_what_the_precision_is_measured_by() -> None:
    assert half_width([2, 4, 4, 6]) == pytest.approx(mean([2, 4, 4, 6]).high - 4)
    assert half_width([0, 0, 1, 1], flag=True) == wilson(2, 4).half_width
    assert half_width([3]) == math.inf


def test_of_a_hundred_comparisons_five_look_clear_by_chance_and_none_holds() -> None:
    draw = np.random.default_rng(3).normal(size=(100, 400))
    found = several([mean(row) for row in draw])
    assert found.compared == 100
    assert found.by_chance == pytest.approx(5.0)
    assert 1 <= found.clear <= 11
    assert sum(found.holds) == 0


def test_a_real_difference_among_many_still_holds() -> None:
    draw = np.random.default_rng(3).normal(size=(100, 400))
    draw[17] += 1
    assert [place for place, holds in enumerate(several([mean(row) for row in draw]).holds) if holds] == [17]


def test_a_library_that_is_not_installed_is_named_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "scipy.special", None)
    with pytest.raises(ExtraMissing) as caught:
        mean([1, 2])
    assert caught.value.say("en") == "this analysis needs scipy, which is not installed"
    assert "anxinbao[sweep]" in caught.value.advise("zh")
