"""Quantile tables: exact, the same for one value and for many, conditional above what has passed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escrow.behaviour import QuantileTable
from escrow.behaviour.problems import BadTable
from escrow.behaviour.quantile import ONE, percent, threshold

UNIFORM = st.integers(0, ONE - 1)


@st.composite
def any_table(draw: st.DrawFn) -> QuantileTable:
    inner = sorted(draw(st.lists(st.integers(0, ONE), max_size=5)))
    values = sorted(draw(st.lists(st.integers(-400, 4000), min_size=len(inner) + 2, max_size=len(inner) + 2)))
    return QuantileTable(tuple(zip([0, *inner, ONE], values, strict=True)))


def test_a_straight_line_rounds_to_the_nearest_whole_value() -> None:
    table = QuantileTable(((0, 0), (ONE, 4)))
    eighth = ONE // 8
    assert [table.value(u) for u in (0, eighth - 1, eighth, 3 * eighth - 1, 3 * eighth)] == [0, 0, 1, 1, 2]
    assert table.value(ONE - 1) == 4


def test_the_knots_are_met_where_they_are_stated() -> None:
    table = QuantileTable.of("0:3 10:7 50:14 90:23 100:30")
    for at, value in table.knots[:-1]:
        assert table.value(at) == value
    assert table.value(ONE - 1) == 30


def test_a_jump_leaves_out_what_lies_between() -> None:
    table = QuantileTable.of("0:0 55:0 55:15 100:240")
    assert table.value(threshold_of("55") - 1) == 0
    assert table.value(threshold_of("55")) == 15


def test_a_heap_gives_one_value_its_own_probability() -> None:
    table = QuantileTable.of("0:100 40:180 60:180 100:365")
    assert {table.value(u) for u in range(threshold_of("40"), threshold_of("60"), 1 << 24)} == {180}


@given(any_table(), st.lists(UNIFORM, min_size=1, max_size=30))
def test_one_value_and_many_are_the_same(table: QuantileTable, uniforms: list[int]) -> None:
    many = table.values(np.array(uniforms, dtype=np.int64))
    assert many.tolist() == [table.value(u) for u in uniforms]
    assert many.dtype == np.int64


@given(any_table(), UNIFORM, UNIFORM)
def test_a_larger_uniform_never_gives_less(table: QuantileTable, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert table.lowest <= table.value(low) <= table.value(high) <= table.highest


@given(any_table(), st.integers(-500, 4500))
def test_below_is_the_exact_number_of_uniforms(table: QuantileTable, value: int) -> None:
    count = table.below(value)
    assert count == 0 or table.value(count - 1) < value
    assert count == ONE or table.value(count) >= value


@given(any_table(), UNIFORM, st.integers(-500, 4500))
def test_what_is_left_is_never_below_what_has_passed(
    table: QuantileTable, uniform: int, elapsed: int
) -> None:
    left = table.beyond(uniform, elapsed)
    assert left >= elapsed
    assert left <= max(table.highest, elapsed)
    if elapsed <= table.lowest:
        assert left == table.value(uniform)


def test_the_remainder_is_rescaled_and_not_cut() -> None:
    table = QuantileTable(((0, 0), (ONE, 100)))
    half = table.below(50)
    assert table.beyond(0, 50) == 50
    assert table.beyond(ONE // 2, 50) == table.value(half + (ONE - half) // 2) == 75
    assert table.beyond(ONE - 1, 50) == 100


def test_past_the_largest_value_it_happens_at_once() -> None:
    assert QuantileTable.constant(10).beyond(5, 40) == 40


@pytest.mark.parametrize(
    "knots",
    [
        (),
        ((0, 1),),
        ((1, 1), (ONE, 2)),
        ((0, 1), (ONE - 1, 2)),
        ((0, 5), (ONE, 3)),
        ((0, 0), (200, 1), (100, 2), (ONE, 3)),
        ((0, 0), (ONE, 1 << 29)),
    ],
)
def test_a_table_that_cannot_be_drawn_from_is_refused(knots: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(BadTable):
        QuantileTable(knots)


@given(st.integers(0, 100_000))
def test_a_percentage_with_three_decimals_survives_the_way_there_and_back(thousandths: int) -> None:
    whole, rest = divmod(thousandths, 1000)
    text = f"{whole}.{rest:03d}".rstrip("0").rstrip(".")
    assert percent(threshold_of(text)) == text


def threshold_of(text: str) -> int:
    from fractions import Fraction

    return threshold(Fraction(text) / 100)
