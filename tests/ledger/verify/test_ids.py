"""Ids kept on disk: duplicates are found within a batch and across batches, and name an earlier use."""

from hypothesis import given
from hypothesis import strategies as st

from ledger.verify.findings import Code, Findings
from ledger.verify.ids import Ids

names = st.text(max_size=3) | st.sampled_from(
    ["P1", "P2", "第一", "\ud800", "\x00\\u7b2c", "第", "a\x00b", "a"]
)


@given(st.lists(names, max_size=40), st.integers(1, 7))
def test_every_second_use_is_found_and_every_id_known(texts: list[str], batch: int) -> None:
    findings = Findings(100)
    ids = Ids(findings, batch)
    for seq, text in enumerate(texts):
        assert (ids.seq_of(text) is None) == (text not in texts[:seq])
        ids.add(text, seq)
    ids.flush()
    ids.close()
    found = {finding.seq: int(finding.expected) for finding in findings.earliest()}
    assert list(found) == [seq for seq, text in enumerate(texts) if text in texts[:seq]]
    assert all(first < seq and texts[first] == texts[seq] for seq, first in found.items())


def test_only_the_earliest_findings_are_kept_but_all_are_counted() -> None:
    findings = Findings(3)
    for seq in (9, 8, 7, 6, 5, 4, 3, 2, 1):
        findings.add(Code.GAP, seq)
    assert [finding.seq for finding in findings.earliest()] == [1, 2, 3]
    assert findings.counts == {Code.GAP: 9}


def test_a_long_or_unprintable_value_stays_one_line() -> None:
    findings = Findings(3)
    findings.add(Code.BAD_SHAPE, 1, "x" * 500, "a\nb\x1b[31m", b"\xff")
    (finding,) = findings.earliest()
    assert len(finding.expected) == 121
    assert (finding.found, finding.detail) == ("a\ufffdb\ufffd[31m", "b'\\xff'")
