"""A small real ledger on disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger import FloorPassed, Journal, open_store
from ledger.store.sql import SqlStore
from tests.ledger import kit


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[SqlStore]:
    """A finished ledger with one record of each kind and a reversal."""
    store = open_store(tmp_path / "real.db", create=True)
    journal = kit.begin(store)
    journal.post(kit.move("pay", "cash/risk_pool", "cash/bank", 4_000, project="P1"))
    with pytest.raises(FloorPassed):
        journal.post(kit.move("big", "cash/risk_pool", "cash/bank", 9_000))
    journal.event(kit.event("F", kit.NEXT_DAY, amount=3, stage=1))
    journal.reverse("pay", id="undo", event="F", on=kit.NEXT_DAY)
    journal.post(kit.move("again", "cash/risk_pool", "cash/bank", 100, project="P2"))
    Journal.finish(journal, kit.NEXT_DAY)
    yield store
    store.close()
