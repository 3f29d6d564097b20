"""The one allowed writing: what the patterns take is exactly what `json.dumps` would write."""

import json
from time import process_time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.verify.decode import Unreadable, decode, is_canonical
from ledger.verify.facts import of_record
from ledger.verify.plain import read
from tests.ledger.verify.hand import canonical, common, entry, event, refusal

texts = st.text(max_size=8) | st.sampled_from(
    ['a"b', "a\\b", "第五条", "\x7f", "😀", "\ud800", " ", "-0", '":']
)
numbers = st.integers(-(10**15), 10**15)


def placed(record: dict[str, Any]) -> dict[str, Any]:
    return {**record, "seq": 3, "prev": "0" * 64}


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """Records of the kinds there are many of, with any texts."""
    made = draw(st.sampled_from([event(), refusal(), entry("P1/1", "cash/a", "cash/b", 5)]))
    for name, value in list(made.items()):
        if isinstance(value, str) and name != "kind" and draw(st.booleans()):
            made[name] = draw(texts)
    if "data" in made:
        made["data"] = draw(st.dictionaries(texts, numbers, max_size=3))
    if "basis" in made:
        basis = {"readings": draw(st.dictionaries(texts, texts, max_size=3)), "article": draw(texts)}
        workings = draw(st.lists(st.lists(texts | numbers, max_size=2), max_size=2))
        made["basis"] = {**made["basis"], **basis, "workings": workings}
        made["postings"] = draw(st.lists(st.tuples(texts, numbers, texts).map(list), min_size=1, max_size=3))
    return placed(made)


@given(records())
def test_what_json_dumps_writes_is_accepted_and_both_ways_read_the_same(record: dict[str, Any]) -> None:
    text, decoded = decode(canonical(record))
    assert decoded == record
    assert is_canonical(text, decoded)
    assert read(text) in (None, of_record(decoded))


@given(records(), st.data())
def test_what_the_pattern_takes_is_canonical_and_read_as_json_reads_it(
    record: dict[str, Any], data: st.DataObject
) -> None:
    stored = bytearray(canonical(record))
    place = data.draw(st.integers(0, len(stored) - 1))
    inserted = data.draw(
        st.sampled_from([b"", b" ", b"0", b"-", b"\\u0041", b'"', b"\\", b"\x7f", b",", b'"v":1,'])
    )
    stored[place : place + data.draw(st.integers(0, 2))] = inserted
    try:
        text, decoded = decode(bytes(stored))
    except Unreadable:
        return
    facts = read(text)
    if facts is not None:
        assert canonical(decoded) == bytes(stored)
        assert facts == of_record(decoded)


PLAIN = [event(), refusal(), entry("P1/1/deposit", "cash/a", "cash/b", 5), event(data={})]


@pytest.mark.parametrize("record", PLAIN)
def test_ordinary_records_are_read_by_the_pattern(record: dict[str, Any]) -> None:
    text, decoded = decode(canonical(placed(record)))
    assert read(text) == of_record(decoded)


BAD = {
    "a blank": (b'"v":1', b'"v": 1'),
    "a line feed": (b'"v":1', b'\n"v":1'),
    "a key twice": (b'"v":1', b'"v":1,"v":1'),
    "a reading twice": (b'"rounding":"down"', b'"rounding":"down","rounding":"down"'),
    "keys out of order": (b'"seq":3,"v":1', b'"v":1,"seq":3'),
    "readings out of order": (b'"rounding":"down"', b'"rounding":"down","a":"b"'),
    "a needless escape": (b'"rule":"deposit"', b'"rule":"\\u0064eposit"'),
    "a capital escape": (b"\\u7b2c", b"\\u7B2C"),
    "an escaped slash": (b"cash/a", b"cash\\/a"),
    "minus zero": (b'["base",2000]', b'["base",-0]'),
    "an exponent": (b'["base",2000]', b'["base",2e3]'),
}


@pytest.mark.parametrize(("old", "new"), BAD.values(), ids=BAD.keys())
def test_another_writing_of_the_same_record_is_not_canonical(old: bytes, new: bytes) -> None:
    stored = canonical(placed(entry("P1/1/deposit", "cash/a", "cash/b", 5)))
    assert old in stored
    text, decoded = decode(stored.replace(old, new))
    assert read(text) is None
    assert not is_canonical(text, decoded)


UNREADABLE = [
    *(
        b"",
        b"[]",
        b"7",
        b"{",
        b"{}{}",
        b" {}",
        b"{}\n",
        '{"a":"第"}'.encode(),
        b"\xff",
        b'{"a":"\t"}',
    ),
    b'{"a":' + b"9" * 5_000 + b"}",
    b"[" * 100_000,
]


@pytest.mark.parametrize("stored", UNREADABLE, ids=range(len(UNREADABLE)))
def test_bytes_that_are_no_json_object_are_unreadable(stored: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(stored)


@given(st.binary(max_size=40))
@example(json.dumps(common("event")).encode())
def test_any_bytes_are_either_decoded_or_unreadable(stored: bytes) -> None:
    try:
        text, record = decode(stored)
    except Unreadable:
        return
    assert read(text) is None or is_canonical(text, record)


def test_a_forged_record_does_not_make_the_pattern_slow() -> None:
    long = "a" * 20_000
    record = placed(entry(long, "cash/a", "cash/b", 5, event=long))
    record["basis"]["workings"] = [["base", 1]] * 5_000
    stored = canonical(record).replace(b'"v":1', b'"v":1 ')
    started = process_time()
    assert [read(stored.decode()) for _ in range(20)] == [None] * 20
    assert process_time() - started < 2
