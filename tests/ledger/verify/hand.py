"""Ledgers made by hand with plain `json.dumps`: no code of the ledger writes a byte of them."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from ledger.chain import Head
from ledger.record import PostingRow, StoredRecord

Fields = dict[str, Any]
DAY = "2025-03-09"
CHART = [["cash/", 0, "asset"], ["authority/", 0, "memo"], ["authority/appropriation", None, "memo"],
         ["opening/", None, "equity"]]  # fmt: skip
BASIS = {
    "article": "第五条",
    "clause": "deposit",
    "document": "萧科〔2025〕1号",
    "readings": {"rounding": "down"},
    "rule": "deposit",
    "workings": [["base", 2000], ["rate", 10, 100]],
}


def common(kind: str, **own: Any) -> Fields:
    """A record without its place in the chain."""
    return {"kind": kind, "v": 1, "on": DAY, "recorded": DAY, "commitments": [], **own}


def header(**own: Any) -> Fields:
    """A header."""
    facts = {"policy": "a" * 64, "scenario": "b" * 64, "seed": 7, "replication": 0, "mechanism": "m/1"}
    return common("header", format="anxinbao/ledger@1", chart=CHART, **facts) | own


def event(id: str = "E", **own: Any) -> Fields:
    """An event."""
    facts: Fields = {"id": id, "type": "happened", "project": "P1", "stage": 1, "data": {"a": 1, "b": -2}}
    return common("event", documents=[["contract", "HT-1"]], **facts) | own


def entry(id: str, source: str, target: str, fen: int, **own: Any) -> Fields:
    """An entry that moves money."""
    lines = [[source, -fen, "P1"], [target, fen, ""]]
    return common("entry", id=id, event="E", basis=dict(BASIS), postings=lines, reverses="") | own


def refusal(**own: Any) -> Fields:
    """A refused attempt."""
    return (
        common("refusal", attempt="big", event="E", reason="floor_passed", by="cash/pool", data={"x": 1})
        | own
    )


def small() -> list[Fields]:
    """A ledger of nine records with one of each kind, a reversal and budget authority."""
    back = entry("undo", "cash/bank", "cash/pool", 40, reverses="pay")
    back["postings"] = [["cash/pool", 40, "P1"], ["cash/bank", -40, ""]]
    return totalled(
        header(),
        event(),
        entry("opening", "opening/balance", "cash/pool", 100),
        entry("quota", "authority/appropriation", "authority/pool", 500),
        event("F", data={}, documents=[]),
        entry("pay", "cash/pool", "cash/bank", 40),
        refusal(),
        back,
    )


def totalled(*records: Fields) -> list[Fields]:
    """The records and a finishing one with their control totals."""
    balances: dict[str, int] = {}
    debits_fen = 0
    for record in records:
        for account, fen, _ in record.get("postings", ()):
            balances[account] = balances.get(account, 0) + fen
            debits_fen += max(fen, 0)
    kinds = [record["kind"] for record in records]
    totals = {
        "records": len(records) + 1,
        "events": kinds.count("event"),
        "entries": kinds.count("entry"),
        "refusals": kinds.count("refusal"),
        "debits_fen": debits_fen,
        "balances": sha256(canonical(balances)).hexdigest(),
    }
    return [*records, common("finished", totals=totals)]


def canonical(record: Fields) -> bytes:
    """The one allowed writing."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


class Source:
    """A store made of rows that anyone may change."""

    def __init__(self, rows: list[StoredRecord], lines: list[PostingRow]) -> None:
        self.rows = rows
        self.lines = lines

    def head(self) -> Head | None:
        return Head(self.rows[-1].seq, self.rows[-1].digest) if self.rows else None

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        return (row for row in self.rows if not start or row.seq >= start)

    def postings(self, start: int = 0) -> Iterator[PostingRow]:
        return (row for row in self.lines if not start or row.seq >= start)


def chained(records: list[Fields], writing: Callable[[Fields], bytes] = canonical) -> Source:
    """The records with their sequence, links and digests, and the index of their lines."""
    rows, lines, prev = [], [], "0" * 64
    for seq, record in enumerate(records):
        content = writing({**record, "seq": record.get("seq", seq), "prev": record.get("prev", prev)})
        prev = sha256(content).hexdigest()
        id = record.get("attempt", "") if record.get("kind") == "refusal" else record.get("id", "")
        rows.append(StoredRecord(seq, str(record.get("kind")), id, prev, content))
        for line, posting in enumerate(record.get("postings", ())):
            account, fen, project = [*posting, ""][:3]
            lines.append(PostingRow(seq, line, account, fen, project, record["on"], record["recorded"]))
    return Source(rows, lines)
