"""Same inputs, same head: in any process, under any hash seed, with any batch size, in any store."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ledger import Head
from scenarios.replay import replay
from scenarios.run import run
from tests.architecture.sources import ROOT
from tests.scenarios.run.districts import TEXT, district, head_of

CHILD = """
import sys
from tests.scenarios.run.districts import district, head_of
print(head_of(district(), batch=int(sys.argv[1])))
"""


@pytest.fixture(scope="module")
def head() -> Head:
    """The head that every other run must have."""
    return head_of(district())


@pytest.mark.parametrize(("hash_seed", "batch"), [("0", 1), ("1", 7), ("4294967295", 2_000)])
def test_another_process_comes_to_the_same_head(head: Head, hash_seed: str, batch: int) -> None:
    found = subprocess.run(
        [sys.executable, "-c", CHILD, str(batch)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == str(head)


@pytest.mark.parametrize("batch", [1, 2, 50])
def test_the_batch_size_changes_nothing(head: Head, batch: int) -> None:
    assert head_of(district(), batch) == head


def test_sqlite_and_memory_hold_the_same_chain(head: Head, tmp_path: Path) -> None:
    place = f"sqlite:///{tmp_path / 'x.db'}"
    assert run(district(), ledger=place).head == head
    assert replay(place).same


def test_another_seed_or_replication_is_another_chain(head: Head) -> None:
    assert head_of(district(), replication=1) != head
    assert head_of(district(TEXT.replace('"seed": 42', '"seed": 43'))) != head


def test_a_finished_run_is_recognised_and_not_redone(tmp_path: Path) -> None:
    place = f"sqlite:///{tmp_path / 'x.db'}"
    first, second = (run(district(), ledger=place) for _ in range(2))
    assert (first.recognised, second.recognised) == (False, True)
    assert first.head == second.head
