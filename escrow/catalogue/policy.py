"""A policy as the rest of the product sees it: clauses, dated parameters, readings, presets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from escrow.catalogue import resolve
from escrow.catalogue.calendar_table import CalendarTable
from escrow.catalogue.schema import Clause, Document, Option, Source
from ledger.text import Text

Cell = int | Fraction | date | str | None
ParameterValue = Cell | dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Dated:
    """A value from `from_` on, with the clause or source it is cited from."""

    from_: date
    value: ParameterValue
    cite: str


@dataclass(frozen=True, slots=True)
class TableField:
    """One column of a table parameter; `options` only for the unit `choice`."""

    unit: str
    title: Text
    options: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the policy: unit, dated values, bounds, the clause it belongs to, quality, source."""

    id: str
    unit: str
    title: Text
    values: tuple[Dated, ...]
    clause: str
    quality: str
    source: str
    optional: bool = False
    at_least: Cell = None
    at_most: Cell = None
    not_below: str | None = None
    fields: Mapping[str, TableField] = field(default_factory=dict)
    phrases: Mapping[str, ParameterValue] = field(default_factory=dict)
    together: bool = False

    def dated_on(self, day: date) -> Dated:
        """The entry in force on `day`; before the first one, the first."""
        in_force = [each for each in self.values if each.from_ <= day]
        return in_force[-1] if in_force else self.values[0]

    def value_on(self, day: date) -> ParameterValue:
        """The value in force on `day`."""
        return self.dated_on(day).value


@dataclass(frozen=True, slots=True)
class Reading:
    """An open point answered by a choice among named options."""

    n: int
    id: str
    clause: str
    title: Text
    options: Mapping[str, Option]
    default: str
    why: Text
    kind: str = "choice"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """An open point answered by a parameter of the same id, or by a fact of the scenario (`where`)."""

    n: int
    id: str
    kind: str
    clause: str
    title: Text
    means: Text
    otherwise: Text
    why: Text
    where: str = ""


Point = Reading | OpenPoint


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """One programme as data. `points` holds every open point in order; `digest` is that of its files."""

    id: str
    title: Text
    valid_from: date
    valid_to: date | None
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    clauses: Mapping[str, Clause]
    parameters: Mapping[str, Parameter]
    points: tuple[Point, ...]
    readings: Mapping[str, Reading]
    presets: Mapping[str, Mapping[str, str]]
    calendar: CalendarTable
    digest: str

    def resolve(
        self,
        preset: str = "literal",
        readings: Mapping[str, object] | None = None,
        overrides: Mapping[str, object] | None = None,
        on: date | None = None,
    ) -> "resolve.Resolved":
        """The policy with every point decided: preset, then single readings, then overrides.

        Parameters are those in force `on` a day, by default the first day of the policy.
        Raises UnknownPreset, UnknownReading, UnknownOption, OptionCannotWork, UnknownParameter, BadValue.
        """
        return resolve.resolved(self, preset, readings or {}, overrides or {}, on or self.valid_from)
