"""Heads are printed and read; the chain links stored bytes."""

import pytest

from ledger import Head, MemoryStore
from ledger.chain import GENESIS, BadHead, digest
from ledger.record import parse
from tests.ledger.kit import begin


def test_a_head_reads_back_from_its_print() -> None:
    head = Head(12, "ab" * 32)
    assert str(head) == "12:" + "ab" * 32
    assert Head.parse(f" {head}\n".upper()) == head


@pytest.mark.parametrize(
    "text", ["", "12", "12:ab", "x:" + "a" * 64, "-1:" + "a" * 64, "1:" + "g" * 64, "²:" + "a" * 64]
)
def test_other_texts_are_no_head(text: str) -> None:
    with pytest.raises(BadHead) as caught:
        Head.parse(text)
    assert caught.value.exit_code == 2
    assert "不是账本头" in caught.value.say("zh")


def test_every_record_names_the_digest_before_it() -> None:
    store = MemoryStore()
    head = begin(store).finish("2025-03-31")
    prev = GENESIS
    for seq, record in enumerate(store.records()):
        assert parse(record.bytes)["prev"] == prev
        assert (record.seq, record.digest) == (seq, digest(record.bytes))
        prev = record.digest
    assert head == Head(seq, prev)
