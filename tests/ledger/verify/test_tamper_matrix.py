"""The tamper matrix: every byte of a small ledger, every pair of its records, and chance."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.chain import digest
from ledger.record import StoredRecord
from ledger.store.sql import SqlStore
from ledger.verify import Code, Report, verify
from tests.ledger.verify.hand import Source, chained, small

GOOD = chained(small())
HEAD = GOOD.head()


def tampered(seq: int, content: bytes, *, mend: bool = False) -> Report:
    """Verify the small ledger with other bytes at `seq`, the digest beside them mended or not."""
    row = GOOD.rows[seq]
    rows = list(GOOD.rows)
    rows[seq] = row._replace(bytes=content, digest=digest(content) if mend else row.digest)
    return verify(Source(rows, GOOD.lines))


def substitutes(byte: int) -> Iterator[int]:
    """One other byte of the same class and one of another."""
    character = chr(byte)
    if character.isdigit():
        yield ord("1") if character == "0" else byte - 1
    elif character.isalpha():
        yield ord(character.swapcase())
    yield ord(" ") if byte != ord(" ") else ord("_")


@pytest.mark.parametrize("seq", range(9))
def test_every_byte_of_every_record_is_watched(seq: int) -> None:
    content = GOOD.rows[seq].bytes
    for place, byte in enumerate(content):
        for other in substitutes(byte):
            changed = content[:place] + bytes([other]) + content[place + 1 :]
            report = tampered(seq, changed)
            assert (report.first_bad, report.findings[0].code) == (seq, Code.BAD_DIGEST), changed


@pytest.mark.parametrize("seq", range(8))
def test_every_byte_is_watched_by_the_chain_when_the_digest_beside_it_was_mended(seq: int) -> None:
    content = GOOD.rows[seq].bytes
    for place, byte in enumerate(content):
        other = next(substitutes(byte))
        changed = content[:place] + bytes([other]) + content[place + 1 :]
        assert tampered(seq, changed, mend=True).first_bad == seq, changed


@pytest.mark.parametrize("seq", range(9))
def test_bytes_cut_short_or_extended_are_found(seq: int) -> None:
    content = GOOD.rows[seq].bytes
    for changed in (b"", content[:-1], content[1:], content + b" ", content + b"\n", content * 2):
        assert tampered(seq, changed).first_bad == seq
        assert tampered(seq, changed, mend=True).first_bad == seq


def test_every_pair_of_swapped_records_is_found_at_the_first() -> None:
    for first in range(9):
        for second in range(first + 1, 9):
            rows = list(GOOD.rows)
            rows[first] = GOOD.rows[second]._replace(seq=first)
            rows[second] = GOOD.rows[first]._replace(seq=second)
            report = verify(Source(rows, GOOD.lines))
            assert (report.first_bad, Code.MISPLACED in report.found) == (first, True)


@pytest.mark.parametrize("seq", range(9))
def test_every_deleted_record_is_found_renumbered_or_not(seq: int) -> None:
    rows = GOOD.rows[:seq] + GOOD.rows[seq + 1 :]
    assert verify(Source(rows, GOOD.lines)).first_bad == seq
    renumbered = [row._replace(seq=place) for place, row in enumerate(rows)]
    assert verify(Source(renumbered, GOOD.lines)).first_bad == seq


@pytest.mark.parametrize("seq", range(10))
def test_every_inserted_record_is_found(seq: int) -> None:
    extra = StoredRecord(seq, "event", "x", digest(b"{}"), b"{}")
    later = [row._replace(seq=row.seq + 1) for row in GOOD.rows[seq:]]
    assert verify(Source([*GOOD.rows[:seq], extra, *later], GOOD.lines)).first_bad == seq


@pytest.mark.parametrize("length", range(9))
def test_every_cut_is_found_without_and_with_the_head(length: int) -> None:
    cut = Source(GOOD.rows[:length], [line for line in GOOD.lines if line.seq < length])
    assert verify(cut).first_bad == (length or 0)
    report = verify(cut, head=HEAD)
    assert (report.first_bad, Code.HEAD_DIFFERS in report.found) == (length, True)


@settings(max_examples=150)
@given(st.integers(0, 8), st.data())
def test_any_other_bytes_are_found_and_nothing_breaks(seq: int, data: st.DataObject) -> None:
    content = bytearray(GOOD.rows[seq].bytes)
    start = data.draw(st.integers(0, len(content)))
    content[start : start + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20))
    if bytes(content) != GOOD.rows[seq].bytes:
        assert tampered(seq, bytes(content)).first_bad == seq
        assert not tampered(seq, bytes(content), mend=True).ok


values = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.floats(allow_nan=False)
trees = st.recursive(
    values, lambda kids: st.lists(kids, max_size=3) | st.dictionaries(st.text(max_size=2), kids)
)


@settings(max_examples=150)
@given(st.integers(0, 8), st.data())
def test_any_other_value_of_any_field_is_found_even_with_the_chain_written_anew(
    seq: int, data: st.DataObject
) -> None:
    records: list[dict[str, Any]] = json.loads(json.dumps(small()))
    field = data.draw(st.sampled_from(sorted({*records[seq], "seq", "prev"})))
    value = data.draw(trees)
    records[seq][field] = value
    try:
        source = chained(records)
    except (TypeError, ValueError, AttributeError):
        return
    if source.rows != GOOD.rows:
        assert not verify(source, head=HEAD).ok


def test_a_real_ledger_is_found_good_and_streams_through_sqlite(sqlite: SqlStore) -> None:
    report = verify(sqlite, head=sqlite.head())
    assert report.ok
    assert report.counts == {"records": 9, "events": 2, "entries": 4, "refusals": 1}
