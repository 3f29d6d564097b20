"""Tables without a division: every value exactly as in the readable engine."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.behaviour import QuantileTable, Split
from escrow.behaviour.quantile import ONE, VALUE_LIMIT
from escrow.compiled.world.tables import TableMaker, look_up
from escrow.world.arrivals import spread_over

UNIFORMS = st.integers(0, ONE - 1)
VALUES = st.integers(-VALUE_LIMIT, VALUE_LIMIT)


@st.composite
def tables(draw: st.DrawFn) -> QuantileTable:
    ats = sorted(draw(st.lists(st.integers(0, ONE), max_size=8)))
    values = sorted(draw(st.lists(VALUES, min_size=len(ats) + 2, max_size=len(ats) + 2)))
    return QuantileTable(tuple(zip([0, *ats, ONE], values, strict=True)))


@settings(deadline=None)
@given(tables(), st.lists(UNIFORMS, min_size=1, max_size=30))
def test_a_table_gives_what_the_readable_one_gives(table: QuantileTable, uniforms: list[int]) -> None:
    maker = TableMaker()
    number, made = maker.quantiles(table), maker.tables()
    edges = [at + step for at, _ in table.knots for step in (-1, 0, 1) if 0 <= at + step < ONE]
    for uniform in [*uniforms, *edges]:
        assert look_up(made.rows, made.guide, number, uniform) == table.value(uniform)


@settings(deadline=None)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=9).filter(any), st.lists(UNIFORMS, min_size=1))
def test_weights_give_what_the_readable_ones_give(weights: list[int], uniforms: list[int]) -> None:
    maker = TableMaker()
    number, made = maker.weights(weights, range(len(weights))), maker.tables()
    wanted = spread_over(np.cumsum(weights), np.array(uniforms))
    assert [look_up(made.rows, made.guide, number, u) for u in uniforms] == wanted.tolist()


@settings(deadline=None)
@given(st.permutations([(1, ONE // 2), (7, 0), (3, ONE // 4), (2, ONE // 4)]), UNIFORMS)
def test_a_split_gives_what_the_readable_one_gives(parts: list[tuple[int, int]], uniform: int) -> None:
    split, maker = Split(tuple(parts)), TableMaker()
    number, made = maker.split(split), maker.tables()
    assert look_up(made.rows, made.guide, number, uniform) == split.code(uniform)
