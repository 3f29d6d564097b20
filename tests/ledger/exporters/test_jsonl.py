"""The JSON Lines export is the stored bytes and nothing else."""

import json
from hashlib import sha256
from io import BytesIO

from ledger import MemoryStore
from ledger.exporters.jsonl import export
from tests.ledger.kit import begin


def test_each_line_is_the_stored_bytes_and_the_head_is_told_apart() -> None:
    store = MemoryStore()
    begin(store).finish("2025-03-10")
    out = BytesIO()
    head = export(store, out)
    lines = out.getvalue().split(b"\n")
    assert lines == [*(row.bytes for row in store.records()), b""]
    assert head == store.head()
    assert head is not None
    assert sha256(lines[-2]).hexdigest() == head.digest
    assert [json.loads(line)["seq"] for line in lines[:-1]] == [0, 1, 2, 3]


def test_an_empty_ledger_gives_no_lines_and_no_head() -> None:
    out = BytesIO()
    assert export(MemoryStore(), out) is None
    assert out.getvalue() == b""
