"""Where a verification stopped, so that the next one can go on from there."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Self

from ledger.problem import Problem
from ledger.text import Text
from ledger.verify.books import Books, Chart
from ledger.verify.findings import Findings

_VERSION = 1


class BadPosition(Problem):
    """A saved position is not one this program wrote."""

    message = Text("不是核验位置：{why}", "not a saved position of verify: {why}")
    advice = Text("请从头核验", "verify from the start")


@dataclass(frozen=True, slots=True)
class Position:
    """The state of the books after a record that verified, with everything before it.

    It is as trustworthy as the place it is kept in, like a head. JSON by `dumps` and `loads`.
    """

    seq: int
    digest: str
    chart: Chart
    balances: dict[str, int]
    counts: dict[str, int]
    debits_fen: int
    finished_at: int | None

    @classmethod
    def of(cls, books: Books, seq: int, digest: str) -> Self:
        """The present state of `books`, copied."""
        return cls(
            seq,
            digest,
            books.chart,
            dict(books.balances),
            dict(books.counts),
            books.debits_fen,
            books.finished_at,
        )

    def books(self, findings: Findings) -> Books:
        """Books that go on from here. Raises BadPosition when an account has no rule."""
        books = Books(
            findings, self.chart, dict(self.balances), dict(self.counts), self.debits_fen, self.finished_at
        )
        try:
            books.relearn_floors()
        except LookupError as fault:
            raise BadPosition(why=str(fault)) from fault
        return books

    def dumps(self) -> str:
        """The position as JSON."""
        return json.dumps({"position": _VERSION, **asdict(self)}, sort_keys=True)

    @classmethod
    def loads(cls, text: str) -> Self:
        """The position from JSON; raises BadPosition."""
        try:
            facts = json.loads(text)
            if facts.pop("position") != _VERSION:
                raise BadPosition(why="position != 1")
            facts["chart"] = tuple((prefix, floor, kind) for prefix, floor, kind in facts["chart"])
            return cls(**facts)._checked()
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
            raise BadPosition(why=str(fault)) from fault

    def _checked(self) -> Self:
        numbers: list[Any] = [self.seq, self.debits_fen, *self.balances.values(), *self.counts.values()]
        good = all(type(number) is int for number in numbers) and self.seq >= 0
        good = good and (self.finished_at is None or type(self.finished_at) is int)
        if not good or type(self.digest) is not str or set(self.counts) != _COUNTS:
            raise BadPosition(why="seq, digest, counts, balances")
        return self


_COUNTS = {"records", "events", "entries", "refusals"}
