"""Quantile tables, splits and weights as rows of integers: one row a segment, exact without a division.

A value is start + floor((2 * depth * rise + width) / (2 * width)), as in QuantileTable.value. The quotient
is estimated with a slope in fixed point, which is never too high and at most 1 too low, then corrected.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from escrow.behaviour import QuantileTable, Split
from escrow.behaviour.quantile import ONE, IntArray
from escrow.compiled.jit import inlined

# Columns of a row.
LOW, END, START, RISE, WIDTH, SLOPE, HALF, BITS = range(8)
GUIDE_BITS = 8
_GUIDE_SHIFT = 32 - GUIDE_BITS

Segment = tuple[int, int, int, int]  # from, to (out of 2^32), value at the start, rise


class Tables(NamedTuple):
    """All tables: their rows, and for each the row where uniforms of each 256th begin to look."""

    rows: IntArray
    guide: IntArray


@inlined
def look_up(rows: IntArray, guide: IntArray, table: int, uniform: int) -> int:
    """The value of a table at a uniform."""
    k = guide[table, uniform >> _GUIDE_SHIFT]
    while uniform >= rows[k, END]:
        k += 1
    depth, width = uniform - rows[k, LOW], rows[k, WIDTH]
    steps = (depth * rows[k, SLOPE] + rows[k, HALF]) >> rows[k, BITS]
    rest = 2 * (depth * rows[k, RISE] - steps * width) + width
    return int(rows[k, START] + steps + (rest >= 2 * width))


class TableMaker:
    """Collects tables and numbers them."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, ...]] = []
        self._guides: list[list[int]] = []

    def quantiles(self, table: QuantileTable) -> int:
        """The number of a quantile table; jumps have no width and are left out."""
        return self._add((low, high, v, w - v) for (low, v), (high, w) in pairwise(table.knots) if high > low)

    def split(self, split: Split) -> int:
        """The number of a split: flat segments."""
        ends = np.cumsum([0, *(share for _, share in split.parts)], dtype=np.int64).tolist()
        return self._add(
            (ends[k], ends[k + 1], code, 0) for k, (code, share) in enumerate(split.parts) if share
        )

    def weights(self, weights: Iterable[int], codes: Iterable[int]) -> int:
        """The number of a choice by weights; a uniform u falls on the place u * total // 2^32."""
        parts = [(weight, code) for weight, code in zip(weights, codes, strict=True) if weight]
        total, ends = sum(weight for weight, _ in parts), [0]
        for weight, _ in parts:
            ends.append(ends[-1] + weight)
        marks = [-(-end * ONE // total) for end in ends]
        return self._add((marks[k], marks[k + 1], code, 0) for k, (_, code) in enumerate(parts))

    def tables(self) -> Tables:
        """All of them."""
        return Tables(
            np.array(self._rows, dtype=np.int64).reshape(-1, BITS + 1),
            np.array(self._guides, dtype=np.int64).reshape(-1, 1 << GUIDE_BITS),
        )

    def _add(self, segments: Iterable[Segment]) -> int:
        first, rows = len(self._rows), [_row(*segment) for segment in segments]
        lows = [row[LOW] for row in rows]
        self._rows += rows
        self._guides.append(
            [first + bisect_right(lows, k << _GUIDE_SHIFT) - 1 for k in range(1 << GUIDE_BITS)]
        )
        return len(self._guides) - 1


def _row(low: int, end: int, start: int, rise: int) -> tuple[int, ...]:
    # depth * slope stays below 2^62; a slope short by less than 1 leaves the value short by less than 1.
    bits = 62 - rise.bit_length()
    width = end - low
    return low, end, start, rise, width, (rise << bits) // width, 1 << (bits - 1), bits
