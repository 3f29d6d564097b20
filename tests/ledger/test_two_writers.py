"""Two writers on one ledger: the second waits or gets a clear error; the chain never forks."""

import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ledger import GENESIS, Journal, Store, open_store
from ledger.record import parse
from ledger.store import LedgerExists, LedgerMoved
from tests.ledger.kit import NEXT_DAY, NOON, begin, move

WRITER = """
import sys
from ledger import Journal, open_store
from ledger.store import LedgerBusy
from tests.ledger.kit import NOON, move

place, name = sys.argv[1:]
for number in range(10):
    while True:
        store = open_store(place, write=True)
        journal = Journal.open(store, now=NOON)
        journal.post(move(f"{name}/{number}", "cash/risk_pool", "cash/bank", 1))
        try:
            journal.flush()
        except LedgerBusy:
            continue
        finally:
            store.close()
        break
"""


def check_chain(store: Store) -> int:
    """The number of records, each following the one before."""
    prev, count = GENESIS, 0
    for record in store.records():
        assert (record.seq, parse(record.bytes)["prev"]) == (count, prev)
        prev, count = record.digest, count + 1
    return count


@pytest.fixture
def finished(place: Path) -> Path:
    """A finished ledger in a file."""
    store = open_store(place, create=True)
    begin(store).finish(NEXT_DAY)
    store.close()
    return place


def test_processes_writing_at_once_leave_one_chain(finished: Path) -> None:
    command, root = [sys.executable, "-c", WRITER, str(finished)], Path(__file__).parents[2]
    writers = [subprocess.Popen([*command, name], cwd=root) for name in "abc"]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    store = open_store(finished)
    assert check_chain(store) == 4 + 30
    assert Journal.open(store).balance("cash/bank") == 30
    store.close()


def test_a_writer_who_was_overtaken_writes_nothing(finished: Path) -> None:
    stores = [open_store(finished, write=True) for _ in range(2)]
    first, second = (Journal.open(store, now=NOON) for store in stores)
    first.post(move("first", "cash/risk_pool", "cash/bank", 1))
    second.post(move("second", "cash/risk_pool", "cash/bank", 2))
    first.flush()
    with pytest.raises(LedgerMoved, match="was extended to record 4 by another writer; nothing was written"):
        second.flush()
    assert check_chain(stores[0]) == 5
    for store in stores:
        store.close()


def test_the_second_waits_for_the_first(finished: Path) -> None:
    holder = sqlite3.connect(finished, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    threading.Timer(0.2, holder.execute, ["COMMIT"]).start()
    store = open_store(finished, write=True, wait_ms=10_000)
    journal = Journal.open(store, now=NOON)
    journal.post(move("late", "cash/risk_pool", "cash/bank", 1))
    began = time.monotonic()
    journal.flush()
    assert time.monotonic() - began > 0.1
    assert check_chain(store) == 5
    store.close()
    holder.close()


def test_two_who_create_at_once_make_one_ledger(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_store(place, create=True)
    begin(first).finish(NEXT_DAY)
    # The second looked before the first was done.
    monkeypatch.setattr("os.path.lexists", lambda _: False)
    with pytest.raises(LedgerExists):
        open_store(place, create=True)
    assert check_chain(first) == 4
    first.close()
    assert list(place.parent.iterdir()) == [place]
