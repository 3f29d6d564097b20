"""Quantile tables: what people believe about a quantity, drawn exactly with integers.

A knot says "with this probability the value is at most this". Probabilities are integers out of 2^32,
values are whole (days, percent, 万元). Between knots the table is a straight line, rounded to the
nearest whole value (halves up). Two knots at one probability are a jump; equal values are a heap.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from escrow.behaviour.problems import BadTable

IntArray = NDArray[np.int64]
ONE = 1 << 32  # certainty; uniforms are integers from 0 to ONE - 1
VALUE_LIMIT = 1 << 28  # keeps (2 x width of a segment x its rise) inside 63 bits


@dataclass(frozen=True)
class QuantileTable:
    """Knots (probability out of 2^32, value), rising from probability 0 to 2^32. Raises BadTable."""

    knots: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        why = _fault(self.knots)
        if why:
            raise BadTable(table=self.say(), why=why)

    @classmethod
    def constant(cls, value: int) -> "QuantileTable":
        """The table that always gives `value`."""
        return cls(((0, value), (ONE, value)))

    @classmethod
    def of(cls, text: str) -> "QuantileTable":
        """From `0:3 50:14 100:30`: percentages (decimals allowed) and whole values."""
        return cls(tuple(_knot(part) for part in text.split()))

    @property
    def lowest(self) -> int:
        """The smallest value it can give."""
        return self.knots[0][1]

    @property
    def highest(self) -> int:
        """The largest value it can give."""
        return self.knots[-1][1]

    def value(self, uniform: int) -> int:
        """The value at a uniform (0 to 2^32 - 1)."""
        for (low, start), (high, end) in pairwise(self.knots):
            if low <= uniform < high:
                width = high - low
                return start + (2 * (uniform - low) * (end - start) + width) // (2 * width)
        raise ValueError(uniform)

    def values(self, uniforms: IntArray) -> IntArray:
        """The values at many uniforms: element for element what `value` gives."""
        if self.lowest == self.highest:
            return np.full(uniforms.shape, self.lowest, dtype=np.int64)
        low, start, rise, width = self._segments
        k = low.searchsorted(uniforms, side="right") - 1
        return start[k] + (2 * (uniforms - low[k]) * rise[k] + width[k]) // (2 * width[k])

    def below(self, value: int) -> int:
        """How many of the 2^32 uniforms give less than `value`."""
        low, high = 0, ONE
        while low < high:
            middle = (low + high) // 2
            if self.value(middle) < value:
                low = middle + 1
            else:
                high = middle
        return low

    def beyond(self, uniform: int, elapsed: int) -> int:
        """The value given that it is not below `elapsed`: the same uniform, rescaled above that mass.

        Where even the largest value lies below `elapsed`, the answer is `elapsed` itself.
        """
        passed = self.below(elapsed)
        if passed == ONE:
            return elapsed
        return self.value(passed + (uniform * (ONE - passed) >> 32))

    def say(self) -> str:
        """As `p0 3, p50 14, p100 30`, or the constant alone."""
        if len({value for _, value in self.knots}) == 1:
            return str(self.knots[0][1])
        return ", ".join(f"p{percent(at)} {value}" for at, value in self.knots)

    @cached_property
    def _segments(self) -> tuple[IntArray, IntArray, IntArray, IntArray]:
        # Jumps have no width and can never be hit, so they are left out.
        rows = [(a, v, w - v, b - a) for (a, v), (b, w) in pairwise(self.knots) if b > a]
        low, start, rise, width = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
        return low, start, rise, width


def threshold(chance: Fraction) -> int:
    """A probability as an integer out of 2^32, to the nearest (halves up)."""
    return int(chance * ONE + Fraction(1, 2))


def percent(at: int) -> str:
    """An integer out of 2^32 as a percentage with at most three decimals, for display."""
    thousandths = (at * 200_000 + ONE) // (2 * ONE)
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}.{rest:03d}".rstrip("0").rstrip(".") if rest else str(whole)


def _knot(part: str) -> tuple[int, int]:
    at, _, value = part.partition(":")
    return threshold(Fraction(at) / 100), int(value)


def _fault(knots: tuple[tuple[int, int], ...]) -> str:
    if len(knots) < 2 or knots[0][0] != 0 or knots[-1][0] != ONE:
        return "p0 ... p100"
    for (low, start), (high, end) in pairwise(knots):
        if high < low:
            return f"p{percent(high)} < p{percent(low)}"
        if end < start:
            return f"{end} < {start}"
    if any(abs(value) > VALUE_LIMIT for _, value in knots):
        return f"> {VALUE_LIMIT}"
    return ""
