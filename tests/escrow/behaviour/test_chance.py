"""Chances, splits and their shifts: whole thresholds, no library function at run time."""

from fractions import Fraction
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.behaviour import Chance, Split
from escrow.behaviour.chance import SHIFT_LIMIT, shifted
from escrow.behaviour.problems import BadChance, BadSplit
from escrow.behaviour.quantile import ONE

THRESHOLD = st.integers(0, ONE)


def test_a_chance_of_zero_never_happens_and_of_one_always() -> None:
    assert [Chance.of("0%").happens(u) for u in (0, ONE - 1)] == [0, 0]
    assert [Chance.of("100%").happens(u) for u in (0, ONE - 1)] == [1, 1]


def test_six_percent_is_the_nearest_threshold() -> None:
    assert Chance.of("6%").at == 257698038
    assert Chance.of("6%").say() == "6%"


@pytest.mark.parametrize("text", ["101%", "-1%", "often", "1/0"])
def test_a_bad_chance_is_refused(text: str) -> None:
    with pytest.raises(BadChance):
        Chance.of(text)


@given(THRESHOLD, st.lists(st.integers(0, ONE - 1), min_size=1, max_size=20))
def test_one_and_many_happen_alike(at: int, uniforms: list[int]) -> None:
    many = Chance(at).happen(np.array(uniforms, dtype=np.int64))
    assert many.tolist() == [Chance(at).happens(u) for u in uniforms]


@given(THRESHOLD, st.integers(-SHIFT_LIMIT, SHIFT_LIMIT), st.integers(-SHIFT_LIMIT, SHIFT_LIMIT))
def test_a_larger_shift_never_makes_it_rarer(at: int, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert 0 <= shifted(at, low) <= shifted(at, high) <= ONE


@given(st.integers(1, 99), st.integers(-SHIFT_LIMIT, SHIFT_LIMIT))
def test_shifts_are_those_of_the_log_odds(hundredth: int, shift: int) -> None:
    p = hundredth / 100
    wanted = 1 / (1 + exp(-(log(p / (1 - p)) + shift / 100)))
    assert abs(shifted(ONE * hundredth // 100, shift) / ONE - wanted) < 1e-8


def test_shifts_are_golden() -> None:
    assert [shifted(ONE // 2, s) for s in (-600, -100, -1, 0, 1, 100, 600)] == [
        10619836, 1155094610, 2136746320, 2147483648, 2158220976, 3139872686, 4284347460,
    ]  # fmt: skip


def test_shifts_beyond_the_table_are_clipped() -> None:
    assert shifted(ONE // 3, 10_000) == shifted(ONE // 3, SHIFT_LIMIT)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6), st.lists(st.integers(0, ONE - 1), min_size=1))
def test_one_and_many_split_alike(weights: list[int], uniforms: list[int]) -> None:
    split = Split.of({k: Fraction(w, sum(weights)) for k, w in enumerate(weights)})
    codes = split.codes(np.array(uniforms, dtype=np.int64)).tolist()
    assert codes == [split.code(u) for u in uniforms]
    assert sum(share for _, share in split.parts) == ONE


def test_shares_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(BadSplit, match="90%"):
        Split.of({1: Fraction(4, 10), 2: Fraction(5, 10)})
