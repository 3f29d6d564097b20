"""Memory does not grow with the ledger: ten times the records need the same."""

import tracemalloc
from collections.abc import Iterator
from hashlib import sha256

import pytest

from ledger.chain import Head
from ledger.record import PostingRow, StoredRecord
from ledger.verify import Report, verify
from tests.ledger.verify.hand import DAY, canonical, entry, event, header


class Endless:
    """A ledger of so many payments, made while it is read, so that it takes no memory itself."""

    def __init__(self, payments: int) -> None:
        self.payments = payments
        self._pay = canonical({**entry("ID", "opening/a", "cash/b", 1), "seq": 0, "prev": "PREV"})

    def _contents(self) -> Iterator[tuple[str, str, bytes]]:
        yield "header", "", canonical({**header(), "seq": 0, "prev": "PREV"})
        yield "event", "E", canonical({**event(), "seq": 1, "prev": "PREV"})
        for number in range(2, self.payments + 2):
            content = self._pay.replace(b'"ID"', b'"pay/%d"' % number).replace(
                b'"seq":0', b'"seq":%d' % number
            )
            yield "entry", f"pay/{number}", content

    def head(self) -> Head:
        return Head(self.payments + 1, "")

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        prev = "0" * 64
        for seq, (kind, id, content) in enumerate(self._contents()):
            stored = content.replace(b'"PREV"', b'"' + prev.encode() + b'"')
            prev = sha256(stored).hexdigest()
            if seq >= start:
                yield StoredRecord(seq, kind, id, prev, stored)

    def postings(self, start: int = 0) -> Iterator[PostingRow]:
        for seq in range(max(start, 2), self.payments + 2):
            yield PostingRow(seq, 0, "opening/a", -1, "P1", DAY, DAY)
            yield PostingRow(seq, 1, "cash/b", 1, "", DAY, DAY)


def peak(payments: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Report, int]:
    """The report and the most memory that Python objects took at once, in bytes."""
    monkeypatch.setattr("ledger.verify.ids.Ids.__init__.__defaults__", (500,))
    tracemalloc.start()
    report = verify(Endless(payments))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return report, most


def test_ten_times_the_records_need_the_same_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    small, few = peak(1_500, monkeypatch)
    large, many = peak(15_000, monkeypatch)
    assert (small.counts["records"], large.counts["records"]) == (1_502, 15_002)
    assert small.findings[0].code == large.findings[0].code == "unfinished"
    assert many < few + 100_000


def test_findings_do_not_fill_the_memory_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Endless, "postings", lambda self, start=0: iter(()))
    small, few = peak(1_500, monkeypatch)
    large, many = peak(15_000, monkeypatch)
    assert len(small.findings) == len(large.findings) == 100
    assert large.found["index_differs"] == 30_000  # type: ignore[index]
    assert many < few + 100_000
