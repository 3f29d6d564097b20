"""A store that lasts as long as its object."""

from collections.abc import Iterator, Sequence
from itertools import chain

from ledger.chain import Head
from ledger.record import PostingLine, PostingRow, StoredRecord, posting_rows
from ledger.store.protocol import Sum, check_continues, recorded_by


class MemoryStore:
    """Records in a list; nothing is ever taken out of it."""

    def __init__(self) -> None:
        self.place = "memory"
        self._records: list[StoredRecord] = []
        self._postings: list[PostingRow] = []
        self._seqs: dict[tuple[str, str], int] = {}
        self._files: dict[str, bytes] = {}

    def append(self, rows: Sequence[StoredRecord], postings: Sequence[PostingLine] | None = None) -> None:
        """Add records that continue the head; LedgerMoved otherwise."""
        if not rows:
            return
        check_continues(self.place, self.head(), rows)
        if postings is None:
            postings = list(chain.from_iterable(map(posting_rows, rows)))
        self._records.extend(rows)
        self._postings.extend(map(PostingRow._make, postings))
        self._seqs.update({(row.kind, row.id): row.seq for row in rows})

    def head(self) -> Head | None:
        """The last record."""
        if not self._records:
            return None
        return Head(self._records[-1].seq, self._records[-1].digest)

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        """Records from `start` on."""
        return (self._records[seq] for seq in range(start, len(self._records)))

    def find(self, kind: str, id: str) -> StoredRecord | None:
        """The event or entry of that id."""
        seq = self._seqs.get((kind, id))
        return None if seq is None else self._records[seq]

    def postings(self, start: int = 0) -> Iterator[PostingRow]:
        """Index lines from `start` on."""
        return (row for row in self._postings if row.seq >= start)

    def sums(
        self, *, seq: int | None = None, on: str | None = None, recorded: str | None = None
    ) -> Iterator[Sum]:
        """Totals by account and project as of the given bounds."""
        totals: dict[tuple[str, str], int] = {}
        for row in self._postings:
            late = seq is not None and row.seq > seq
            late = late or (on is not None and row.effective_on > on)
            if not late and (recorded is None or recorded_by(row.recorded, recorded)):
                key = (row.account, row.project)
                totals[key] = totals.get(key, 0) + row.amount_fen
        return (Sum(*key, total) for key, total in totals.items())

    def attach(self, name: str, content: bytes) -> None:
        """Lay a file beside the chain."""
        self._files[name] = bytes(content)

    def attachment(self, name: str) -> bytes | None:
        """The file of that name."""
        return self._files.get(name)

    def attachments(self) -> list[str]:
        """The names of the files, sorted."""
        return sorted(self._files)

    def erase(self, name: str) -> None:
        """Remove a file."""
        self._files.pop(name, None)

    def close(self) -> None:
        """Nothing to let go of."""
