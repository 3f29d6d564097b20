"""Which record a broken link names, and what only a head shows."""

import json
from typing import Any

from ledger.chain import Head, digest
from ledger.verify import Code, verify
from tests.ledger.verify.hand import Source, canonical, chained, event, header, small, totalled


def ledger(length: int = 8) -> Source:
    """A ledger of events."""
    return chained(totalled(header(), *(event(f"E{number}") for number in range(length))))


def change(source: Source, seq: int, **fields: Any) -> None:
    """Change a record and its digest column, but not the record after it."""
    row = source.rows[seq]
    content = canonical({**json.loads(row.bytes), **fields})
    source.rows[seq] = row._replace(bytes=content, digest=digest(content))


def rewrite(source: Source, seq: int, **fields: Any) -> Source:
    """The ledger with one record changed and all after it chained anew."""
    records = [json.loads(row.bytes) for row in source.rows]
    records[seq].update(fields)
    for record in records:
        del record["seq"], record["prev"]
    return chained(records)


def named(source: Source, head: Head | None = None) -> list[tuple[int, Code]]:
    """Where and what."""
    return [(finding.seq, finding.code) for finding in verify(source, head=head).findings]


def test_changed_content_names_the_changed_record_and_no_other() -> None:
    source = ledger()
    change(source, 4, stage=9)
    assert named(source) == [(4, Code.BROKEN_LINK)]


def test_a_changed_link_names_its_own_record() -> None:
    source = ledger()
    change(source, 4, prev="f" * 64)
    assert named(source) == [(4, Code.BROKEN_LINK)]


def test_two_changed_records_apart_are_both_named() -> None:
    source = ledger()
    change(source, 2, stage=9)
    change(source, 6, stage=9)
    assert named(source) == [(2, Code.BROKEN_LINK), (6, Code.BROKEN_LINK)]


def test_a_link_broken_at_the_end_names_the_earlier_side() -> None:
    source = ledger()
    change(source, 8, stage=9)
    assert named(source) == [(8, Code.BROKEN_LINK)]


def test_a_changed_digest_column_is_no_broken_link() -> None:
    source = ledger()
    source.rows[4] = source.rows[4]._replace(digest="0" * 64)
    assert named(source) == [(4, Code.BAD_DIGEST)]


def test_swapped_records_are_both_out_of_place() -> None:
    source = ledger()
    source.rows[3], source.rows[5] = source.rows[5]._replace(seq=3), source.rows[3]._replace(seq=5)
    assert [pair for pair in named(source) if pair[1] is Code.MISPLACED] == [
        (3, Code.MISPLACED),
        (5, Code.MISPLACED),
    ]
    assert named(source)[0] == (3, Code.MISPLACED)


def test_a_tail_cut_off_reads_unfinished_and_with_the_head_names_the_first_missing_record() -> None:
    source = ledger()
    head = source.head()
    assert head is not None
    del source.rows[6:]
    assert named(source) == [(6, Code.UNFINISHED)]
    assert named(source, head) == [(6, Code.HEAD_DIFFERS)]


def test_a_cut_after_the_finishing_record_shows_only_against_the_head() -> None:
    source = chained([*small(), event("late", recorded="2026-01-05T04:00:00Z")])
    head = source.head()
    source.rows.pop()
    assert named(source) == []
    assert named(source, head) == [(9, Code.HEAD_DIFFERS)]


def test_a_rewrite_with_new_digests_shows_only_against_the_head() -> None:
    source = ledger()
    head = source.head()
    forged = rewrite(source, 3, stage=9)
    assert named(forged) == []
    assert named(forged, head) == [(9, Code.HEAD_DIFFERS)]


def test_an_older_head_vouches_for_what_lay_before_it_and_counts_what_came_after() -> None:
    source = chained([*small(), event("late", recorded="2026-01-05T04:00:00Z")])
    older = Head(8, source.rows[8].digest)
    report = verify(source, head=older)
    assert report.ok
    assert (report.manual, report.beyond_head) == (1, 1)
    assert named(source, Head(8, "0" * 64)) == [(8, Code.HEAD_DIFFERS)]


def test_a_head_at_the_end_of_an_unfinished_ledger_says_that_nothing_was_cut() -> None:
    source = ledger()
    del source.rows[6:]
    report = verify(source, head=source.head())
    assert report.ok
    assert not report.finished
    assert [f.code for f in verify(source, head=Head(2, source.rows[2].digest)).findings] == [Code.UNFINISHED]
