"""What every store does: append in order or not at all, stream, find, attach."""

import pytest

from ledger import Head, MemoryStore, Store, StoredRecord
from ledger.record import PostingRow, posting_rows
from ledger.store import LedgerMoved
from ledger.store.sql import PAGE
from tests.ledger.kit import DAY, NEXT_DAY, begin, move


@pytest.fixture
def rows() -> list[StoredRecord]:
    """The records of a small run."""
    kept = MemoryStore()
    begin(kept).finish(NEXT_DAY)
    return list(kept.records())


def test_an_empty_store_has_no_head_and_no_records(store: Store) -> None:
    assert store.head() is None
    assert list(store.records()) == []
    assert list(store.postings()) == []
    store.append([])
    assert store.head() is None


def test_appended_records_come_back_byte_for_byte(store: Store, rows: list[StoredRecord]) -> None:
    store.append(rows[:2])
    store.append(rows[2:])
    assert list(store.records()) == rows
    assert list(store.records(2)) == rows[2:]
    assert list(store.records(99)) == []
    assert store.head() == Head(3, rows[3].digest)


def test_index_lines_are_derived_when_not_given(store: Store, rows: list[StoredRecord]) -> None:
    store.append(rows)
    expected = [
        PostingRow(2, 0, "opening/balance", -10_000, "", DAY, DAY),
        PostingRow(2, 1, "cash/risk_pool", 10_000, "", DAY, DAY),
    ]
    assert list(store.postings()) == list(store.postings(2)) == posting_rows(rows[2]) == expected
    assert list(store.postings(3)) == []


def test_a_gap_a_repeat_or_another_link_is_refused_and_nothing_stored(
    store: Store, rows: list[StoredRecord]
) -> None:
    store.append(rows[:2])
    stranger = rows[2]._replace(bytes=rows[2].bytes.replace(rows[1].digest.encode(), b"f" * 64))
    for wrong in (rows[3:], rows[1:], rows[:1], [rows[2], rows[2]], [stranger]):
        with pytest.raises(LedgerMoved, match="nothing was written"):
            store.append(wrong)
    assert list(store.records()) == rows[:2]


def test_entries_and_events_are_found_by_id(store: Store, rows: list[StoredRecord]) -> None:
    store.append(rows)
    assert store.find("entry", "opening") == rows[2]
    assert store.find("event", "E") == rows[1]
    assert store.find("event", "opening") is None


def test_long_ledgers_are_read_page_by_page(store: Store) -> None:
    journal = begin(store)
    for number in range(PAGE + 1):
        journal.post(move(f"pay/{number}", "cash/risk_pool", "cash/bank", 1))
    journal.finish(NEXT_DAY)
    assert [record.seq for record in store.records()] == list(range(PAGE + 5))
    lines = [(line.seq, line.line) for line in store.postings()]
    assert lines == [(seq, line) for seq in range(2, PAGE + 4) for line in (0, 1)]


def test_attachments_lie_beside_the_chain_and_can_be_erased(store: Store, rows: list[StoredRecord]) -> None:
    store.append(rows)
    store.attach("scenario.yaml", "种子: 1".encode())
    store.attach("policy.json", b"{}")
    store.attach("policy.json", b"{ }")
    assert store.attachments() == ["policy.json", "scenario.yaml"]
    assert store.attachment("policy.json") == b"{ }"
    store.erase("policy.json")
    store.erase("never there")
    assert store.attachment("policy.json") is None
    assert list(store.records()) == rows
