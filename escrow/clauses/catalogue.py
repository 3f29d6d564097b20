"""All papers with their clauses, the vocabulary and the matters: what `load_catalogue` gives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from escrow.catalogue.problems import near
from escrow.clauses.build import parameter_value
from escrow.clauses.case import evaluate
from escrow.clauses.clause import Clause
from escrow.clauses.facts import Fact, ReadFacts
from escrow.clauses.problems import (
    BadParameter,
    MissingFact,
    UnknownChoice,
    UnknownClause,
    UnknownFact,
    UnknownOptionOf,
    UnknownParameterOf,
)
from escrow.clauses.result import Evaluation
from escrow.clauses.schema import Paper
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.clauses.column import Column, Stated
    from escrow.clauses.columns import ColumnResult
    from escrow.clauses.conflicts import Conflict
    from escrow.clauses.overlay import OverlayRow
    from escrow.clauses.standing import Standing


@dataclass(frozen=True)
class Catalogue:
    """Papers, clauses, facts and matters by id; `digest` binds the files it was read from."""

    papers: Mapping[str, Paper]
    clauses: Mapping[str, Clause]
    facts: Mapping[str, Fact]
    matters: Mapping[str, Text]
    certifiers: Mapping[str, Text]
    digest: str

    def clause(self, clause_id: str) -> Clause:
        """The clause of that id; UnknownClause with what comes near."""
        found = self.clauses.get(clause_id)
        if found is None:
            raise UnknownClause(name=clause_id, known=near(clause_id, self.clauses) or self._papers())
        return found

    def evaluate(
        self,
        clause_id: str,
        facts: Mapping[str, Any],
        on: date | int,
        readings: Mapping[str, str] | None = None,
        parameters: Mapping[str, Any] | None = None,
    ) -> Evaluation:
        """One case. Facts as people write them (integers of money are yuan), or `ReadFacts` (fen).

        Parameters are always as people write them.
        Raises MissingFact, UnknownFact, BadFact, UnknownChoice, UnknownParameterOf.
        """
        clause = self.clause(clause_id)
        day = on if isinstance(on, int) else on.toordinal()
        if isinstance(facts, ReadFacts):
            taken = chosen(clause, readings) if readings else None
            return evaluate(clause, facts, day, taken, overridden(clause, parameters) if parameters else None)
        readings, parameters = dict(readings or {}), dict(parameters or {})
        facts = self._sorted_out(clause, facts, readings, parameters)
        try:
            return evaluate(clause, facts, day, chosen(clause, readings), overridden(clause, parameters))
        except MissingFact as missing:
            idle = [name for name in facts if name not in clause.facts_used]
            raise type(missing)({**missing.facts, "idle": idle}) from None

    def evaluate_columns(
        self,
        clause_id: str,
        columns: "Mapping[str, Stated]",
        on: Any,
        readings: Mapping[str, str] | None = None,
        parameters: Mapping[str, Any] | None = None,
        groups: Mapping[str, Any] | None = None,
    ) -> "ColumnResult":
        """Many cases at once; `on` is a day or an array of ordinals. Row by row the same as `evaluate`.

        Raises as `evaluate` does, and TooLarge, UnequalColumns, CrossingPools.
        """
        from escrow.clauses.columns import evaluate_columns, rows_of

        clause = self.clause(clause_id)
        for name in columns:
            self._fact(name)
        rows, days = rows_of(on, columns)
        taken, given = chosen(clause, readings or {}), overridden(clause, parameters or {})
        return evaluate_columns(clause, columns, rows, days, taken, given, groups)

    def columns(self, rows: "Sequence[Mapping[str, Any]]") -> "dict[str, Column]":
        """Cases as people write them, one mapping each, as columns; what a case leaves out stays unstated."""
        from escrow.clauses.column import columns_of

        return columns_of(self.facts, [self.read_facts(row) for row in rows])

    def read_facts(self, facts: Mapping[str, Any]) -> ReadFacts:
        """Facts as people write them, read once into exact values; unknown names are refused."""
        return ReadFacts({name: self._fact(name).read(raw) for name, raw in facts.items() if raw is not None})

    def holds(self, clause_id: str, test: str, facts: Mapping[str, Any], on: date | int) -> bool | None:
        """A test kept for later: `recheck`, or `claw_back` (of any stage); None when the clause has none."""
        from escrow.clauses.later import holds

        clause = self.clause(clause_id)
        typed = facts if isinstance(facts, ReadFacts) else self.read_facts(facts)
        return holds(clause, test, typed, on if isinstance(on, int) else on.toordinal())

    def amended(self, overlay: "OverlayRow | Mapping[str, Any]") -> "Catalogue":
        """A new catalogue with an overlay's changes made; every clause touched is hypothetical."""
        from escrow.clauses.overlay import amended

        return amended(self, overlay)

    def with_clauses(
        self, papers: Mapping[str, Paper], clauses: Mapping[str, Clause], digest: str
    ) -> "Catalogue":
        """The same vocabulary with other papers and clauses."""
        return replace(self, papers=papers, clauses=clauses, digest=digest)

    def conflicts(self, facts: Mapping[str, Any], on: date | int) -> "tuple[Conflict, ...]":
        """Clauses of one matter that both pay on these facts and that no text ranks."""
        from escrow.clauses.conflicts import conflicts

        return conflicts(self, facts, on if isinstance(on, int) else on.toordinal())

    def standing(self, result: Evaluation) -> "Standing":
        """What other clauses of the matter do on the same facts and day, and which goes first."""
        from escrow.clauses.standing import standing

        return standing(self, result)

    def normal_form(self, papers: Iterable[str]) -> dict[str, Any]:
        """What the papers say as plain data, amendments included, for the digest of a run."""
        return {
            name: self.papers[name].model_dump(mode="json", by_alias=True, exclude_defaults=True)
            for name in sorted(papers)
        }

    def _papers(self) -> tuple[str, ...]:
        return tuple(f"{name}-*" for name in self.papers)

    def _fact(self, name: str) -> Fact:
        found = self.facts.get(name)
        if found is None:
            raise UnknownFact(name=name, known=tuple(self.facts))
        return found

    def _unknown(self, name: str, clause: Clause) -> UnknownFact:
        """What comes near in the whole vocabulary, or else what the clause asks for."""
        own = (*clause.row.parameters, *clause.row.readings)
        close = ", ".join(near(name, (*self.facts, *own)))
        return UnknownFact(name=name, near=close, known=(*sorted(clause.facts_used), *own))

    def _sorted_out(
        self, clause: Clause, given: Mapping[str, Any], readings: dict[str, str], parameters: dict[str, Any]
    ) -> Mapping[str, Any]:
        """The facts alone; a parameter or reading stated among them goes where it belongs."""
        own = [name for name in given if name not in self.facts]
        if not own:
            return given
        for name in own:
            if name in clause.row.parameters:
                parameters[name] = given[name]
            elif name in clause.row.readings:
                readings[name] = given[name]
            else:
                raise self._unknown(name, clause)
        return {name: value for name, value in given.items() if name in self.facts}


def chosen(clause: Clause, readings: Mapping[str, Any]) -> dict[str, str]:
    """The readings as option ids of the clause."""
    for name, option in readings.items():
        row = clause.row.readings.get(name)
        if row is None:
            raise UnknownChoice(clause=clause.id, name=name, known=tuple(clause.row.readings))
        if option not in row.options:
            raise UnknownOptionOf(clause=clause.id, reading=name, name=str(option), known=tuple(row.options))
    return dict(readings)


def overridden(clause: Clause, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters given for one case, read exactly."""
    found = {}
    for name, raw in parameters.items():
        row = clause.row.parameters.get(name)
        if row is None:
            raise UnknownParameterOf(clause=clause.id, name=name, known=tuple(clause.row.parameters))
        try:
            found[name] = parameter_value(row, raw)
        except ValueError as error:
            facts = {"clause": clause.id, "name": name, "value": str(raw), "expected": error.args[0]}
            raise BadParameter(facts) from None
    return found
