"""A verification resumed from a saved position says what a whole one says."""

from typing import Any

import pytest

from ledger.chain import digest
from ledger.verify import BadPosition, Code, Position, Report, verify
from tests.ledger.verify.hand import Source, chained, entry, small


def positions(source: Source) -> list[Position]:
    """The position after each record, through JSON."""
    saved: list[Position] = []
    verify(source, save=saved.append, every=1)
    return [Position.loads(position.dumps()) for position in saved]


def essence(report: Report) -> Any:
    """All that a report says, the position through its JSON."""
    return report.as_dict(), None if report.position is None else report.position.dumps()


@pytest.mark.parametrize("seq", range(9))
def test_from_every_position_the_rest_gives_the_same_report(seq: int) -> None:
    source = chained(small())
    saved = positions(source)
    assert len(saved) == 9
    assert essence(verify(source, resume_from=saved[seq])) == essence(verify(source))


FAULTS: dict[str, tuple[int, dict[str, Any]]] = {
    "an entry id of before": (5, {"id": "opening"}),
    "an event id of before": (4, {"id": "E"}),
    "an event nobody recorded": (6, {"event": "G"}),
    "a reversal of another entry": (7, {"reverses": "opening"}),
    "a floor": (5, {"postings": [["cash/pool", -101, ""], ["cash/bank", 101, ""]]}),
}


@pytest.mark.parametrize(("seq", "fields"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_after_the_position_is_found_as_by_a_whole_verification(
    seq: int, fields: dict[str, Any]
) -> None:
    records = small()
    records[seq].update(fields)
    source = chained(records)
    whole = essence(verify(source))
    saved = positions(source)
    assert [position.seq for position in saved] == list(range(seq))
    assert all(essence(verify(source, resume_from=position)) == whole for position in saved)


def test_a_second_reversal_is_known_across_the_position() -> None:
    good = small()
    again = {**good[7], "id": "again", "recorded": "2026-01-05"}
    position = positions(chained(good))[8]
    findings = verify(chained([*good, again]), resume_from=position).findings
    assert [(f.seq, f.code) for f in findings] == [(9, Code.FLOOR_PASSED), (9, Code.BAD_REVERSAL)]


def test_a_record_changed_before_the_position_is_found_too() -> None:
    source = chained(small())
    position = positions(source)[6]
    source.rows[2] = source.rows[2]._replace(bytes=source.rows[2].bytes.replace(b"100", b"900"))
    assert verify(source, resume_from=position).first_bad == 2
    source.rows[2] = source.rows[2]._replace(digest=digest(source.rows[2].bytes))
    assert verify(source, resume_from=position).first_bad == 2


@pytest.mark.parametrize(
    ("seq", "column", "value", "was"),
    [(2, "id", "other", "opening"), (2, "kind", "event", "entry"), (0, "kind", "event", "header")],
)
def test_a_column_changed_before_the_position_is_found_too(
    seq: int, column: str, value: str, was: str
) -> None:
    source = chained(small())
    position = positions(source)[6]
    source.rows[seq] = source.rows[seq]._replace(**{column: value})  # type: ignore[arg-type]
    finding = verify(source, resume_from=position).findings[0]
    assert (finding.seq, finding.code, finding.expected) == (seq, Code.INDEX_DIFFERS, was)
    assert finding.detail == f"records.{column}"


def test_a_ledger_written_anew_is_not_the_one_of_the_position() -> None:
    position = positions(chained(small()))[6]
    records = small()
    records[2] = entry(
        "opening", "opening/balance", "cash/pool", 100, event="E", on="2025-03-08", recorded="2025-03-08"
    )
    (finding,) = verify(chained(records), resume_from=position).findings
    assert (finding.seq, finding.code, finding.expected) == (6, Code.POSITION_DIFFERS, position.digest)


def test_a_tail_cut_before_the_position_is_found() -> None:
    source = chained(small())
    position = positions(source)[6]
    del source.rows[4:], source.lines[4:]
    assert Code.POSITION_DIFFERS in verify(source, resume_from=position).found


def test_an_unfinished_ledger_is_resumed_as_it_grows() -> None:
    source = chained(small())
    grown = list(source.rows)
    del source.rows[5:]
    lines, source.lines = source.lines, source.lines[:4]
    position = verify(source).position
    assert position is not None
    assert position.seq == 4
    source.rows, source.lines = grown, lines
    assert verify(source, resume_from=position).ok


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"position":2}', "null", '{"position":1,"seq":"x"}'])
def test_a_position_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadPosition):
        Position.loads(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"seq": 3', '"seq": 3.0'),
        ('"events"', '"gifts"'),
        ('"counts": {', '"counts": 7, "x": {'),
        ('"finished_at": null', '"finished_at": "x"'),
    ],
)
def test_a_position_with_a_float_or_a_missing_count_is_refused(old: str, new: str) -> None:
    text = positions(chained(small()))[3].dumps()
    assert old in text
    with pytest.raises(BadPosition):
        Position.loads(text.replace(old, new))


def test_a_position_with_an_account_outside_its_chart_is_refused() -> None:
    text = positions(chained(small()))[3].dumps().replace('"cash/', '"gift/', 1)
    with pytest.raises(BadPosition, match="gift/pool"):
        verify(chained(small()), resume_from=Position.loads(text))


def test_an_original_changed_before_the_position_does_not_end_the_verification() -> None:
    source = chained(small())
    position = positions(source)[6]
    content = source.rows[5].bytes.replace(b'"postings":[[', b'"postings":[9,[')
    source.rows[5] = source.rows[5]._replace(bytes=content)
    assert verify(source, resume_from=position).first_bad == 5
