"""The shape of a paper file: strict, frozen, no key beyond these."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from escrow.catalogue.schema import ClauseId, Id, Kind, Name, Quality, Row
from ledger.text import Text

Raw = str | int | bool
Expr = str | int | bool
Unit = Literal["money", "usd", "ratio", "number", "date", "text", "bool"]
Word = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$")]


class SpanRow(Row):
    """Both days included; either end may be left out. `to: open` ends later than any day."""

    from_: date | None = Field(default=None, alias="from")
    to: date | Literal["open"] | None = None
    clause: ClauseId | None = None

    @property
    def last(self) -> date | None:
        """The last day; None where there is none."""
        return None if self.to == "open" else self.to

    def within(self, outer: "SpanRow") -> "SpanRow":
        """The span with the ends that it leaves out taken from `outer`."""
        return SpanRow(from_=self.from_ or outer.from_, to=self.to or outer.to)

    @property
    def ordinals(self) -> tuple[int, int]:
        """Ordinals of both ends, an open end as far as the calendar goes."""
        first, last = self.from_, self.last
        return first.toordinal() if first else FIRST_DAY, last.toordinal() if last else LAST_DAY


FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()


class DatedRow(Row):
    """A value from a day on, and the clause or source it is cited from."""

    from_: date = Field(alias="from")
    value: Raw | tuple[Raw, ...]
    cite: str | None = None


class ParameterRow(Row):
    """A number of the clause: one value, or dated values. `open`: the text gives none, so it is assumed."""

    unit: Unit
    title: Text
    value: Raw | tuple[Raw, ...] | None = None
    values: tuple[DatedRow, ...] = ()
    cite: str | None = None
    open: bool = False
    quality: Quality = "text"
    note: Text | None = None


class ReadingRow(Row):
    """A point the text leaves open, with its options and the one taken unless a case says otherwise."""

    title: Text
    default: Id
    why: Text
    options: dict[Id, Text] = Field(min_length=1)


class GuardRow(Row):
    """A condition with its reason."""

    test: Expr
    why: Text
    cite: str | None = None


class BandRow(Row):
    """A band of a table: from a bound (`from` includes it, `above` does not) a rate or an award."""

    from_: Expr | None = Field(default=None, alias="from")
    above: Expr | None = None
    rate: Expr | None = None
    award: Expr | None = None


class TableRow(Row):
    """An amount looked up by a text, or by the band of a number; lists are added up, or as `over` says."""

    by: Expr | None = None
    values: dict[str, Expr] = {}
    else_: Expr | None = Field(default=None, alias="else")
    of: Expr | None = None
    mode: Literal["marginal", "slab", "award"] | None = None
    bands: tuple[BandRow, ...] = ()
    over: Literal["sum", "max", "min"] = "sum"


class RoundRow(Row):
    """A multiple of what, and which way."""

    to: str
    way: Literal["down", "up", "half_up"]


class StepRow(Row):
    """Exactly one operation."""

    rate: Expr | None = None
    minus: Expr | None = None
    top_up: Expr | None = None
    at_least: Expr | None = None
    zero_below: Expr | None = None
    cap: Expr | None = None
    round: RoundRow | None = None
    scope: str | None = None
    if_: Expr | None = Field(default=None, alias="if")
    cite: str | None = None
    why: Text | None = None


class OutcomeRow(Row):
    """A result in words; `{name}` places are filled from `show`, or hold an expression themselves."""

    when: Expr | None = None
    code: Id
    say: Text
    show: dict[Id, Expr] = {}


class LineRow(Row):
    """A line of an envelope."""

    amount: Expr
    title: Text


class EnvelopeRow(Row):
    """What a budget clause sets aside, for which clauses and years, and the total it lies within."""

    amount: Expr
    floor: bool = False
    years: tuple[int, ...] | Literal["every"] = ()
    funds: tuple[str, ...] = ()
    within: ClauseId | None = None
    lines: dict[str, LineRow] = {}


class StackRow(Row):
    """Awards that are not added without more: the highest, the first, or the sum up to a total."""

    group: str
    per: tuple[str, ...] = ("enterprise", "matter")
    pick: Literal["highest", "sum", "first"] = "highest"
    total_cap: Expr | None = None


class SelectRow(Row):
    """A selection among applicants: weights of scores, a minimum, places, per group, and who wins a tie."""

    score: dict[Id, Expr] = {}
    min: Expr | None = None
    top: Expr | None = None
    per: tuple[str, ...] = ()
    places: dict[str, Expr] = {}
    ties: str | None = None


class LimitRow(Row):
    """A pool: a cap over several awards, what it already paid, and what happens when it is short."""

    cap: Expr
    per: tuple[str, ...]
    pool: str
    title: Text | None = None
    at: Literal["award", "payment"] = "award"
    short: Literal["trim", "reject", "prorate", "defer"] = "trim"
    used: Expr | None = None


class StageRow(Row):
    """A payment at an event, some years later, of a share or the rest; `shares` is a list, one stage each."""

    event: Id
    after_years: Expr = 0
    share: Expr | None = None
    shares: Expr | None = None
    rest: bool = False
    claw_back_if: Expr | None = None


class RecheckRow(Row):
    """A test repeated after payment, and what follows when it fails."""

    every: Literal["year"] = "year"
    years: Expr = 1
    test: Expr
    why: Text
    lapse: Literal["stop", "claw_back"] = "stop"


class PayRow(Row):
    """Who pays which share, and in which stages."""

    payers: dict[Id, Expr] = {}
    odd_to: Id | None = None
    stages: tuple[StageRow, ...] = ()
    recheck: RecheckRow | None = None


class ExampleRow(Row):
    """A worked example: facts and what must come out."""

    facts: dict[str, Raw | tuple[Raw, ...]] = {}
    on: date | None = None
    readings: dict[str, str | bool] = {}
    parameters: dict[str, Raw | tuple[Raw, ...]] = {}
    amount: Raw | None = None
    value: Raw | None = None
    outcome: str | None = None
    failed: int | None = None
    stages: tuple[Raw, ...] | None = None
    payers: dict[str, Raw] | None = None
    why: Text | str | None = None


class ClauseRow(Row):
    """One clause: what is paid to whom, under which conditions, and how much."""

    id: ClauseId
    article: Word
    kind: Kind
    binding: Literal["exact", "at_most", "none"]
    pays: Literal["cash", "envelope", "equity", "contingent", "fee_relief", "rule"]
    title: Text
    gist: Text
    recipient: str = "none"
    matter: Id
    valid: SpanRow | None = None
    replaces: tuple[ClauseId, ...] = ()
    yields_to: tuple[ClauseId, ...] = ()
    adds_to: tuple[ClauseId, ...] = ()
    parameters: dict[Id, ParameterRow] = {}
    readings: dict[Id, ReadingRow] = {}
    assume: dict[Id, Expr] = {}
    when: tuple[GuardRow, ...] = ()
    amount: Expr | TableRow | None = None
    yields: Unit = "money"
    unit: Text | None = None
    steps: tuple[StepRow, ...] = ()
    outcomes: tuple[OutcomeRow, ...] = ()
    envelope: EnvelopeRow | None = None
    stack: StackRow | None = None
    select: SelectRow | None = None
    limits: tuple[LimitRow, ...] = ()
    pay: PayRow | None = None
    not_computed: Text | None = None
    note: Text | None = None
    examples: tuple[ExampleRow, ...] = ()


class RankRow(Row):
    """A clause that puts this paper over others from a day on."""

    clause: ClauseId
    over: tuple[Name, ...]
    from_: date | None = Field(default=None, alias="from")
    means: Text


class StackingRow(Row):
    """The paper's rule on several claims to the same money.

    `when`: the options of the clause's readings under which the rule reads so; `except` clauses stay outside.
    """

    clause: ClauseId
    per: tuple[str, ...]
    pick: Literal["highest", "sum", "first", "top_up"]
    across: tuple[Name, ...]
    except_: tuple[ClauseId, ...] = Field(default=(), alias="except")
    when: dict[Id, Id] = {}
    from_: date | None = Field(default=None, alias="from")
    means: Text | None = None

    def holds(self, readings: Mapping[str, str]) -> bool:
        """Whether the readings chosen for the clause are those of this row."""
        return all(readings.get(name) == option for name, option in self.when.items())


class Paper(Row):
    """A paper: its head and its clauses."""

    schema_: Literal["anxinbao/clauses@1"] = Field(alias="schema")
    id: Name
    title: Text
    number: str | None = None
    issuer: Text
    place: Id | None = None
    issued: date | None = None
    status: Literal["in_force", "draft"]
    valid: SpanRow = SpanRow()
    ranks: tuple[RankRow, ...] = ()
    stacking: tuple[StackingRow, ...] = ()
    note: Text | None = None
    clauses: tuple[ClauseRow, ...] = ()

    @property
    def term(self) -> tuple[int, int]:
        """First and last day in force, as ordinals."""
        return self.valid.ordinals
