"""Which ids and reversals the ledger has shown so far."""

from collections.abc import Iterator
from typing import Any, Protocol

from ledger.record import StoredRecord
from ledger.verify.books import mirrored
from ledger.verify.decode import Record, Unreadable, decode
from ledger.verify.findings import Code, Findings
from ledger.verify.ids import Ids


class Records(Protocol):
    """Where an earlier record can be read again."""

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        """Records from `start` on."""


class Known:
    """The ids of events and entries, and which entries have been reversed; on disk."""

    def __init__(self, findings: Findings, source: Records) -> None:
        self.findings = findings
        self.source = source
        self.events = Ids(findings)
        self.entries = Ids(findings)
        self.reversed = Ids(findings)

    def reversal(self, seq: int, id: str, target: str, postings: list[list[Any]]) -> None:
        """Check that an entry may reverse `target`: it is there, not a reversal, whole, the first time."""
        fault = self._fault(seq, target, postings)
        if fault:
            self.findings.add(Code.BAD_REVERSAL, seq, fault, target, id)
        else:
            self.reversed.add(target, seq)

    def flush(self) -> None:
        """Make every duplicate up to here known."""
        for ids in (self.events, self.entries, self.reversed):
            ids.flush()

    def close(self) -> None:
        """Drop what was kept on disk."""
        for ids in (self.events, self.entries, self.reversed):
            ids.close()

    def _fault(self, seq: int, target: str, postings: list[list[Any]]) -> str:
        place = self.entries.seq_of(target)
        if place is None or place >= seq:
            return "an earlier entry"
        earlier = self.reversed.seq_of(target)
        if earlier is not None:
            return f"no second reversal after record {earlier}"
        original = self._again(place)
        if original is None or original.get("reverses") != "":
            return "an entry that is no reversal itself"
        return "" if postings == mirrored(original["postings"]) else "the same lines with opposite amounts"

    def _again(self, seq: int) -> Record | None:
        """Read an earlier record again; its shape has been checked when it came by."""
        row = next(iter(self.source.records(seq)), None)
        try:
            return None if row is None else decode(row.bytes)[1]
        except Unreadable:
            return None
