"""Places and links: is every record where it belongs, and joined to the bytes before it?

A broken link alone does not say which side of it was changed. The record after it does:
when it is still joined, the later side is as it was written, and the earlier one is named.
When it is not, one change to the record in the middle explains both breaks. At the end of
the ledger, where nothing vouches for the last record, the earlier side is named.
"""

from typing import NamedTuple

from ledger.verify.findings import Code, Findings


class _Break(NamedTuple):
    """A link that does not hold, between `seq` - 1 and `seq`, not yet explained."""

    seq: int
    linked_to: object
    found: str


class Chain:
    """Follows the digests of the stored bytes, one record at a time."""

    def __init__(self, findings: Findings, next_seq: int, digest: str) -> None:
        self.findings = findings
        self.next_seq = next_seq
        self.digest = digest
        self._break: _Break | None = None
        self._doubtful = False

    def follow(self, seq: int, digest: str, prev: object, *, doubtful: bool) -> None:
        """Take in one record: the digest of its bytes, and the previous digest it names.

        `doubtful` says that the record has a finding of its own that explains a broken
        link on either side (its digest, its place, unreadable bytes).
        """
        if seq == self.next_seq and prev == self.digest:
            if self._break:
                self._blame(self._break.seq - 1)
        else:
            self._part(seq, prev, doubtful)
        self.digest = digest
        self.next_seq = seq + 1
        self._doubtful = doubtful

    @property
    def is_broken(self) -> bool:
        """Whether a broken link waits for the next record to be explained."""
        return self._break is not None

    def close(self) -> None:
        """The ledger has ended: nothing more can explain a broken link."""
        if self._break:
            self._blame(self._break.seq - 1)

    def _part(self, seq: int, prev: object, doubtful: bool) -> None:
        if self._break:
            self._blame(self._break.seq)
        elif seq == self.next_seq and not doubtful and not self._doubtful:
            self._break = _Break(seq, prev, self.digest)
        if seq > self.next_seq:
            self.findings.add(Code.GAP, self.next_seq, self.next_seq, seq)
        elif seq < self.next_seq:
            self.findings.add(Code.MISPLACED, seq, self.next_seq, seq)

    def _blame(self, seq: int) -> None:
        assert self._break is not None
        self.findings.add(Code.BROKEN_LINK, max(seq, 0), self._break.linked_to, self._break.found)
        self._break = None
