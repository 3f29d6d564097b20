"""The shape of a facts file, the vocabulary of cases: strict, frozen, no key beyond these."""

from typing import Literal

from pydantic import Field

from escrow.catalogue.schema import Id, Row
from escrow.clauses.schema import Raw, Unit
from ledger.text import Text


class FactRow(Row):
    """Something a case can state: its type, whether one, a list or a yearly series, and who certifies it.

    `signed`: may be negative. `whole`: no fractions. `most`: the largest value there can be. `dated`:
    may be stated as values that hold from a day on.
    """

    type: Unit
    form: Literal["one", "list", "series"] = "one"
    title: Text
    certified_by: Id
    default: Raw | tuple[Raw, ...] | None = None
    options: tuple[str, ...] = ()
    signed: bool = False
    whole: bool = False
    most: Raw | None = None
    dated: bool = False
    unit: Text | None = None
    note: Text | None = None


class FactsRow(Row):
    """A facts file."""

    schema_: Literal["anxinbao/facts@1"] = Field(alias="schema")
    certifiers: dict[Id, Text] = Field(default_factory=dict)
    facts: dict[Id, FactRow] = Field(default_factory=dict)
    matters: dict[Id, Text] = Field(default_factory=dict)
