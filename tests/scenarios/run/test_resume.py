"""A run that is stopped at any call of the store goes on with `resume` to the identical head."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledger import Journal, open_store
from ledger.verify import Code, verify
from scenarios import run as runs
from scenarios.problems import LedgerOfOther, LedgerUnfinished
from scenarios.replay import replay
from tests.scenarios.run.districts import TEXT, district, head_of

BATCH = 60


class Stopped(Exception):
    """The machine went off."""


class Stopping:
    """A store that stops after so many appends; what was appended before is kept."""

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


@pytest.fixture
def stopped_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    """Run into a place and stop after so many batches of 60 records."""

    def stop(place: str, appends: int) -> None:
        with monkeypatch.context() as patched:
            patched.setitem(Journal.create.__func__.__kwdefaults__, "batch", BATCH)  # type: ignore[attr-defined]
            patched.setattr(runs, "open_store", _opening(appends))
            with pytest.raises(Stopped):
                runs.run(district(), ledger=place)

    return stop


def _opening(appends: int) -> Callable[..., Any]:
    def opened(place: str, **how: Any) -> Any:
        store = open_store(place, **how)
        return Stopping(store, appends) if how.get("write") else store

    return opened


@pytest.mark.parametrize("appends", [0, 1, 2, 5])
def test_a_stopped_run_goes_on_to_the_identical_head(
    appends: int, stopped_after: Callable[[str, int], None], tmp_path: Path
) -> None:
    place = f"sqlite:///{tmp_path / 'x.db'}"
    stopped_after(place, appends)
    store = open_store(place)
    report = verify(store)
    store.close()
    assert set(report.found) <= {Code.UNFINISHED}
    assert report.counts["records"] == appends * BATCH
    head = runs.run(district(), ledger=place, resume=True).head
    assert head == head_of(district())
    assert replay(place).same


def test_without_resume_nothing_is_continued(
    stopped_after: Callable[[str, int], None], tmp_path: Path
) -> None:
    place = f"sqlite:///{tmp_path / 'x.db'}"
    stopped_after(place, 2)
    before = (tmp_path / "x.db").read_bytes()
    with pytest.raises(LedgerUnfinished):
        runs.run(district(), ledger=place)
    assert (tmp_path / "x.db").read_bytes() == before


def test_another_scenario_does_not_continue_it(
    stopped_after: Callable[[str, int], None], tmp_path: Path
) -> None:
    place = f"sqlite:///{tmp_path / 'x.db'}"
    stopped_after(place, 2)
    with pytest.raises(LedgerOfOther):
        runs.run(district(TEXT.replace("4000", "4001")), ledger=place, resume=True)
