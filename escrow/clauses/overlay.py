"""Amendments tried out on the catalogue: other numbers, other readings, clauses repealed or added.

Nothing is overwritten: the amended catalogue is a new one, and every clause touched says it is hypothetical.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, ValidationError

from escrow.catalogue.schema import ClauseId, Id, Name, Row
from escrow.clauses.build import parameter_value
from escrow.clauses.clause import Clause
from escrow.clauses.files import File
from escrow.clauses.loading import Vocabulary, clause_faults
from escrow.clauses.problems import (
    BadChange,
    BadFact,
    UnknownChoice,
    UnknownClause,
    UnknownOptionOf,
    UnknownPaper,
    UnknownParameterOf,
)
from escrow.clauses.schema import ClauseRow, DatedRow, Raw, SpanRow
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.clauses.catalogue import Catalogue


class ChangeRow(Row):
    """One change: a parameter (from a day on), a reading's option, a repeal, or a clause added to a paper."""

    clause: ClauseId | None = None
    parameter: Id | None = None
    from_: date | None = Field(default=None, alias="from")
    value: Raw | tuple[Raw, ...] | None = None
    reading: Id | None = None
    option: Id | None = None
    repeal: ClauseId | None = None
    add: ClauseRow | None = None
    paper: Name | None = None
    why: Text | None = None


class OverlayRow(Row):
    """Changes in order."""

    schema_: Literal["anxinbao/overlay@1"] = Field(default="anxinbao/overlay@1", alias="schema")
    title: Text | None = None
    changes: tuple[ChangeRow, ...]


def load_overlay(path: Path) -> OverlayRow:
    """The overlay file at the path; BadCatalogue with file, line and field when its shape is wrong."""
    return File.at(path).row(OverlayRow)


def overlay_of(raw: Mapping[str, Any]) -> OverlayRow:
    """An overlay from plain data; BadChange when its shape is wrong."""
    try:
        return OverlayRow.model_validate_json(json.dumps(raw))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise BadChange(
            at=".".join(str(step) for step in first["loc"]), fault=_said(str(first["msg"]))
        ) from None


def amended(catalogue: "Catalogue", overlay: OverlayRow | Mapping[str, Any]) -> "Catalogue":
    """The catalogue with the changes made, in order.

    Raises BadChange, and for names nobody knows UnknownClause, UnknownParameterOf, UnknownChoice ...
    """
    rows = overlay if isinstance(overlay, OverlayRow) else overlay_of(overlay)
    clauses = dict(catalogue.clauses)
    for at, change in enumerate(rows.changes):
        made = _change_of(change, at)(catalogue, clauses, change)
        clauses[made.id] = made
    papers = {
        paper.id: paper.model_copy(
            update={"clauses": tuple(each.row for each in clauses.values() if each.paper.id == paper.id)}
        )
        for paper in catalogue.papers.values()
    }
    said = rows.model_dump_json(by_alias=True, exclude_none=True)
    digest = hashlib.sha256(f"{catalogue.digest}\n{said}".encode()).hexdigest()
    return catalogue.with_clauses(papers, clauses, digest)


Make = Callable[["Catalogue", Mapping[str, Clause], ChangeRow], Clause]


def _change_of(change: ChangeRow, at: int) -> Make:
    """Which kind of change it is, from the keys it has."""
    given = frozenset(name for name in type(change).model_fields if getattr(change, name) is not None) - {
        "why"
    }
    for keys, optional, make in _FORMS:
        if keys <= given <= keys | optional:
            return make
    raise BadChange(at=f"changes[{at}]", fault=_FORM)


def _parameter(catalogue: "Catalogue", clauses: Mapping[str, Clause], change: ChangeRow) -> Clause:
    clause = _found(clauses, change.clause)
    row = clause.row.parameters.get(str(change.parameter))
    if row is None:
        raise UnknownParameterOf(clause=clause.id, name=change.parameter, known=tuple(clause.row.parameters))
    try:
        parameter_value(row, change.value)
    except ValueError as error:
        raise BadFact(fact=change.parameter, value=str(change.value), expected=error.args[0]) from None
    if change.from_ is None:
        new = row.model_copy(update={"value": change.value, "values": ()})
    else:
        kept = tuple(each for each in row.values if each.from_ != change.from_)
        dated = DatedRow.model_construct(from_=change.from_, value=change.value or 0, cite=None)
        new = row.model_copy(update={"values": (*kept, dated)})
    return _changed(clause, parameters={**clause.row.parameters, str(change.parameter): new})


def _reading(catalogue: "Catalogue", clauses: Mapping[str, Clause], change: ChangeRow) -> Clause:
    clause = _found(clauses, change.clause)
    row = clause.row.readings.get(str(change.reading))
    if row is None:
        raise UnknownChoice(clause=clause.id, name=change.reading, known=tuple(clause.row.readings))
    if change.option not in row.options:
        raise UnknownOptionOf(
            clause=clause.id, reading=change.reading, name=change.option, known=tuple(row.options)
        )
    new = row.model_copy(update={"default": change.option})
    return _changed(clause, readings={**clause.row.readings, str(change.reading): new})


def _repeal(catalogue: "Catalogue", clauses: Mapping[str, Clause], change: ChangeRow) -> Clause:
    clause = _found(clauses, change.repeal)
    last = change.from_ - timedelta(days=1) if change.from_ else date.min
    own = clause.row.valid or SpanRow()
    ends = [each for each in (clause.valid.last, last) if each is not None]
    return _changed(clause, valid=own.model_copy(update={"to": min(ends)}))


def _add(catalogue: "Catalogue", clauses: Mapping[str, Clause], change: ChangeRow) -> Clause:
    paper = catalogue.papers.get(str(change.paper))
    if paper is None:
        raise UnknownPaper(name=change.paper, known=tuple(catalogue.papers))
    row = change.add
    if row is None or row.id in clauses:
        raise BadChange(at=str(row and row.id), fault=_THERE)
    known = Vocabulary(dict(catalogue.facts), dict(catalogue.matters), dict(catalogue.certifiers))
    for fault in clause_faults(row, known):
        place = ".".join(str(step) for step in fault.path)
        raise BadChange(at=f"{row.id}.{place}", fault=fault.fault)
    return Clause(row, paper, catalogue.facts, hypothetical=True)


def _found(clauses: Mapping[str, Clause], name: str | None) -> Clause:
    found = clauses.get(str(name))
    if found is None:
        raise UnknownClause(name=name, known=tuple(clauses))
    return found


def _changed(clause: Clause, **update: Any) -> Clause:
    return Clause(clause.row.model_copy(update=update), clause.paper, clause.facts, hypothetical=True)


def _said(text: str) -> Text:
    return Text(text, text)


_FORMS: tuple[tuple[frozenset[str], frozenset[str], Make], ...] = (
    (frozenset({"clause", "parameter", "value"}), frozenset({"from_"}), _parameter),
    (frozenset({"clause", "reading", "option"}), frozenset(), _reading),
    (frozenset({"repeal"}), frozenset({"from_"}), _repeal),
    (frozenset({"add", "paper"}), frozenset(), _add),
)
_FORM = Text(
    "须为 {clause, parameter, from, value}、{clause, reading, option}、{repeal, from}、{add, paper} 之一",
    "one of {clause, parameter, from, value}, {clause, reading, option}, {repeal, from}, {add, paper}",
)
_THERE = Text("目录中已有这一条款", "the catalogue has this clause already")
