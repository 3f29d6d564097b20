"""The workings of a clause as codes and integers, fit to be chained; prose is made on display."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from escrow.clauses.result import Evaluation, Working
from escrow.rules.entitlement import Workings

Parts = tuple[str | int, ...]


def codes_of(result: Evaluation) -> Workings:
    """The day of the law, and each step with its numbers."""
    return (("law_of", result.on), *_steps(result))


def _steps(result: Evaluation) -> Iterator[Parts]:
    for working in result.workings:
        if working.step == "amount":
            yield ("amount", *_parts(working.after))
        elif working.step not in ("when", "skipped"):
            yield _step(working)


def _step(working: Working) -> Parts:
    return (f"step_{working.step}", *_parts(working.operand), *_parts(working.after))


def _parts(value: Any) -> Parts:
    """A value as integers: fractions as numerator and denominator."""
    if isinstance(value, tuple):
        return tuple(part for each in value for part in _parts(each))
    if isinstance(value, Fraction) and value.denominator != 1:
        return value.numerator, value.denominator
    return () if value is None else (value if isinstance(value, str) else int(value),)
