"""Killed at any moment, what is stored is a prefix of the run, and a rerun completes it."""

import subprocess
import sys
from pathlib import Path

import pytest

from ledger import Journal, MemoryStore, Store, StoredRecord, open_store
from ledger.record import posting_rows
from tests.ledger import killed
from tests.ledger.kit import HEADER


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ledgers of runs killed at their first, second, ... step; the last run survived."""
    made = tmp_path_factory.mktemp("killed")
    command = [sys.executable, "-m", "tests.ledger.killed", str(made)]
    subprocess.run(command, check=True, timeout=120, cwd=Path(__file__).parents[2])
    return made


@pytest.fixture(scope="module")
def whole() -> Store:
    """The run that nobody killed."""
    store = MemoryStore()
    killed.run(Journal.create(store, HEADER))
    return store


def ledgers(folder: Path) -> list[Path]:
    """The ledgers by the step of their death."""
    return sorted(folder.glob("*.db"), key=lambda path: int(path.stem))


def read(place: Path) -> list[StoredRecord]:
    """What a reader sees, whose index lines must be those of its records."""
    store = open_store(place)
    rows, lines = list(store.records()), list(store.postings())
    store.close()
    assert lines == [line for row in rows for line in posting_rows(row)]
    return rows


def test_what_is_stored_is_a_prefix_and_a_rerun_completes_it(folder: Path, whole: Store) -> None:
    hot = [path.name for path in folder.glob("*-journal")]
    expected, lengths = list(whole.records()), set()
    for place in ledgers(folder):
        rows = read(place)
        assert rows == expected[: len(rows)]
        lengths.add(len(rows))
        store = open_store(place, write=True)
        assert killed.run(Journal.resume(store, HEADER, batch=7)) == whole.head()
        store.close()
        assert read(place) == expected
    assert len(ledgers(folder)) > 20
    assert lengths == {*range(0, len(expected), killed.BATCH), len(expected)}
    assert hot, "no death left a journal to roll back, so the test shows less than it should"
    assert list(folder.glob("*-journal")) == []
