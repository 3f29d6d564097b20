"""Every id seen so far, without holding them in memory.

Choice: a temporary SQLite database with an empty name. SQLite keeps it in a file that has
no name in any folder and vanishes with the connection; only a small page cache stays in
memory. The store's own indexes are not asked, because they are what is being checked, and
a stream of exported lines has none. A batch is sorted before it is written, which keeps the
B-tree's pages near each other.
"""

import sqlite3

from ledger.verify.findings import Code, Findings

BATCH = 4096
_CACHE_KIB = 8192


class Ids:
    """The ids of one kind of record, and the sequence that first used each."""

    def __init__(self, findings: Findings, batch: int = BATCH) -> None:
        self.findings = findings
        self.batch = batch
        self._new: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._disk = sqlite3.connect("", isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE", f"cache_size=-{_CACHE_KIB}"):
            self._disk.execute(f"PRAGMA {pragma}")
        self._disk.execute("CREATE TABLE ids (id PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID")

    def add(self, text: str, seq: int) -> None:
        """Take in an id; one used before is a finding, at the latest after `flush`."""
        first = self._new.setdefault(_key(text), seq)
        if first != seq:
            self.findings.add(Code.DUPLICATE_ID, seq, first, text)
        elif len(self._new) >= self.batch:
            self.flush()

    def seq_of(self, text: str) -> int | None:
        """A sequence that used the id; nothing when none did. The first one, unless it was used twice."""
        key = _key(text)
        seq = self._new.get(key)
        if seq is None:
            seq = self._last.get(key)
        return self._on_disk(key) if seq is None else seq

    def flush(self) -> None:
        """Write the batch, so that every duplicate up to here is known."""
        if not self._new:
            return
        before = self._disk.total_changes
        self._disk.execute("BEGIN")
        self._disk.executemany("INSERT OR IGNORE INTO ids VALUES (?, ?)", sorted(self._new.items()))
        self._disk.execute("COMMIT")
        if self._disk.total_changes - before < len(self._new):
            self._report()
        self._last, self._new = self._new, {}

    def close(self) -> None:
        """Drop the temporary database."""
        self._disk.close()

    def _report(self) -> None:
        for key, seq in self._new.items():
            first = self._on_disk(key)
            if first is not None and first != seq:
                self.findings.add(Code.DUPLICATE_ID, seq, first, key)
                self._new[key] = first

    def _on_disk(self, key: str) -> int | None:
        row = self._disk.execute("SELECT seq FROM ids WHERE id = ?", (key,)).fetchone()
        return None if row is None else int(row[0])


def _key(text: str) -> str:
    # A forged id may hold half a surrogate pair, which SQLite does not store as text.
    if text.isascii() and "\0" not in text:
        return text
    return "\0" + text.encode("unicode_escape").decode("ascii")
