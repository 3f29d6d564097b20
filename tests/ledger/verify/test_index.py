"""The index of postings is derived again from the bytes and compared line by line."""

from typing import Any

import pytest

from ledger.chain import Head
from ledger.record import PostingRow
from ledger.verify import Code, verify
from tests.ledger.verify.hand import Source, chained, small

# The small ledger has lines of the records 2, 3, 5 and 7, two each.
LINE = 5


def named(source: Source) -> list[tuple[int, Code, str]]:
    return [(finding.seq, finding.code, finding.detail) for finding in verify(source).findings]


CHANGES: list[tuple[str, Any]] = [
    ("account", "cash/other"),
    ("amount_fen", 41),
    ("amount_fen", "40"),
    ("amount_fen", None),
    ("project", "P2"),
    ("effective_on", "2025-03-10"),
    ("recorded", "2025-03-09T00:00:00Z"),
]


@pytest.mark.parametrize(("column", "value"), CHANGES)
def test_a_changed_column_is_named(column: str, value: Any) -> None:
    source = chained(small())
    source.lines[LINE] = source.lines[LINE]._replace(**{column: value})
    assert named(source) == [(5, Code.INDEX_DIFFERS, f"postings.{column}")]


def test_a_missing_line_and_a_line_too_many_are_found_at_their_record() -> None:
    source = chained(small())
    del source.lines[LINE]
    assert named(source) == [(5, Code.INDEX_DIFFERS, "postings")]
    source = chained(small())
    source.lines.insert(LINE, PostingRow(5, 9, "cash/a", 1, "", "2025-03-09", "2025-03-09"))
    source.lines.sort()
    assert named(source) == [(5, Code.INDEX_DIFFERS, "postings")]


@pytest.mark.parametrize("seq", [-4, 0, 1, 4, 6, 8, 99])
def test_lines_of_a_record_that_has_none_are_found(seq: int) -> None:
    source = chained(small())
    source.lines.append(PostingRow(seq, 0, "cash/a", 1, "", "2025-03-09", "2025-03-09"))
    source.lines.sort()
    assert named(source) == [(seq, Code.INDEX_DIFFERS, "postings")]


def test_an_emptied_index_is_found_for_every_entry() -> None:
    source = chained(small())
    source.lines.clear()
    assert [seq for seq, _, _ in named(source)] == [2, 2, 3, 3, 5, 5, 7, 7]


def test_a_place_that_is_no_number_does_not_end_the_verification() -> None:
    source = chained(small())
    source.lines.append(source.lines.pop()._replace(seq="x"))  # type: ignore[arg-type]
    assert {seq for seq, _, _ in named(source)} == {7}


class Growing(Source):
    """A ledger to which someone appends right after its head was asked for."""

    def __init__(self, whole: Source, shown: int) -> None:
        super().__init__(whole.rows, whole.lines)
        self.shown = shown

    def head(self) -> Head | None:
        row = self.rows[self.shown]
        self.shown = len(self.rows) - 1
        return Head(row.seq, row.digest)


def test_what_another_process_appends_meanwhile_is_left_out_and_no_finding() -> None:
    report = verify(Growing(chained(small()), 4))
    assert [finding.code for finding in report.findings] == [Code.UNFINISHED]
    assert report.head is not None
    assert report.head.seq == 4
