"""Does verification find what it should? A copy is damaged in every way known, one at a time.

The copy is a SQLite file of its own in a temporary folder, whatever kind of store the ledger
is in, so that its tables can be changed behind the journal's back. The ledger is only read.
"""

import json
import shutil
import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

from ledger.chain import Head
from ledger.journal import Journal
from ledger.problem import Problem
from ledger.record import PostingRow, StoredRecord
from ledger.store.errors import StoreFault
from ledger.store.opening import open_store
from ledger.text import Text
from ledger.verify.findings import Code
from ledger.verify.trial import columns, forgeries, rows
from ledger.verify.trial.damage import Damage, NotApplicable
from ledger.verify.trial.result import SelfTest, Trial
from ledger.verify.verifier import Source, verify

MOST = 300
"""Records copied at most: each damage costs one verification of the copy."""


_PAGE = 4096
_GUARDS = "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"


class NotSound(Problem):
    """A ledger with findings of its own cannot show that damage is found."""

    message = Text(
        "账本本身有发现（第 {seq} 条），无法自测", "the ledger has findings of its own (record {seq})"
    )
    advice = Text("请先运行 ledger verify", "run ledger verify first")


def selftest(store: Source, *, most: int = MOST) -> SelfTest:
    """Damage a copy of the first `most` records in every way known; raises NotSound.

    A copy that has no finishing record is given one.
    """
    with TemporaryDirectory(prefix="anxinbao-selftest-") as folder:
        pristine, work = Path(folder, "pristine.db"), Path(folder, "work.db")
        head = _copy(_Beginning(store, most), pristine)
        with closing(sqlite3.connect(pristine)) as copy:
            known = [damage for room in (columns, rows, forgeries) for damage in room.damages(copy)]
        trials: list[Trial] = []
        for damage in known:
            shutil.copyfile(pristine, work)
            trials.extend(_tried(damage, work, head))
        trials.extend(_broken_files(pristine, work))
    return SelfTest(tuple(trials), head.seq + 1)


class _Beginning:
    """The first records of a store, seen as a store."""

    def __init__(self, store: Source, most: int) -> None:
        self._store = store
        self._most = most

    def head(self) -> Head | None:
        last = deque(self.records(), maxlen=1)
        return Head(last[0].seq, last[0].digest) if last else None

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        return takewhile(lambda row: row.seq < self._most, self._store.records(start))

    def postings(self, start: int = 0) -> Iterator[PostingRow]:
        return takewhile(lambda row: row.seq < self._most, self._store.postings(start))


def _copy(beginning: _Beginning, place: Path) -> Head:
    """Copy to a new ledger, finished; the copy's head."""
    report = verify(beginning)
    if report.findings and set(report.found) != {Code.UNFINISHED}:
        raise NotSound(seq=report.first_bad)
    found = list(beginning.records())
    with closing(open_store(place, create=True)) as copy:
        copy.append(found)
        journal = Journal.open(copy)
        return journal.head if journal.finished else journal.finish(json.loads(found[-1].bytes)["on"])


def _tried(damage: Damage, work: Path, head: Head) -> Iterator[Trial]:
    """Do one damage to the file `work` and verify it; nothing when it does not apply."""
    try:
        _do(damage, work)
    except NotApplicable:
        return
    except sqlite3.IntegrityError:
        yield Trial(damage.name, damage.seq, "refused")
    else:
        yield _judged(damage.name, damage.seq, work, head if damage.by_head else None)


def _do(damage: Damage, work: Path) -> None:
    with closing(sqlite3.connect(work, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("BEGIN")
        if not damage.guarded:
            for kind, name in copy.execute(_GUARDS).fetchall():
                copy.execute(f"DROP {kind} {name}")
        damage.act(copy)
        copy.execute("COMMIT")


def _judged(name: Text, seq: int | None, work: Path, head: Head | None) -> Trial:
    try:
        with closing(open_store(work)) as store:
            report = verify(store, head=head)
    except StoreFault as fault:
        return Trial(name, seq, "found", None, (type(fault).__name__,))
    codes = tuple(sorted(code.value for code in report.found))
    return Trial(name, seq, "missed" if report.ok else "found", report.first_bad, codes)


def _broken_files(pristine: Path, work: Path) -> Iterator[Trial]:
    """Damage below the tables: the file itself cut, a page of records zeroed, emptied."""
    content = pristine.read_bytes()
    middle = len(content) // 2
    page = content.find(b'"kind":"') // _PAGE * _PAGE
    zeroed = content[:page] + bytes(_PAGE) + content[page + _PAGE :]
    for name, broken in (
        (Text("文件截去后半", "second half of the file cut off"), content[:middle]),
        (Text("一页记录清零", "a page of records zeroed"), zeroed),
        (Text("文件清空", "the file emptied"), b""),
    ):
        work.write_bytes(broken)
        yield _judged(name, None, work, None)
