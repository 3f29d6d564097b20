"""A store that stops after so many appends, as if the machine went off; what was appended before is kept."""

from collections.abc import Callable
from typing import Any

import pytest

from ledger import Journal
from ledger.store import open_store
from scenarios import run as runs


class Stopped(Exception):
    """The machine went off."""


class Stopping:
    """A store that stops; everything else it does is the store's own."""

    def __init__(self, store: Any, appends: int) -> None:
        self._store, self._left = store, appends

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def append(self, *rows: Any) -> None:
        """Append, or stop."""
        if not self._left:
            raise Stopped
        self._left -= 1
        self._store.append(*rows)


def stop_after(monkeypatch: pytest.MonkeyPatch, appends: int, batch: int, run: Callable[[], object]) -> None:
    """Run, and stop after so many batches of `batch` records."""

    def opened(place: str, **how: Any) -> Any:
        store = open_store(place, **how)
        return Stopping(store, appends) if how.get("write") else store

    with monkeypatch.context() as patched:
        patched.setitem(Journal.create.__func__.__kwdefaults__, "batch", batch)  # type: ignore[attr-defined]
        patched.setattr(runs, "open_store", opened)
        with pytest.raises(Stopped):
            run()
