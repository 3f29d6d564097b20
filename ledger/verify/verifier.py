"""The verifier: reads stored bytes only, once, in order, and derives everything else anew."""

from collections.abc import Callable, Iterator
from typing import Protocol

from ledger.chain import GENESIS, Head
from ledger.record import PostingRow, StoredRecord
from ledger.store.errors import DamagedDatabase, StoreFault
from ledger.verify.books import Books
from ledger.verify.chain import Chain
from ledger.verify.examine import Examiner
from ledger.verify.findings import Code, Findings
from ledger.verify.index import Index
from ledger.verify.known import Known
from ledger.verify.position import Position
from ledger.verify.prefix import Prefix
from ledger.verify.report import Report

KEPT = 100
"""Findings kept with their texts; all are counted."""

EVERY = 50_000
"""Records between two saved positions."""


class Source(Protocol):
    """What verification needs of a store."""

    def head(self) -> Head | None:
        """The last record."""

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        """Records from `start` on."""

    def postings(self, start: int = 0) -> Iterator[PostingRow]:
        """Lines of the derived index from `start` on."""


def verify(
    store: Source,
    *,
    head: Head | None = None,
    resume_from: Position | None = None,
    save: Callable[[Position], None] | None = None,
    every: int = EVERY,
    kept: int = KEPT,
) -> Report:
    """Verify a ledger from its stored bytes; nothing is written to it.

    `head` is one kept elsewhere: record SEQ must have that digest. With `resume_from` the
    records up to there are only re-hashed and compared, by the chain, with what verified
    before. `save` is called with a position after every `every` records, as long as nothing
    has been found. Raises StoreFault when the place itself is busy or gone.
    """
    findings = Findings(kept)
    known = Known(findings, store)
    try:
        return _Run(store, findings, known, head, save, every).run(resume_from)
    finally:
        known.close()


class _Run:
    """One verification."""

    def __init__(
        self,
        store: Source,
        findings: Findings,
        known: Known,
        head: Head | None,
        save: Callable[[Position], None] | None,
        every: int,
    ) -> None:
        self.store = store
        self.findings = findings
        self.known = known
        self.head = head
        self.save = save
        self.every = every
        self.books = Books(findings)
        self.chain = Chain(findings, 0, GENESIS)

    def run(self, resume_from: Position | None) -> Report:
        try:
            # What another process appends meanwhile is left to the next verification.
            stored = self.store.head()
            last = -1 if stored is None else stored.seq
            if resume_from is not None:
                self._resume(resume_from)
            self._read(last)
        except StoreFault as fault:
            if type(fault) not in (DamagedDatabase, StoreFault):
                raise
            self.findings.add(Code.STORE_FAILED, self.chain.next_seq, "", fault.say("en"))
        return self._report()

    def _resume(self, position: Position) -> None:
        self.books = position.books(self.findings)
        prefix = Prefix(self.findings, self.chain, self.known)
        for row in self.store.records():
            if row.seq > position.seq:
                break
            prefix.take(row)
            self._compare_head(row.seq)
        if (self.chain.next_seq - 1, self.chain.digest) != (position.seq, position.digest):
            self.findings.add(
                Code.POSITION_DIFFERS,
                position.seq,
                position.digest,
                f"{self.chain.next_seq - 1}:{self.chain.digest}",
            )

    def _read(self, last: int) -> None:
        start = self.chain.next_seq
        index = Index(self.findings, iter(self.store.postings(start)))
        examiner = Examiner(self.findings, self.books, self.chain, self.known, index)
        wanted = -1 if self.head is None else self.head.seq
        for row in self.store.records(start):
            if row.seq > last:
                break
            examiner.take(row)
            if row.seq == wanted:
                self._compare_head(row.seq)
            if self.save is not None and row.seq % self.every == self.every - 1:
                self._save(self.save)
        self.known.flush()
        self.chain.close()
        index.close(last, self.store)

    def _compare_head(self, seq: int) -> None:
        head = self.head
        if head is not None and seq == head.seq and self.chain.digest != head.digest:
            self.findings.add(Code.HEAD_DIFFERS, seq, head.digest, self.chain.digest, seq)

    def _save(self, save: Callable[[Position], None]) -> None:
        self.known.flush()
        if not self.findings and not self.chain.is_broken:
            save(self._position())

    def _position(self) -> Position:
        return Position.of(self.books, self.chain.next_seq - 1, self.chain.digest)

    def _report(self) -> Report:
        end = self.chain.next_seq - 1
        if self.head is not None and self.head.seq > end:
            self.findings.add(Code.HEAD_DIFFERS, end + 1, self.head.digest, "none", self.head.seq)
        position = None if self.findings or end < 0 else self._position()
        finished = self.books.finished_at
        # A head that vouches for the last record says that nothing was cut off after it.
        if finished is None and (self.head is None or self.head.seq < end):
            self.findings.add(Code.UNFINISHED, end + 1)
        return Report(
            findings=self.findings.earliest(),
            found=dict(self.findings.counts),
            head=Head(end, self.chain.digest) if end >= 0 else None,
            position=position,
            counts=dict(self.books.counts),
            finished=finished is not None,
            manual=0 if finished is None else max(0, end - finished),
            beyond_head=0 if self.head is None else max(0, end - self.head.seq),
        )
