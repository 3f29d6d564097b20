"""The derived index of postings, compared with what the bytes say."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Protocol

from ledger.chain import Head
from ledger.verify.facts import Facts
from ledger.verify.findings import Code, Findings

Row = tuple[Any, ...]
COLUMNS = ("seq", "line", "account", "amount_fen", "project", "effective_on", "recorded")


class Headed(Protocol):
    """What knows its last record."""

    def head(self) -> Head | None:
        """The last record."""


class Index:
    """Walks the index beside the records; both are in order of sequence and line."""

    def __init__(self, findings: Findings, rows: Iterator[Row]) -> None:
        self.findings = findings
        self._rows = rows
        self._held: list[Row] = []
        self._seq = 0

    def compare(self, seq: int, facts: Facts) -> None:
        """Compare the lines of one entry."""
        on, recorded = facts.on, facts.recorded
        expected = [
            (seq, line, account, amount_fen, project, on, recorded)
            for line, (account, amount_fen, project) in enumerate(facts.postings)
        ]
        if self._held or (found := list(islice(self._rows, len(expected)))) != expected:
            if not self._held:
                self._held = found
            self._compare_slowly(seq, expected)

    def close(self, last: int, store: Headed) -> None:
        """Rows left over are findings, unless another process has just appended their records."""
        self._surplus(last + 1)
        if self._peek() is None:
            return
        now = store.head()
        while (row := self._peek()) is not None and now is not None and row[0] <= now.seq:
            self._held.pop(0)
        self._surplus(None)

    def _compare_slowly(self, seq: int, expected: list[Row]) -> None:
        self._seq = seq
        self._surplus(seq)
        for row in expected:
            found = self._take(seq, row[1])
            if found is None:
                self.findings.add(Code.INDEX_DIFFERS, seq, _written(row), "none", "postings")
            elif found != row:
                column = next(name for name, a, b in zip(COLUMNS, row, found, strict=True) if a != b)
                self.findings.add(
                    Code.INDEX_DIFFERS, seq, _written(row), _written(found), f"postings.{column}"
                )

    def _take(self, seq: int, line: int) -> Row | None:
        """The index row of that place, if there; rows before it are surplus."""
        while (row := self._peek()) is not None and row[:2] < (seq, line):
            self._drop()
        if row is None or row[:2] != (seq, line):
            return None
        return self._held.pop(0)

    def _surplus(self, seq: int | None) -> None:
        """Report rows before record `seq`, or all that are left."""
        while (row := self._peek()) is not None and (seq is None or row[0] < seq):
            self._drop()

    def _drop(self) -> None:
        row = self._held.pop(0)
        seq = row[0] if type(row[0]) is int else self._seq
        self.findings.add(Code.INDEX_DIFFERS, seq, "none", _written(row), "postings")

    def _peek(self) -> Row | None:
        while not self._held or not _is_placed(self._held[0]):
            if self._held:
                self._drop()
            self._held = self._held or list(islice(self._rows, 1))
            if not self._held:
                return None
        return self._held[0]


def _is_placed(row: Row) -> bool:
    """Whether sequence and line are numbers, as they are unless someone changed their type."""
    return type(row[0]) is int and type(row[1]) is int


def _written(row: Row) -> str:
    return " ".join(str(part) for part in row[2:])
