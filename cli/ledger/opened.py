"""A ledger opened for reading, and closed whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager

from ledger.store import NotALedger, Store


@contextmanager
def opened(place: str) -> Iterator[Store]:
    """The store at a path or URL; never created. A result folder stands for the ledger in it."""
    from pathlib import Path

    from ledger.store.opening import open_store

    inside = Path(place) / "ledger.db"
    store = open_store(str(inside) if "://" not in place and inside.is_file() else place)
    try:
        if store.head() is None:
            raise NotALedger(place=store.place)
        yield store
    finally:
        store.close()
