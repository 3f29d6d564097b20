"""The stored bytes, one record per line: what the digests were taken over, and nothing else."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from ledger.chain import Head
from ledger.record import StoredRecord


class Records(Protocol):
    """What an export reads."""

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        """Records from `start` on."""


def export(store: Records, out: BinaryIO) -> Head | None:
    """Write every record's bytes and a line feed to `out`; the head, None for an empty ledger.

    A record holds no line feed, because its JSON is written on one line. The head is not
    part of the export: it is printed beside it, and worth keeping in another place.
    """
    head = None
    for row in store.records():
        out.write(row.bytes + b"\n")
        head = Head(row.seq, row.digest)
    return head
