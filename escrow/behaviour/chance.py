"""Chances and splits: integer thresholds out of 2^32, and their shifts by an effect.

An effect is a shift of the log odds in hundredths. The factor e^(s/100) comes from one integer literal by
exact multiplication, so that every machine shifts alike; no library function is asked at run time.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from escrow.behaviour.problems import BadChance, BadSplit
from escrow.behaviour.quantile import ONE, IntArray, QuantileTable, percent, threshold

SHIFT_LIMIT = 600  # hundredths of log odds, either way: odds of 403 to 1

_SCALE_BITS = 128
_E_HUNDREDTH = 343702261564290076657490728643971921750  # e^0.01 x 2^128, rounded down


def _factors() -> tuple[int, ...]:
    factors = [1 << _SCALE_BITS]
    for _ in range(SHIFT_LIMIT):
        factors.append(factors[-1] * _E_HUNDREDTH >> _SCALE_BITS)
    return tuple(factors)


_FACTORS = _factors()


def shifted(at: int, shift: int) -> int:
    """A threshold (out of 2^32) after its log odds move by `shift` hundredths; shifts are clipped to 600."""
    if shift < 0:
        return ONE - shifted(ONE - at, -shift)
    weight = at * _FACTORS[min(shift, SHIFT_LIMIT)]
    return weight * ONE // (weight + (ONE - at << _SCALE_BITS))


@dataclass(frozen=True, slots=True)
class Chance:
    """Something that happens with a probability of `at` out of 2^32. Raises BadChance."""

    at: int

    def __post_init__(self) -> None:
        if not 0 <= self.at <= ONE:
            raise BadChance(chance=f"{percent(self.at)}%")

    @classmethod
    def of(cls, text: str) -> "Chance":
        """From `6%` or `0.5%`."""
        try:
            return cls(threshold(Fraction(text.strip().removesuffix("%")) / 100))
        except (ValueError, ZeroDivisionError):
            raise BadChance(chance=text) from None

    def happens(self, uniform: int) -> int:
        """1 when it happens at this uniform, else 0."""
        return int(uniform < self.at)

    def happen(self, uniforms: IntArray) -> IntArray:
        """The same for many uniforms."""
        return (uniforms < self.at).astype(np.int64)

    def say(self) -> str:
        """As a percentage."""
        return f"{percent(self.at)}%"


@dataclass(frozen=True, slots=True)
class Split:
    """One of several codes, by shares out of 2^32 that add up to 2^32. Raises BadSplit."""

    parts: tuple[tuple[int, int], ...]  # code, share

    def __post_init__(self) -> None:
        total = sum(share for _, share in self.parts)
        if total != ONE or any(share < 0 for _, share in self.parts):
            raise BadSplit(total=f"{percent(total)}%")

    @classmethod
    def of(cls, shares: dict[int, Fraction]) -> "Split":
        """From exact shares by code; they must add up to 1."""
        if sum(shares.values()) != 1:
            raise BadSplit(total=f"{percent(threshold(sum(shares.values(), Fraction(0))))}%")
        ends = [0]
        for share in shares.values():
            ends.append(ends[-1] + threshold(share))
        ends[-1] = ONE  # roundings of single shares go to the last one
        return cls(tuple((code, ends[k + 1] - ends[k]) for k, code in enumerate(shares)))

    def code(self, uniform: int) -> int:
        """The code at a uniform."""
        for code, share in self.parts:
            if uniform < share:
                return code
            uniform -= share
        raise ValueError(uniform)

    def codes(self, uniforms: IntArray) -> IntArray:
        """The same for many uniforms."""
        ends = np.cumsum(np.array([share for _, share in self.parts], dtype=np.int64))
        codes = np.array([code for code, _ in self.parts], dtype=np.int64)
        return codes[ends.searchsorted(uniforms, side="right")]

    def say(self) -> str:
        """As `code share` pairs."""
        return ", ".join(f"{code} {percent(share)}%" for code, share in self.parts)


Draw = Chance | QuantileTable | Split
