"""The shape of a policy file: strict, frozen, no key beyond these.

A policy is one head file and the parts it names; each part holds clauses, parameters or points.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ledger.text import Text

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
ClauseId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
Unit = Literal["money", "rate", "days", "count", "date", "month_day", "text", "choice"]
Quality = Literal["text", "A", "B", "C", "K", "J"]
Raw = str | int
Kind = Literal[
    "fixed_award", "rate", "tiered_award", "tiered_rate", "matching", "increment_rate", "interest_subsidy",
    "guarantee", "rent_subsidy", "staged_award", "selection", "stacking_rule", "sharing_rule", "budget",
    "validity", "procedure", "eligibility", "escrow_flow",
]  # fmt: skip


class Row(BaseModel):
    """Base of all rows: strict types, frozen, unknown keys refused."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", populate_by_name=True)


class Document(Row):
    """A paper that clauses are cited from."""

    title: Text
    issuer: Text
    note: Text | None = None


class Source(Row):
    """Where a value that the papers do not print comes from."""

    title: Text


class Clause(Row):
    """One sentence of a document that pays, limits, orders or decides; gist in our own words."""

    id: ClauseId
    document: Name
    article: str
    kind: Kind
    title: Text
    gist: Text
    parameters: tuple[Id, ...] = ()


class DatedRow(Row):
    """A value from a day on; `cite` is a clause of the policy or one of its sources."""

    from_: date = Field(alias="from")
    value: Raw | dict[Id, Raw]
    cite: str


class FieldRow(Row):
    """One column of a table parameter."""

    unit: Unit
    title: Text
    options: tuple[str, ...] = ()
    optional: bool = False


class ParameterRow(Row):
    """A number with its unit, dated values, bounds, quality and source.

    `not_below` names the parameter that is its floor; `together`: the columns of a table are all
    given or all `none`; `phrases` are ways of saying a value, used by presets.
    """

    id: Id
    unit: Unit | Literal["table"]
    title: Text
    clause: ClauseId
    quality: Quality
    source: str
    values: tuple[DatedRow, ...] = Field(min_length=1)
    optional: bool = False
    at_least: Raw | None = None
    at_most: Raw | None = None
    not_below: Id | None = None
    fields: dict[Id, FieldRow] = {}
    together: bool = False
    phrases: dict[str, Raw | dict[Id, Raw]] = {}


class Option(Row):
    """One way to read an open point.

    `moves_money`: whether the option, when its case arises, makes a payment or changes the amount,
    payee or day of one. `works` is false with a reason where it cannot be simulated.
    """

    means: Text
    moves_money: bool = True
    works: bool = True
    why_not: Text | None = None


class PointRow(Row):
    """One of the points that the text leaves open."""

    n: int
    id: Id
    kind: Literal["choice", "parameter", "fact"]
    clause: ClauseId
    title: Text
    why: Text
    default: str | None = None
    options: dict[Id, Option] = {}
    means: Text | None = None
    otherwise: Text | None = None
    where: str | None = None


class Span(Row):
    """Both days included."""

    from_: date = Field(alias="from")
    to: date | None = None


class Part(Row):
    """A part of a policy."""

    clauses: tuple[Clause, ...] = ()
    parameters: tuple[ParameterRow, ...] = ()
    points: tuple[PointRow, ...] = ()


class Head(Row):
    """The head of a policy file."""

    schema_: Literal["anxinbao/policy@1"] = Field(alias="schema")
    id: Name
    title: Text
    valid: Span
    calendar: str
    documents: dict[Name, Document]
    sources: dict[Name, Source]
    parts: tuple[str, ...]
    presets: dict[Id, dict[Id, str]]
