"""The writer: seals bodies into the chain and hands them to the store in batches."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from ledger.chain import GENESIS, Head
from ledger.encoding import Body, seal
from ledger.entry import Posting
from ledger.errors import LedgerOfAnotherRun, ResumeDiverged
from ledger.record import PostingLine, StoredRecord
from ledger.store.protocol import Store

BATCH = 2_000
"""Records per transaction."""


class Writer:
    """Numbers, links and digests records; while `stored` lasts, compares instead of writing."""

    def __init__(
        self,
        store: Store,
        head: Head | None,
        *,
        batch: int = BATCH,
        stored: Iterator[StoredRecord] | None = None,
    ) -> None:
        self.store = store
        self.seq, self.digest = head or Head(-1, GENESIS)
        self._batch = batch
        self._stored = stored
        self._rows: list[StoredRecord] = []
        self._lines: list[PostingLine] = []

    def write(
        self, kind: str, id: str, body: Body, recorded: str, on: str = "", postings: Sequence[Posting] = ()
    ) -> int:
        """Seal the next record; its sequence number. It reaches the store with its batch."""
        seq = self.seq + 1
        content = seal(body, seq, self.digest, recorded)
        record = StoredRecord(seq, kind, id, sha256(content).hexdigest(), content)
        if self._stored is None or not self._matches(record):
            if len(self._rows) >= self._batch:
                self.flush()
            self._rows.append(record)
            for line, (account, amount_fen, project) in enumerate(postings):
                self._lines.append((seq, line, account, amount_fen, project, on, recorded))
        self.seq, self.digest = seq, record.digest
        return seq

    def flush(self) -> None:
        """Store what is waiting, in one transaction."""
        if self._rows:
            self.store.append(self._rows, self._lines)
            self._rows, self._lines = [], []

    def find(self, kind: str, id: str, seq: int) -> StoredRecord | None:
        """The record of that kind, id and number, stored or still waiting."""
        if self._rows and seq >= self._rows[0].seq:
            return self._rows[seq - self._rows[0].seq]
        return self.store.find(kind, id)

    def _matches(self, record: StoredRecord) -> bool:
        """Whether the store already holds this record; False when its records have run out."""
        assert self._stored is not None
        kept = next(self._stored, None)
        if kept is None:
            self._stored = None
            return False
        if kept != record:
            fault = ResumeDiverged if record.seq else LedgerOfAnotherRun
            raise fault(seq=record.seq, place=self.store.place)
        return True
