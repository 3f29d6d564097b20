"""The contract suite runs on every store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger import MemoryStore, Store, open_store


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    made: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "x.db", create=True)
    yield made
    made.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A path at which nothing lies yet."""
    return tmp_path / "x.db"
