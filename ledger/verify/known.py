"""Which ids and reversals the ledger has shown so far."""

from collections.abc import Iterator
from typing import Protocol

from ledger.record import StoredRecord
from ledger.verify.books import mirrored
from ledger.verify.decode import Record, Unreadable, decode
from ledger.verify.facts import Facts
from ledger.verify.findings import Code, Findings
from ledger.verify.ids import Ids
from ledger.verify.shape import BadShape, check_fields


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

    def reversal(self, seq: int, facts: Facts) -> None:
        """Check a reversal: its original is there, is none itself, is mirrored, for the first time."""
        fault = self._fault(seq, facts)
        if fault:
            self.findings.add(Code.BAD_REVERSAL, seq, fault, facts.reverses, facts.id)
        else:
            self.reversed.add(facts.reverses, seq)

    def flush(self) -> None:
        """Make every duplicate up to here known."""
        for ids in (self.events, self.entries, self.reversed):
            ids.flush()

    def close(self) -> None:
        """Drop what was kept on disk."""
        for ids in (self.events, self.entries, self.reversed):
            ids.close()

    def _fault(self, seq: int, facts: Facts) -> str:
        target = facts.reverses
        place = self.entries.seq_of(target)
        if place is None or place >= seq:
            return "an earlier entry"
        earlier = self.reversed.seq_of(target)
        if earlier is not None:
            return f"no second reversal after record {earlier}"
        original = self._again(place)
        if original is None or original["reverses"]:
            return "an entry that is no reversal itself"
        return (
            "" if facts.postings == mirrored(original["postings"]) else "the same lines with opposite amounts"
        )

    def _again(self, seq: int) -> Record | None:
        """Read an earlier entry again; nothing when it is no entry any more."""
        row = next(iter(self.source.records(seq)), None)
        try:
            record = {} if row is None else decode(row.bytes)[1]
            check_fields(record, "entry")
        except (Unreadable, BadShape):
            return None
        return record
