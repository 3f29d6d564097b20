"""What holds for every claims story: verified, replayed, conserved, never above an envelope, told twice."""

from pathlib import Path

import pytest

from escrow.claims.tape import ClaimKind
from ledger import Journal
from ledger.balances import balances
from ledger.store import MemoryStore
from ledger.verify import verify
from scenarios.claims import run as claims_run
from scenarios.claims.spec import open_claims
from scenarios.claims.spec.model import SCHEMA
from scenarios.replay import replay
from scenarios.spec import library_names
from tests.scenarios.library.claims.telling import story

NAMES = library_names(SCHEMA)


def _ledger(name: str) -> MemoryStore:
    prepared = story(name).prepared
    store = MemoryStore()
    tape = claims_run.simulate(prepared)
    claims_run.write(prepared, tape, Journal.create(store, claims_run.header(prepared)))
    return store


def test_the_library_holds_a_story_for_each_question() -> None:
    assert set(NAMES) == {
        "binjiang-2024-envelopes",
        "binjiang-three-years",
        "hangzhou-selection",
        "linan-2025-consumers",
        "neighbours-rules",
        "revenue-short",
        "yuhang-2025-overlap",
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_story_ends_in_a_verified_ledger(name: str) -> None:
    report = verify(_ledger(name))
    assert (list(report.findings), report.finished) == ([], True)


@pytest.mark.parametrize("name", NAMES)
def test_every_story_replays_to_the_same_head(name: str, tmp_path: Path) -> None:
    kept = claims_run.run_claims(open_claims(name), ledger=str(tmp_path / "ledger.db"))
    again = replay(kept.ledger)
    assert (again.same, again.head) == (True, kept.head)


@pytest.mark.parametrize("name", NAMES)
def test_every_story_conserves_money(name: str) -> None:
    held = sum(balances(_ledger(name), by="account").values())
    assert held == sum(story(name).prepared.setting.openings.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_envelope_pays_more_than_it_has(name: str) -> None:
    told = story(name)
    given: dict[tuple[int, int], int] = {}
    for row in told.of(ClaimKind.APPROPRIATED, ClaimKind.CARRIED, ClaimKind.BUDGET_CUT):
        sign = 1 if row.kind is ClaimKind.APPROPRIATED else -1
        key = (row.data["envelope"], row.data["year"])
        given[key] = given.get(key, 0) + sign * row.fen
        if row.kind is ClaimKind.CARRIED:
            given[key[0], key[1] + 1] = given.get((key[0], key[1] + 1), 0) + row.fen
    held: dict[tuple[int, int], int] = {}
    for row in told.of(ClaimKind.COMMITTED, ClaimKind.RELEASED):
        key = (row.data["envelope"], row.data["year"])
        held[key] = held.get(key, 0) + (row.fen if row.kind is ClaimKind.COMMITTED else -row.fen)
    assert {key: fen for key, fen in held.items() if fen > given.get(key, 0)} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_story_says_why_in_both_languages(name: str) -> None:
    scenario = open_claims(name).scenario
    assert scenario.why is not None
    assert min(len(scenario.why.zh), len(scenario.why.en) // 3) > 40
    assert scenario.title.zh != scenario.title.en
