"""The names of a block of cases: columns where they are stated, else what every row takes."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from escrow.clauses.clause import Clause
from escrow.clauses.column import Column
from escrow.clauses.environment import not_stated
from escrow.clauses.items import Items
from escrow.clauses.problems import MissingFact
from escrow.clauses.program import Program
from escrow.clauses.vector import VECTOR


class ColumnNames(dict[Any, Any]):
    """Names of a block: columns where they are stated, else what every row takes."""

    def __init__(
        self, clause: Clause, program: Program, columns: Mapping[str, Column], base: Mapping[str, Any]
    ) -> None:
        super().__init__(base)
        self.clause, self.program, self.columns = clause, program, columns
        self.pending: set[str] = set()

    def __missing__(self, key: Any) -> Any:
        name = key[0] if isinstance(key, tuple) else key
        fact = self.clause.facts[name]
        column = self.columns.get(name)
        value = self._assumed(name) if column is None else column.operand(fact)
        if fact.listed and not isinstance(value, Items):
            value = Items((value,), 1)
        if fact.series:
            if np.any(np.less(value.lengths, 1)):
                raise self.missing(name)
            self[(name, "series")] = value
            value = VECTOR.lag(name, lambda _: self[(name, "series")], 0)(self)
        self[name] = value
        return self[key]

    def _assumed(self, name: str) -> Any:
        run, fact = self.program.assume.get(name), self.clause.facts[name]
        if run is not None and name not in self.pending:
            self.pending.add(name)
            return run(self)
        if fact.row.default is None:
            raise self.missing(name)
        return literal(fact.read(fact.row.default))

    def missing(self, name: str, back: int = 0) -> MissingFact:
        """The complaint that a fact, or the year `back` years before, is not stated."""
        return not_stated(self.clause, self.clause.facts[name], back)


def literal(value: Any) -> Any:
    """A value of one case for all rows."""
    if isinstance(value, tuple):
        return Items(tuple(literal(each) for each in value), len(value))
    return VECTOR.const(value)
