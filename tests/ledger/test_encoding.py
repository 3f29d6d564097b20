"""The bytes of a record: golden, equal to json.dumps, and reproducible by hand."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger import GENESIS, Basis, EntryDraft, Event, Posting
from ledger.encoding import (
    Body,
    balances_digest,
    body_digest,
    content_digest,
    draft_digest,
    entry_body,
    event_body,
    finished_body,
    header_body,
    refusal_body,
    seal,
)
from ledger.record import Refusal, StoredRecord, Totals, draft_of, entry_of, header_of, parse
from tests.ledger.kit import DAY, HEADER, move

ENTRY = move("P1/1/deposit", "cash/enterprise:E1", "custody/escrow/P1", 20_000_000, project="P1")
TOTALS = Totals(6, 2, 1, 1, 20_000_000, "c" * 64)

GOLDEN: list[tuple[str, Body, str, str]] = [
    (
        "header",
        header_body(HEADER),
        '{"chart":[["cash/",0,"asset"],["custody/",0,"asset"],["authority/",0,"memo"],'
        '["authority/appropriation",null,"memo"],["opening/",null,"equity"]],"commitments":[],'
        '"format":"anxinbao/ledger@1","kind":"header","mechanism":"anxinbao/1","on":"2025-03-09",'
        f'"policy":"{"a" * 64}","prev":"{GENESIS}","recorded":"2025-03-09","replication":0,'
        f'"scenario":"{"b" * 64}","seed":20250309,"seq":0,"v":1}}',
        "9b7491ad7f63f0c9",
    ),
    (
        "event",
        event_body(
            Event("P1/filed", "filed", DAY, "P1", 2, (("b", 2), ("a", 1)), (("contract", "号1"),), ("f0",))
        ),
        '{"commitments":["f0"],"data":{"a":1,"b":2},"documents":[["contract","\\u53f71"]],"id":"P1/filed",'
        f'"kind":"event","on":"2025-03-09","prev":"{GENESIS}","project":"P1","recorded":"2025-03-09",'
        '"seq":0,"stage":2,"type":"filed","v":1}',
        "bb60fb4be1fc3621",
    ),
    (
        "entry",
        entry_body(ENTRY),
        '{"basis":{"article":"4.2","clause":"deposit","document":"xiaoshan-2025-1","readings":{"r":"down"},'
        '"rule":"deposit","workings":[["base",20000000],["rate",10,100]]},"commitments":[],"event":"E",'
        '"id":"P1/1/deposit","kind":"entry","on":"2025-03-09",'
        '"postings":[["cash/enterprise:E1",-20000000,"P1"],["custody/escrow/P1",20000000,"P1"]],'
        f'"prev":"{GENESIS}","recorded":"2025-03-09","reverses":"","seq":0,"v":1}}',
        "dd4b6ffbbf165568",
    ),
    (
        "refusal",
        refusal_body(Refusal("P1/pool", "E", "floor_passed", "cash/risk_pool", (("balance_fen", 0),), DAY)),
        '{"attempt":"P1/pool","by":"cash/risk_pool","commitments":[],"data":{"balance_fen":0},"event":"E",'
        f'"kind":"refusal","on":"2025-03-09","prev":"{GENESIS}","reason":"floor_passed",'
        '"recorded":"2025-03-09","seq":0,"v":1}',
        "3df789a513a24c9c",
    ),
    (
        "finished",
        finished_body(DAY, TOTALS),
        f'{{"commitments":[],"kind":"finished","on":"2025-03-09","prev":"{GENESIS}",'
        f'"recorded":"2025-03-09","seq":0,"totals":{{"balances":"{"c" * 64}","debits_fen":20000000,'
        '"entries":1,"events":2,"records":6,"refusals":1},"v":1}',
        "8443158659367370",
    ),
]


@pytest.mark.parametrize(("kind", "body", "text", "digest"), GOLDEN, ids=[row[0] for row in GOLDEN])
def test_each_kind_of_record_has_its_golden_bytes(kind: str, body: Body, text: str, digest: str) -> None:
    stored = seal(body, 0, GENESIS, DAY)
    assert stored.decode() == text
    assert hashlib.sha256(stored).hexdigest().startswith(digest)
    assert canonical(json.loads(stored)) == stored


def canonical(fields: Any) -> bytes:
    """The encoding as the documentation states it."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


names = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
texts = st.text(max_size=12)
whole = st.integers(-(2**70), 2**70)
pairs = st.lists(st.tuples(texts, texts), max_size=3, unique_by=lambda pair: pair[0]).map(tuple)
numbers = st.lists(st.tuples(texts, whole), max_size=3, unique_by=lambda pair: pair[0]).map(tuple)
days = st.dates().map(str)
workings = st.lists(st.lists(st.one_of(texts, whole), max_size=3).map(tuple), max_size=3).map(tuple)
bases = st.builds(Basis, texts, texts, texts, texts, workings, pairs)


@st.composite
def drafts(draw: st.DrawFn) -> EntryDraft:
    """Any balanced draft."""
    amount = draw(st.integers(-(10**14), 10**14))
    project = draw(texts)
    lines = (Posting(draw(names), amount, project), Posting(draw(names), -amount))
    return EntryDraft(draw(names), draw(texts), draw(days), draw(bases), lines, draw(texts), ("f" * 64,))


@given(drafts(), st.integers(0, 10**9))
def test_hand_built_entries_equal_json_dumps_and_read_back(draft: EntryDraft, seq: int) -> None:
    stored = seal(entry_body(draft), seq, "f" * 64, draft.on)
    assert canonical(json.loads(stored)) == stored
    entry = entry_of(StoredRecord(seq, "entry", draft.id, "d", stored))
    assert draft_digest(entry.draft) == draft_digest(draft) == content_digest(stored)
    assert (entry.id, entry.postings, entry.seq) == (draft.id, draft.postings, seq)


@given(st.builds(Event, names, names, days, texts, st.integers(0, 9), numbers, pairs, st.just(("e" * 64,))))
def test_hand_built_events_equal_json_dumps(event: Event) -> None:
    stored = seal(event_body(event), 7, "f" * 64, event.on)
    assert canonical(json.loads(stored)) == stored
    assert json.loads(stored)["data"] == dict(event.data)
    assert content_digest(stored) == body_digest(event_body(event))


def test_the_header_reads_back() -> None:
    assert header_of(parse(seal(header_body(HEADER), 0, GENESIS, DAY))) == HEADER


def test_the_draft_digest_leaves_out_the_place_in_the_chain() -> None:
    one, two = (
        seal(entry_body(ENTRY), seq, str(seq) * 64, day) for seq, day in ((1, DAY), (2, "2026-01-01"))
    )
    assert one != two
    assert content_digest(one) == content_digest(two) == draft_digest(ENTRY)
    assert draft_of(parse(one)) == draft_of(parse(two)) == ENTRY


def test_steps_of_equal_value_but_other_type_are_told_apart() -> None:
    texts_first = Basis("d", "a", "c", workings=(("1",),))
    assert draft_digest(EntryDraft("x", "E", DAY, texts_first, ENTRY.postings)) != draft_digest(
        EntryDraft("x", "E", DAY, Basis("d", "a", "c", workings=((1,),)), ENTRY.postings)
    )


def test_the_balances_digest_does_not_depend_on_order() -> None:
    expected = hashlib.sha256(b'{"cash/a":1,"cash/b":-2}').hexdigest()
    assert balances_digest({"cash/b": -2, "cash/a": 1}) == expected
