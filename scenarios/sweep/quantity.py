"""Numbers of an axis: read with their unit, stepped through and rounded exactly."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from escrow.catalogue import values
from ledger.money import parse_money, short_money
from ledger.problem import Problem

Unit = Literal["money", "rate", "whole", "day"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"(\d{1,9})\s*(?:天|日|days?)?")
_RATE = re.compile(r"[\d.]+\s*(%|‰|/\s*\d+)|\d*\.\d+")
WAN_FEN = 10_000 * 100
YUAN_FEN = 100
_FINE = 100  # a range of fewer steps than this is rounded to the next finer unit


class Number(NamedTuple):
    """A number with its unit: fen, an exact rate, a whole number, or a day as ordinal."""

    unit: Unit
    value: int | Fraction

    def text(self) -> str:
        """As people write it: 300万, 30%, 90, 2025-03-09."""
        match self.unit:
            case "money":
                return short_money(int(self.value))
            case "day":
                return date.fromordinal(int(self.value)).isoformat()
            case "rate":
                return values.written(Fraction(self.value), "rate")
        return str(self.value)


def read_number(raw: object) -> Number:
    """The number in `raw`; ValueError when there is none."""
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise ValueError(raw)
    text = str(raw).strip() if isinstance(raw, str) else str(int(raw))
    if _DAY.fullmatch(text):
        return Number("day", date.fromisoformat(text).toordinal())
    if found := _WHOLE.fullmatch(text):
        return Number("whole", int(found[1]))
    if _RATE.fullmatch(text):
        return Number("rate", values.rate(text))
    try:
        return Number("money", parse_money(text))
    except Problem:
        raise ValueError(raw) from None


def alike(numbers: list[Number]) -> list[Number]:
    """The numbers in one unit: a bare whole number is yuan beside money, 0 or 1 beside rates."""
    units = {number.unit for number in numbers}
    others = units - {"whole"}
    if not others:
        return numbers
    if len(others) > 1:
        raise ValueError(sorted(units))
    unit = others.pop()
    return [_as(number, unit) for number in numbers]


def _as(number: Number, unit: Unit) -> Number:
    if number.unit == unit:
        return number
    if unit == "money":
        return Number(unit, number.value * YUAN_FEN)
    if unit == "rate" and number.value in (0, 1):
        return Number(unit, Fraction(number.value))
    raise ValueError(number.text())


def steps(first: Number, last: Number, step: Number) -> Iterator[Number]:
    """From `first` by `step` as far as `last`, which counts when it is met exactly."""
    value = first.value
    while value <= last.value:
        yield Number(first.unit, value)
        value += step.value


def count_steps(first: Number, last: Number, step: Number) -> int:
    """How many numbers `steps` gives."""
    return int((last.value - first.value) // step.value) + 1


class Scale(NamedTuple):
    """A range to sample from, in equal steps that people would write: whole 万, basis points, days."""

    low: Number
    high: Number

    def at(self, place: int, of: int) -> Number:
        """The step at `place / of` of the way, every step being equally wide."""
        unit = self.unit()
        number = int((self.high.value - self.low.value) // unit) + 1
        return Number(self.low.unit, self.low.value + place * number // of * unit)

    def unit(self) -> int | Fraction:
        """The width of a step."""
        if self.low.unit == "money":
            wide = self.high.value - self.low.value >= _FINE * WAN_FEN
            return WAN_FEN if wide else YUAN_FEN
        return Fraction(1, 10_000) if self.low.unit == "rate" else 1
