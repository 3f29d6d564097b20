"""What holds for every named scenario: a verified ledger, the same head again, no money made or lost."""

from pathlib import Path

import pytest

from escrow.openings import cash_openings
from escrow.tape import Kind
from ledger import Journal
from ledger.balances import balances
from ledger.store import MemoryStore
from ledger.verify import verify
from scenarios.replay import replay
from scenarios.run import header, run, simulate, write
from scenarios.spec import library_names, load_scenario, open_scenario
from tests.scenarios.library.telling import ENDS, story

NAMES = library_names("anxinbao/scenario@1")
_FROM_OUTSIDE = Kind.POOL_TOPPED_UP  # from the opening account, unless the treasury fills the pool


def _ledger(name: str) -> MemoryStore:
    prepared = story(name).prepared
    store = MemoryStore()
    write(prepared, simulate(prepared), Journal.create(store, header(prepared)))
    return store


@pytest.mark.parametrize("name", NAMES)
def test_every_story_ends_in_a_verified_ledger(name: str) -> None:
    report = verify(_ledger(name))
    assert (list(report.findings), report.finished) == ([], True)


@pytest.mark.parametrize("name", NAMES)
def test_every_story_replays_to_the_same_head(name: str, tmp_path: Path) -> None:
    kept = run(load_scenario(name), ledger=str(tmp_path / "ledger.db"))
    again = replay(kept.ledger)
    assert (again.same, again.head) == (True, kept.head)


@pytest.mark.parametrize("name", NAMES)
def test_every_story_conserves_money(name: str) -> None:
    told = story(name)
    held = sum(balances(_ledger(name), by="account").values())
    opened = sum(cash_openings(told.prepared.terms, told.prepared.openings).values())
    assert held == opened + told.total(_FROM_OUTSIDE)


@pytest.mark.parametrize("name", NAMES)
def test_every_project_ends_at_most_once_and_leaves_nothing_in_escrow(name: str) -> None:
    told = story(name)
    ended = [row.project for row in told.of(*ENDS)]
    assert len(ended) == len(set(ended))
    custody = balances(_ledger(name), by="account", trees=("custody",))
    assert {place: fen for place, fen in custody.items() if fen and place.split("/")[-1] in ended} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_story_says_why_in_both_languages(name: str) -> None:
    scenario = open_scenario(name).scenario
    assert scenario.why is not None
    assert min(len(scenario.why.zh), len(scenario.why.en) // 3) > 40
    assert scenario.title.zh != scenario.title.en
