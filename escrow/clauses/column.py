"""Columns as they come in: arrays of fen, numerators, days, codes; one row is one case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np

from escrow.clauses.dated import Timeline
from escrow.clauses.facts import Fact
from escrow.clauses.items import Items
from escrow.clauses.problems import BadFact, NotInColumns
from escrow.clauses.quotient import INT64_MAX, column
from escrow.clauses.wording import Words
from ledger.text import Text

Array = Any  # numpy arrays; their types say nothing of shape
_COMMON = 10**6


@dataclass(frozen=True, slots=True)
class Column:
    """One fact of many cases.

    `values`: int64 fen, cents, days, codes or numerators (over `den`), or bools. A list or series is a
    2-D array, one row a case, with `lengths`. `names` are the texts that codes stand for. `given`
    (bool) tells which cases state the fact; None means all.
    """

    values: Array
    den: Array | int = 1
    names: tuple[str, ...] = ()
    lengths: Array | None = None
    given: Array | None = None

    def __len__(self) -> int:
        return len(self.values)

    def rows(self, where: Array) -> "Column":
        """Some of the rows, all of which must state the fact."""
        den = self.den if isinstance(self.den, int) else self.den[where]
        lengths = None if self.lengths is None else self.lengths[where]
        return Column(self.values[where], den, self.names, lengths)

    def at(self, row: int, fact: Fact) -> Any:
        """The exact value of one case; None when it does not state the fact."""
        if self.given is not None and not self.given[row]:
            return None
        if not fact.listed:
            return self._one(fact, self.values[row], self._den(row))
        if self.lengths is None:
            return (self._one(fact, self.values[row], self._den(row)),)
        size = int(self.lengths[row])
        return tuple(self._one(fact, self.values[row, at], self._den((row, at))) for at in range(size))

    def _den(self, where: Any) -> int:
        return self.den if isinstance(self.den, int) else int(self.den[where])

    def _one(self, fact: Fact, value: Any, den: int) -> Any:
        base = fact.kind.base
        if base == "bool":
            return bool(value)
        if base == "text":
            return self.names[int(value)]
        return int(value) if den == 1 else plain(Fraction(int(value), den))

    def operand(self, fact: Fact) -> Any:
        """The column as the algebra of columns takes it; a list as `Items`."""
        if not fact.listed:
            return self._operand(fact, self.values, self.den)
        if self.lengths is None:
            return Items((self._operand(fact, self.values, self.den),), np.ones(len(self.values), np.int64))
        width = self.values.shape[1]
        places = tuple(self._operand(fact, self.values[:, at], self._dens(at)) for at in range(width))
        return Items(places, self.lengths)

    def _dens(self, at: int) -> Any:
        return self.den if isinstance(self.den, int) else self.den[:, at]

    def _operand(self, fact: Fact, values: Array, den: Any) -> Any:
        base = fact.kind.base
        if base == "bool":
            return values.astype(bool, copy=False)
        return Words(values, self.names) if base == "text" else column(values, den)


def plain(value: Fraction) -> int | Fraction:
    """An int where the fraction is whole."""
    return value.numerator if value.denominator == 1 else value


Stated = Column | Timeline  # dated values hold for all rows


def columns_of(facts: Mapping[str, Fact], rows: Sequence[Mapping[str, Any]]) -> dict[str, Column]:
    """Rows of exact values (`ReadFacts`) as columns; what a row does not state is marked in `given`.

    Raises NotInColumns for dated values: a `Timeline` stands beside the columns for all rows.
    """
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: _column(facts[name], [row.get(name) for row in rows]) for name in names}


def _column(fact: Fact, values: list[Any]) -> Column:
    if any(isinstance(value, Timeline) for value in values):
        raise NotInColumns(what=fact.id)
    given = np.array([value is not None for value in values], dtype=bool)
    stated = None if given.all() else given
    if not fact.listed:
        flat = _flat(fact, values)
        return Column(flat.values, flat.den, flat.names, None, stated)
    lists = [value if value is not None else () for value in values]
    lengths = np.array([len(each) for each in lists], dtype=np.int64)
    width = max(1, int(lengths.max(initial=0)))
    padded = [item for each in lists for item in (*each, *[None] * (width - len(each)))]
    flat = _flat(fact, padded)
    den = flat.den if isinstance(flat.den, int) else flat.den.reshape(-1, width)
    return Column(flat.values.reshape(-1, width), den, flat.names, lengths, stated)


def _flat(fact: Fact, values: list[Any]) -> Column:
    if fact.kind.base == "bool":
        return Column(np.array([bool(value) for value in values], dtype=bool))
    if fact.kind.base == "text":
        names = tuple(dict.fromkeys(value for value in values if value is not None)) or ("",)
        codes = {name: code for code, name in enumerate(names)}
        return Column(np.array([codes.get(value, 0) for value in values], dtype=np.int64), 1, names)
    return _numbers(fact, [0 if value is None else value for value in values])


def _numbers(fact: Fact, values: list[Any]) -> Column:
    largest = max((abs(Fraction(value).numerator) for value in values), default=0)
    if largest > INT64_MAX:
        raise BadFact(fact=fact.id, value=largest, expected=Text("64 位以内的数", "a number of 64 bits"))
    dens = {value.denominator for value in values}
    common = _least(dens)
    if common * largest <= INT64_MAX and common <= _COMMON:
        return Column(np.array([int(value * common) for value in values], dtype=np.int64), common)
    nums = np.array([value.numerator for value in values], dtype=np.int64)
    return Column(nums, np.array([value.denominator for value in values], dtype=np.int64))


def _least(dens: Iterable[int]) -> int:
    return lcm(*dens) if dens else 1
