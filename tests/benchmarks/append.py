"""Appending to SQLite against raw `sqlite3` writing the same rows of the same tables.

The reference is as favourable as it can be: rows ready in memory, all in one transaction, no triggers.
"""

import sqlite3
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ledger.record import PostingRow, StoredRecord
from ledger.store import open_store
from ledger.writer import BATCH
from tests.benchmarks import books
from tests.benchmarks.measure import Result, Work, rate

ENTRIES = 10_000
GOAL = ">= 0.33"

Tables = dict[str, list[tuple[Any, ...]]]


def journal() -> Result:
    """The whole way of an entry: event, checks, encoding, digest, index, store."""
    content = books.page(ENTRIES)
    with TemporaryDirectory() as folder:
        fresh = (Path(folder, f"{number}.db") for number in count())
        books.keep_in(made := next(fresh), content)
        return rate(
            lambda: _call(books.keep_in, next(fresh), content),
            lambda: _call(_write_raw, next(fresh), *_read(made)),
            count=ENTRIES,
            unit="entries/s",
            goal=GOAL,
        )


def store() -> Result:
    """The store alone: sealed records and their index lines, in the journal's batches."""
    with TemporaryDirectory() as folder:
        fresh = (Path(folder, f"{number}.db") for number in count())
        books.keep_in(made := next(fresh), books.page(ENTRIES))
        kept = open_store(str(made))
        records, postings = list(kept.records()), list(kept.postings())
        kept.close()
        return rate(
            lambda: _call(_append, next(fresh), records, postings),
            lambda: _call(_write_raw, next(fresh), *_read(made)),
            count=len(records),
            unit="records/s",
            goal=GOAL,
        )


def _call(work: Any, *given: Any) -> Work:
    return lambda: work(*given)


def _append(path: Path, records: Sequence[StoredRecord], postings: Sequence[PostingRow]) -> None:
    target = open_store(str(path), create=True)
    line = 0
    for start in range(0, len(records), BATCH):
        batch = records[start : start + BATCH]
        first = line
        while line < len(postings) and postings[line].seq <= batch[-1].seq:
            line += 1
        target.append(batch, postings[first:line])
    target.close()


def _read(path: Path) -> tuple[list[str], Tables]:
    """The tables and indexes of a stored ledger, and every row in them."""
    with sqlite3.connect(path) as database:
        made = database.execute("select type, name, sql from sqlite_master where sql is not null").fetchall()
        names = [name for kind, name, _ in made if kind == "table"]
        rows = {name: database.execute(f'select * from "{name}"').fetchall() for name in names}
    database.close()
    return [sql for kind, _, sql in made if kind in ("table", "index")], rows


def _write_raw(path: Path, schema: list[str], tables: Tables) -> None:
    database = sqlite3.connect(path)
    for statement in schema:
        database.execute(statement)
    for name, rows in tables.items():
        if rows:
            places = ",".join("?" * len(rows[0]))
            database.executemany(f'insert into "{name}" values ({places})', rows)
    database.commit()
    database.close()
