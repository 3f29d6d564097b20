"""Ended at any store call, what is stored verifies, and a rerun ends at the identical head."""

import subprocess
import sys
from pathlib import Path

import pytest

from ledger import Head, Journal, MemoryStore, open_store
from ledger.verify import Code, Position, verify
from tests.ledger import killed
from tests.ledger.kit import HEADER

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Ledgers of runs that ended at their first, second, ... moment; the last got through."""
    folder = tmp_path_factory.mktemp("ended")
    command = [sys.executable, "-m", "tests.ledger.kill.ending", str(folder)]
    subprocess.run(command, check=True, timeout=300, cwd=ROOT)
    return sorted(folder.glob("*.db"), key=lambda path: int(path.stem))


@pytest.fixture(scope="module")
def head() -> Head:
    """The head of the run that nobody ended."""
    return killed.run(Journal.create(MemoryStore(), HEADER))


def test_what_is_stored_verifies_as_far_as_it_goes(ledgers: list[Path]) -> None:
    lengths = set()
    for place in ledgers:
        store = open_store(place)
        report = verify(store)
        store.close()
        assert set(report.found) <= {Code.UNFINISHED}, place.name
        lengths.add(report.counts["records"])
    assert len(ledgers) > 30
    assert min(lengths) == 0
    assert len(lengths) > 10


def test_a_rerun_ends_at_the_identical_head_and_the_whole_verifies(ledgers: list[Path], head: Head) -> None:
    for place in ledgers:
        store = open_store(place, write=True)
        position: Position | None = verify(store).position
        assert killed.run(Journal.resume(store, HEADER, batch=7)) == head
        assert verify(store, head=head, resume_from=position).ok, place.name
        assert verify(store, head=head).ok, place.name
        store.close()
