"""Verifying a stored ledger against reading the same rows and hashing their bytes."""

import sqlite3
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from ledger.store import open_store
from ledger.verify import verify
from tests.benchmarks import books
from tests.benchmarks.measure import Result, rate

ENTRIES = 10_000


def verify_all() -> Result:
    """Every check on every record, from the stored bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "ledger.db")
        books.keep_in(path, books.page(ENTRIES))
        return rate(
            lambda: lambda: _verify(path),
            lambda: lambda: _hash(path),
            count=2 * ENTRIES + 2,
            unit="records/s",
            goal=">= 0.20",
        )


def _verify(path: Path) -> None:
    store = open_store(str(path))
    report = verify(store)
    store.close()
    assert not report.findings, report.findings


def _hash(path: Path) -> None:
    """Reads records and index lines, hashes the records; keeps nothing."""
    database = sqlite3.connect(path)
    for (content,) in database.execute("select bytes from records order by seq"):
        sha256(content).hexdigest()
    for _ in database.execute("select * from postings order by seq, line"):
        pass
    database.close()
