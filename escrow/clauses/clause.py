"""A clause as it is used: its rows, its dated parameters, and its expressions compiled when first needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from escrow.clauses.build import Builder, parameter_value
from escrow.clauses.facts import Fact, scope_of
from escrow.clauses.program import Program
from escrow.clauses.schema import FIRST_DAY, ClauseRow, Paper, ParameterRow, SpanRow
from escrow.clauses.trees import Trees
from escrow.rules.citation import Citation


class Dated(NamedTuple):
    """A value from a day on, and what it is cited from."""

    from_day: int
    value: Any
    cite: str


@dataclass(frozen=True)
class Parameter:
    """A number of a clause with its dated values, earliest first."""

    id: str
    row: ParameterRow
    values: tuple[Dated, ...]

    def at(self, day: int) -> Dated:
        """The value that holds on `day`; before the first one, the first."""
        found = self.values[0]
        for each in self.values[1:]:
            if each.from_day <= day:
                found = each
        return found


@dataclass(frozen=True)
class Clause:
    """One clause of a paper, ready to evaluate."""

    row: ClauseRow
    paper: Paper
    facts: Mapping[str, Fact]
    hypothetical: bool = False

    @property
    def id(self) -> str:
        """The clause id."""
        return self.row.id

    @property
    def matter(self) -> str:
        """What it pays for."""
        return self.row.matter

    @property
    def draft(self) -> bool:
        """Whether the paper is a draft."""
        return self.paper.status == "draft"

    @cached_property
    def citation(self) -> Citation:
        """Paper, article and clause id."""
        return Citation(self.paper.id, self.row.article, self.row.id)

    @property
    def valid(self) -> SpanRow:
        """Its own term, or what that leaves out from the paper's."""
        return (self.row.valid or SpanRow()).within(self.paper.valid)

    @cached_property
    def term(self) -> tuple[int, int]:
        """First and last day in force, as ordinals."""
        return self.valid.ordinals

    @cached_property
    def facts_used(self) -> frozenset[str]:
        """The facts that the clause asks for."""
        return frozenset(self.trees.names() & set(self.facts))

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """The dated parameters by id."""
        return {name: _parameter(name, row, self.id) for name, row in self.row.parameters.items()}

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """The default option of each reading."""
        return {name: row.default for name, row in self.row.readings.items()}

    @cached_property
    def trees(self) -> Trees:
        """The typed expressions; the catalogue has been checked, so faults here are bugs of ours."""
        return Builder(self.row, scope_of(self.facts)).trees()

    @cached_property
    def amount_names(self) -> tuple[str, ...]:
        """The names in the amount, in the order they are met there."""
        nodes = self.trees.amount.walk() if self.trees.amount else ()
        return tuple(dict.fromkeys(str(node.value) for node in nodes if node.op in ("name", "series")))

    @cached_property
    def program(self) -> Program:
        """The expressions compiled for one case."""
        from escrow.clauses.exact import EXACT

        return Program.of(self.trees, EXACT)

    @cached_property
    def vector_program(self) -> Program:
        """The expressions compiled for columns."""
        from escrow.clauses.vector import VECTOR

        return Program.of(self.trees, VECTOR)

    def defaults(self, day: int) -> Mapping[str, Any]:
        """Parameters as of `day` and default readings, as names of expressions."""
        kept: dict[int, Mapping[str, Any]] = self._by_day
        found = kept.get(day)
        if found is None:
            if len(kept) > 64:
                kept.clear()
            values = {name: each.at(day).value for name, each in self.parameters.items()}
            found = kept[day] = {**values, **self.readings}
        return found

    @cached_property
    def _by_day(self) -> dict[int, Mapping[str, Any]]:
        return {}


def _parameter(name: str, row: ParameterRow, clause: str) -> Parameter:
    cite = row.cite or clause
    dated = [Dated(v.from_.toordinal(), parameter_value(row, v.value), v.cite or cite) for v in row.values]
    if row.value is not None:
        dated.insert(0, Dated(FIRST_DAY, parameter_value(row, row.value), cite))
    return Parameter(name, row, tuple(sorted(dated, key=lambda each: each.from_day)))
