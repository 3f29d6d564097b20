"""A run that is stopped at any call of the store goes on with `resume` to the identical head."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ledger import open_store
from ledger.verify import Code, verify
from scenarios import run as runs
from scenarios.problems import LedgerOfOther, LedgerUnfinished
from scenarios.replay import replay
from tests.scenarios.run.districts import TEXT, district, head_of
from tests.scenarios.stopping import stop_after

BATCH = 60


@pytest.fixture
def stopped_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    """Run into a place and stop after so many batches of 60 records."""

    def stop(place: str, appends: int) -> None:
        stop_after(monkeypatch, appends, BATCH, lambda: runs.run(district(), ledger=place))

    return stop


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
