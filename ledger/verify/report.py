"""What a verification says."""

from dataclasses import dataclass
from typing import Any

from ledger.chain import Head
from ledger.verify.findings import Code, Finding
from ledger.verify.position import Position


@dataclass(frozen=True, slots=True)
class Report:
    """The findings by sequence, and what the bytes add up to.

    `findings` holds the earliest ones, `found` counts all by code. `head` is recomputed from
    the bytes of the last record. `position` is there when a later run may go on from it.
    `manual` counts records after the finishing one, `beyond_head` those after the head given.
    """

    findings: tuple[Finding, ...]
    found: dict[Code, int]
    head: Head | None
    position: Position | None
    counts: dict[str, int]
    finished: bool
    manual: int = 0
    beyond_head: int = 0

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def first_bad(self) -> int | None:
        """The first sequence that a finding concerns."""
        return self.findings[0].seq if self.findings else None

    def as_dict(self) -> dict[str, Any]:
        """What `--json` prints of it."""
        return {
            "ok": self.ok,
            "head": None if self.head is None else str(self.head),
            "finished": self.finished,
            "first_bad": self.first_bad,
            "counts": self.counts,
            "manual": self.manual,
            "beyond_head": self.beyond_head,
            "found": {code.value: number for code, number in sorted(self.found.items())},
            "findings": [finding.as_dict() for finding in self.findings],
        }
