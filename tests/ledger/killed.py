"""A run that is killed at its n-th step in the database: `python -m tests.ledger.killed FOLDER`.

For n = 1, 2, ... a child process runs into FOLDER/n.db and kills itself there, until one survives.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import event

from ledger import FloorPassed, Head, Journal, open_store
from ledger.store.sql import SqlStore
from tests.ledger import kit

BATCH = 20


def run(journal: Journal) -> Head:
    """A run of a few batches with payments, refusals and reversals."""
    journal.event(kit.event())
    journal.post(kit.opening("cash/risk_pool", 10_000))
    for number in range(40):
        journal.post(kit.move(f"pay/{number}", "cash/risk_pool", "cash/bank", 1, project="P" * 150))
        if number % 7 == 0:
            try:
                journal.post(kit.move(f"big/{number}", "cash/risk_pool", "cash/bank", 10_000))
            except FloorPassed:
                journal.reverse(f"pay/{number}", id=f"undo/{number}", event="E", on=kit.NEXT_DAY)
    return journal.finish(kit.NEXT_DAY)


def die_at(store: SqlStore, step: int) -> None:
    """Kill this process before the given step: a statement, the moment after it, or a commit."""
    left = iter(range(step, 0, -1))

    def tick(*_: Any, **__: Any) -> None:
        if next(left, 0) == 1:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(store._engine, moment, tick)


def child(place: Path, step: int) -> None:
    """Run until killed. A cache of few pages makes SQLite write before the commit."""
    store = open_store(place, create=True)
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 2")
    die_at(store, step)
    run(Journal.create(store, kit.HEADER, batch=BATCH))
    os._exit(0)


def main(folder: Path) -> None:
    """Run children until one survives."""
    for step in count(1):
        pid = os.fork()
        if pid == 0:
            child(folder / f"{step}.db", step)
        if os.waitpid(pid, 0)[1] == 0:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
