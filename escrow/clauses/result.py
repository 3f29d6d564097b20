"""What an evaluation says: the amount, how it came about, what was missing; codes and exact values only."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from escrow.rules.citation import Citation
from ledger.text import Lang, Text

if TYPE_CHECKING:
    from escrow.clauses.clause import Clause

IN_FORCE, SELECTED = -2, -3


class Shortfall(NamedTuple):
    """What a failed comparison lacks: so much money (fen), so many days, or so many."""

    kind: str
    amount: int | Fraction


class Failed(NamedTuple):
    """A condition that does not hold: its place among `when` (or IN_FORCE, SELECTED), and what is missing."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of it
    test: str
    why: Text
    missing: Shortfall | None = None

    @property
    def missing_fen(self) -> int:
        """The money missing, 0 when nothing can be measured in money."""
        return int(self.missing.amount) if self.missing and self.missing.kind == "money" else 0


class Working(NamedTuple):
    """One thing done: a code, its place in the clause, the value before, what it met, the value after."""

    step: str
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of it
    before: Any
    operand: Any
    after: Any


class LimitTaken(NamedTuple):
    """A pool as it stood for this award."""

    pool: str
    per: tuple[str, ...]
    at: str
    short: str
    cap_fen: int
    used_fen: int


class Evaluation(NamedTuple):
    """One case under one clause."""

    clause: "Clause"
    on: int
    amount_fen: int | None
    value: int | Fraction | None
    outcome: str | None
    shown: tuple[tuple[str, Any], ...]
    workings: tuple[Working, ...]
    failed: tuple[Failed, ...]
    assumed: tuple[tuple[str, Any], ...]
    readings: tuple[tuple[str, str], ...]
    parameters: tuple[tuple[str, Any], ...]
    stages: tuple[tuple[str, int, int], ...]
    payers: tuple[tuple[str, int], ...]
    limits: tuple[LimitTaken, ...]
    in_force: bool
    hypothetical: bool
    score: int | Fraction | None = None
    would_be: int | Fraction | None = None
    names: Mapping[str, Any] = {}  # every value the case met, for words on display

    @property
    def citation(self) -> Citation:
        """The document, article and clause that allow the amount."""
        return self.clause.citation

    @property
    def unit(self) -> str:
        """What the result measures: money, number, ratio, date, or none."""
        return self.clause.row.yields if self.clause.row.amount is not None else "none"

    @property
    def draft(self) -> bool:
        """Whether the paper is a draft."""
        return self.clause.draft

    @property
    def passed(self) -> bool:
        """Whether every condition holds."""
        return not self.failed

    def said(self, lang: Lang) -> str:
        """The outcome in words, its places filled; empty when there is none."""
        from escrow.clauses.words import said

        return said(self, lang)

    def plain(self, lang: Lang = "zh") -> dict[str, Any]:
        """Everything as JSON-able data with the words in `lang`."""
        from escrow.clauses.words import plain

        return plain(self, lang)
