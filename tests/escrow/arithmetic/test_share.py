"""Every share equals the exact fraction, rounded as its code says."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.arithmetic import (
    AMOUNT_MAX_FEN,
    FEN_DOWN,
    FEN_HALF_UP,
    FEN_UP,
    RATE_PART_MAX,
    YUAN_DOWN,
    YUAN_HALF_UP,
    YUAN_UP,
    share,
    share_fits,
    whole_needed,
)

WAYS = [ROUND_FLOOR, ROUND_CEILING, ROUND_HALF_UP]
amounts = st.integers(0, AMOUNT_MAX_FEN)
parts = st.integers(1, RATE_PART_MAX)


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [(FEN_DOWN, 33), (FEN_UP, 34), (FEN_HALF_UP, 33), (YUAN_DOWN, 0), (YUAN_UP, 100), (YUAN_HALF_UP, 0)],
)
def test_a_third_of_a_yuan_is_rounded_as_the_code_says(rounding: int, expected: int) -> None:
    assert share(100, 1, 3, rounding) == expected


@pytest.mark.parametrize(("amount", "expected"), [(499, 0), (500, 100), (501, 100), (1499, 100), (1500, 200)])
def test_half_a_yuan_goes_up(amount: int, expected: int) -> None:
    assert share(amount, 1, 10, YUAN_HALF_UP) == expected


@given(amounts, st.integers(0, RATE_PART_MAX), parts, st.integers(0, 5))
def test_a_share_equals_the_exact_fraction_rounded(amount: int, num: int, den: int, rounding: int) -> None:
    getcontext().prec = 60
    unit = 100 if rounding >= YUAN_DOWN else 1
    exact = Fraction(amount * num, den * unit)
    if rounding % 3 == FEN_HALF_UP:
        expected = (exact + Fraction(1, 2)).__floor__()
    else:
        expected = exact.__floor__() if rounding % 3 == FEN_DOWN else exact.__ceil__()
    assert share(amount, num, den, rounding) == expected * unit


@given(st.integers(0, 10**9), st.integers(0, 5))
def test_decimal_agrees_on_ten_percent(amount: int, rounding: int) -> None:
    unit = Decimal(100 if rounding >= YUAN_DOWN else 1)
    expected = (Decimal(amount) / 10 / unit).quantize(Decimal(1), WAYS[rounding % 3]) * unit
    assert share(amount, 10, 100, rounding) == int(expected)


@given(amounts, st.integers(0, RATE_PART_MAX), parts, st.integers(0, 5))
def test_no_step_within_the_bounds_leaves_64_bits(amount: int, num: int, den: int, rounding: int) -> None:
    num = min(num, den)
    assert share_fits(amount, num, den)
    assert 0 <= share(amount, num, den, rounding) < 2**63


def test_a_rate_far_above_one_may_not_fit() -> None:
    assert not share_fits(AMOUNT_MAX_FEN * 10**4, RATE_PART_MAX, 1)


@given(st.integers(0, 10**12), st.integers(0, 100))
def test_the_gross_amount_needed_is_the_least_whose_net_is_enough(net: int, percent: int) -> None:
    gross = whole_needed(net, percent, 100)
    assert gross * 100 >= net * (100 + percent)
    assert gross == 0 or (gross - 1) * 100 < net * (100 + percent)
