"""What every store does."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from ledger.chain import GENESIS, Head
from ledger.record import PostingLine, PostingRow, StoredRecord, parse
from ledger.store.errors import LedgerMoved


class Sum(NamedTuple):
    """What one account holds for one project, in fen."""

    account: str
    project: str
    amount_fen: int


class Store(Protocol):
    """An append-only list of records, the index of their postings, and attachments beside them."""

    place: str

    def append(self, rows: Sequence[StoredRecord], postings: Sequence[PostingLine] | None = None) -> None:
        """Add records in one transaction; LedgerMoved unless they continue the stored head.

        `postings` are the index lines of these records; without them they are derived.
        """

    def head(self) -> Head | None:
        """The last record, or None for an empty store."""

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        """Records from sequence number `start` on, streaming."""

    def find(self, kind: str, id: str) -> StoredRecord | None:
        """The event or entry of that id."""

    def postings(self, start: int = 0) -> Iterator[PostingRow]:
        """Index lines from sequence number `start` on, by (seq, line), streaming."""

    def sums(
        self, *, seq: int | None = None, on: str | None = None, recorded: str | None = None
    ) -> Iterator[Sum]:
        """Totals by account and project over entries up to `seq`, effective `on`, `recorded` by."""

    def attach(self, name: str, content: bytes) -> None:
        """Lay a file beside the chain, replacing one of that name."""

    def attachment(self, name: str) -> bytes | None:
        """The file of that name."""

    def attachments(self) -> list[str]:
        """The names of the files beside the chain, sorted."""

    def erase(self, name: str) -> None:
        """Remove a file beside the chain; the chain still verifies."""

    def close(self) -> None:
        """Let go of the place."""


def check_continues(place: str, head: Head | None, rows: Sequence[StoredRecord]) -> None:
    """LedgerMoved unless `rows` follow `head` without a gap and name its digest."""
    last, link = head or Head(-1, GENESIS)
    gapless = [row.seq for row in rows] == list(range(last + 1, last + 1 + len(rows)))
    if not gapless or parse(rows[0].bytes)["prev"] != link:
        raise LedgerMoved(place=place, found=last)


def recorded_by(recorded: str, cutoff: str) -> bool:
    """Whether something recorded at `recorded` was known by `cutoff` (a day lasts to its end)."""
    return recorded[: len(cutoff)] <= cutoff
