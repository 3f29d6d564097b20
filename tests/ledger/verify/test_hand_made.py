"""Ledgers made by hand: a good one, and one per fault with exactly the findings it must give."""

from typing import Any

import pytest

from ledger.verify import Code, Report, verify
from tests.ledger.verify import hand
from tests.ledger.verify.hand import chained, entry, event, header, refusal, small, totalled


def found(report: Report) -> list[tuple[int, Code]]:
    """The findings by sequence and code."""
    return [(finding.seq, finding.code) for finding in report.findings]


def edited(place: int, /, **fields: Any) -> hand.Source:
    """The small ledger with some fields of a record changed, chained anew."""
    records = small()
    records[place].update(fields)
    return chained(records)


def test_a_good_ledger_has_no_findings_and_its_head_is_the_last_digest() -> None:
    source = chained(small())
    report = verify(source)
    assert found(report) == []
    assert report.ok
    assert report.finished
    assert report.head == source.head()
    assert report.counts == {"records": 9, "events": 2, "entries": 4, "refusals": 1}


def test_an_empty_ledger_is_an_unfinished_one() -> None:
    report = verify(chained([]))
    assert found(report) == [(0, Code.UNFINISHED)]
    assert (report.head, report.position) == (None, None)


FAULTS: list[tuple[str, int, dict[str, Any], list[tuple[int, Code]]]] = [
    ("one fen more", 5, {"postings": [["cash/pool", -40, ""], ["cash/bank", 41, ""]]},
     [(5, Code.UNBALANCED), (7, Code.BAD_REVERSAL), (8, Code.TOTALS_DIFFER), (8, Code.TOTALS_DIFFER)]),
    ("authority paid in cash", 3, {"postings": [["authority/appropriation", -5, ""], ["cash/bank", 5, ""]]},
     [(3, Code.UNBALANCED), (8, Code.TOTALS_DIFFER), (8, Code.TOTALS_DIFFER)]),
    ("an account nobody listed", 3, {"postings": [["gifts/a", -500, ""], ["gifts/b", 500, ""]]},
     [(3, Code.UNKNOWN_ACCOUNT), (3, Code.UNKNOWN_ACCOUNT), (8, Code.TOTALS_DIFFER)]),
    ("an account that is no path", 3, {"postings": [["authority/", -500, ""], ["authority/pool", 500, ""]]},
     [(3, Code.UNKNOWN_ACCOUNT), (8, Code.TOTALS_DIFFER)]),
    ("an event nobody recorded", 5, {"event": "G"}, [(5, Code.UNKNOWN_EVENT)]),
    ("a refusal of no event", 6, {"event": "G"}, [(6, Code.UNKNOWN_EVENT)]),
    ("an entry id twice", 5, {"id": "quota"}, [(5, Code.DUPLICATE_ID), (7, Code.BAD_REVERSAL)]),
    ("an event id twice", 4, {"id": "E"}, [(4, Code.DUPLICATE_ID)]),
    ("a reversal of nothing", 7, {"reverses": "nobody"}, [(7, Code.BAD_REVERSAL)]),
    ("a reversal of itself", 7, {"reverses": "undo"}, [(7, Code.BAD_REVERSAL)]),
    ("a reversal of another entry", 7, {"reverses": "opening"}, [(7, Code.BAD_REVERSAL)]),
    ("a day that does not exist", 5, {"on": "2025-02-29", "recorded": "2025-02-29"}, [(5, Code.BAD_DATE)]),
    ("a day without dashes", 5, {"on": "20250309", "recorded": "20250309"}, [(5, Code.BAD_DATE)]),
    ("recorded another day", 5, {"recorded": "2025-03-10"}, [(5, Code.BAD_DATE)]),
    ("an id of nothing", 4, {"id": ""}, [(4, Code.BAD_SHAPE)]),
    ("an id with a line feed", 4, {"id": "a\nb"}, [(4, Code.BAD_SHAPE)]),
    ("a newer format of one record", 5, {"v": 2}, [(5, Code.UNKNOWN_VERSION)]),
    ("a version that is true", 5, {"v": True}, [(5, Code.UNKNOWN_VERSION)]),
    ("a kind nobody knows", 5, {"kind": "gift"}, [(5, Code.UNKNOWN_KIND)]),
    ("a kind that is a list", 5, {"kind": []}, [(5, Code.UNKNOWN_KIND)]),
    ("a newer format of the ledger", 0, {"format": "anxinbao/ledger@2"}, [(0, Code.UNKNOWN_VERSION)]),
    ("another sequence", 5, {"seq": 6}, [(5, Code.MISPLACED)]),
    ("a field too many", 5, {"note": ""}, [(5, Code.BAD_SHAPE)]),
    ("an amount that is true", 5, {"postings": [["cash/pool", True, ""]]}, [(5, Code.BAD_SHAPE)]),
    ("an amount with a point", 5, {"postings": [["cash/pool", 1.0, ""]]}, [(5, Code.BAD_SHAPE)]),
    ("a line of two items", 5, {"postings": [["cash/pool", 1]]}, [(5, Code.BAD_SHAPE)]),
    ("no lines", 5, {"postings": []}, [(5, Code.BAD_SHAPE)]),
    ("a basis too small", 5, {"basis": {}}, [(5, Code.BAD_SHAPE)]),
    ("data of text", 1, {"data": {"a": "1"}}, [(1, Code.BAD_SHAPE)]),
    ("commitments of numbers", 1, {"commitments": [1]}, [(1, Code.BAD_SHAPE)]),
    ("a stage of null", 1, {"stage": None}, [(1, Code.BAD_SHAPE)]),
    ("a chart in disorder", 0, {"chart": [["cash/", "0", "asset"]]}, [(0, Code.BAD_SHAPE)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("seq", "fields", "expected"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS]
)
def test_a_fault_gives_exactly_its_findings(
    seq: int, fields: dict[str, Any], expected: list[tuple[int, Code]]
) -> None:
    report = verify(edited(seq, **fields))
    # What cannot be read leaves lines of the index without a record, which is said as well.
    assert [pair for pair in found(report) if pair[1] is not Code.INDEX_DIFFERS] == expected
    assert report.first_bad == seq


def test_a_floor_passed_is_found_where_it_happens() -> None:
    pay = entry("pay", "cash/pool", "cash/bank", 101)
    refund = entry("refund", "cash/bank", "cash/pool", 101)
    source = chained(totalled(header(), event(), entry("o", "opening/b", "cash/pool", 100), pay, refund))
    (finding,) = verify(source).findings
    assert (finding.seq, finding.code) == (3, Code.FLOOR_PASSED)
    assert (finding.expected, finding.found, finding.detail) == ("0", "-1", "cash/pool")


def test_an_entry_may_pass_below_a_floor_within_itself_only() -> None:
    through = entry("through", "cash/pool", "cash/bank", 5)
    through["postings"] = [["cash/pool", -200, ""], ["cash/bank", 100, ""], ["cash/pool", 100, ""]]
    assert verify(chained(totalled(header(), event(), entry("o", "opening/b", "cash/pool", 100), through))).ok


@pytest.mark.parametrize("name", ["records", "events", "entries", "refusals", "debits_fen", "balances"])
def test_each_control_total_is_compared(name: str) -> None:
    records = small()
    value = records[-1]["totals"][name]
    records[-1]["totals"][name] = "0" * 64 if name == "balances" else value + 1
    (finding,) = verify(chained(records)).findings
    assert (finding.seq, finding.code, finding.detail) == (8, Code.TOTALS_DIFFER, name)
    assert finding.expected == str(value)


def test_an_entry_is_reversed_once_and_a_reversal_never() -> None:
    records = small()[:-1]
    again = {**records[7], "id": "again"}
    back = {**records[5], "id": "back", "reverses": "undo"}
    report = verify(chained(totalled(*records, again, back)))
    assert [(f.seq, f.code, f.expected) for f in report.findings if f.code is Code.BAD_REVERSAL] == [
        (8, Code.BAD_REVERSAL, "no second reversal after record 7"),
        (9, Code.BAD_REVERSAL, "an entry that is no reversal itself"),
    ]


def test_a_header_stands_first_and_only_there() -> None:
    assert found(verify(chained(totalled(header(), header(), event())))) == [(1, Code.NO_HEADER)]
    assert found(verify(chained(totalled(event()))))[0] == (0, Code.NO_HEADER)


def test_after_the_finishing_record_come_manual_records_and_no_second_one() -> None:
    noon = {"recorded": "2026-01-05T04:00:00Z"}
    report = verify(chained([*small(), event("G") | noon, entry("m", "cash/pool", "cash/bank", 1) | noon]))
    assert report.ok
    assert report.manual == 2
    assert found(verify(chained([*small(), small()[-1]]))) == [(9, Code.AFTER_FINISH)]
    assert found(verify(chained([*small(), event("G", recorded="noon")]))) == [(9, Code.BAD_DATE)]


def test_a_gap_silences_what_depends_on_the_missing_record() -> None:
    source = chained(small())
    del source.rows[1]
    assert found(verify(source)) == [(1, Code.GAP)]


def test_columns_beside_the_bytes_are_compared() -> None:
    source = chained(small())
    source.rows[5] = source.rows[5]._replace(id="other")
    source.rows[6] = source.rows[6]._replace(kind="event")
    assert [(f.seq, f.code, f.detail) for f in verify(source).findings] == [
        (5, Code.INDEX_DIFFERS, "records.id"),
        (6, Code.INDEX_DIFFERS, "records.kind"),
    ]


def test_a_refusal_does_not_use_up_the_id() -> None:
    records = [header(), event(), entry("o", "opening/b", "cash/pool", 100)]
    tries = [refusal(), refusal(), entry("big", "cash/pool", "cash/bank", 1)]
    assert verify(chained(totalled(*records, *tries))).ok


def test_every_finding_speaks_both_languages_with_its_facts() -> None:
    records = small()
    records[5]["event"] = "nobody"
    (finding,) = verify(chained(records)).findings
    assert finding.say("en") == "record 5 (pay) names event nobody, which no earlier record holds"
    assert finding.say("zh") == "第 5 条（pay）所依据的事件 nobody 此前没有记录"
    assert finding.as_dict()["message"] == {"zh": finding.say("zh"), "en": finding.say("en")}
