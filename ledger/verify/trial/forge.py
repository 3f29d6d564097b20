"""A forger's tools: change records and write the chain behind them anew, digests and index too."""

import json
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from ledger.verify.trial.damage import Act

Record = dict[str, Any]
Writing = Callable[[Record], bytes]


def canonical(record: Record) -> bytes:
    """The one allowed writing."""
    return json.dumps(record, sort_keys=True, separators=(",", ":")).encode("ascii")


def forged(change: Callable[[list[Record]], None], *, at: int = -1, writing: Writing = canonical) -> Act:
    """An act that changes the list of records and chains it anew; record `at` in another `writing`."""

    def act(copy: sqlite3.Connection) -> None:
        stored = copy.execute("SELECT bytes FROM records ORDER BY seq").fetchall()
        records = [json.loads(content) for (content,) in stored]
        change(records)
        copy.execute("DELETE FROM records")
        copy.execute("DELETE FROM postings")
        prev = "0" * 64
        for seq, record in enumerate(records):
            record.update(seq=seq, prev=prev)
            content = (writing if seq == at else canonical)(record)
            prev = sha256(content).hexdigest()
            _insert(copy, record, prev, content)

    return act


def mended(seq: int, edit: Callable[[Record], object]) -> Act:
    """An act that changes one record with its digest and its index, but not the chain after it."""

    def act(copy: sqlite3.Connection) -> None:
        (stored,) = copy.execute("SELECT bytes FROM records WHERE seq = ?", (seq,)).fetchone()
        record = json.loads(stored)
        edit(record)
        content = canonical(record)
        for table in ("records", "postings"):
            copy.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))
        _insert(copy, record, sha256(content).hexdigest(), content)

    return act


def retotal(records: list[Record]) -> None:
    """Make the control totals right again, as a careful forger does."""
    balances: dict[str, int] = {}
    counts = {"event": 0, "entry": 0, "refusal": 0}
    debits_fen = 0
    for seq, record in enumerate(records):
        if record["kind"] in counts:
            counts[record["kind"]] += 1
        for account, amount_fen, _ in record.get("postings", ()):
            balances[account] = balances.get(account, 0) + amount_fen
            debits_fen += max(amount_fen, 0)
        if record["kind"] == "finished":
            record["totals"] = {
                "balances": sha256(canonical(balances)).hexdigest(),
                "debits_fen": debits_fen,
                "entries": counts["entry"],
                "events": counts["event"],
                "records": seq + 1,
                "refusals": counts["refusal"],
            }


def _insert(copy: sqlite3.Connection, record: Record, digest: str, content: bytes) -> None:
    seq, kind = record["seq"], str(record.get("kind"))
    id = record.get("attempt", "") if kind == "refusal" else record.get("id", "")
    copy.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?)", (seq, kind, id, digest, content))
    for line, (account, amount_fen, project) in enumerate(record.get("postings", ())):
        row = (seq, line, account, amount_fen, project, record["on"], record["recorded"])
        copy.execute("INSERT INTO postings VALUES (?, ?, ?, ?, ?, ?, ?)", row)
