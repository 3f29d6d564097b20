"""Random portfolios: what is paid equals the independent model, and the books keep their promises."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escrow.bookkeeping.claims import ClaimsBookkeeper
from escrow.cashier import Cashier
from escrow.chart import CHART
from escrow.claims.setting import ClaimsSetting
from escrow.claims.tape import ClaimKind, Payer
from escrow.processes.fulfilment import simulate
from escrow.tape import Row
from ledger import Header, Journal, MemoryStore, balances
from scenarios.claims.metrics import measure
from tests.escrow.fulfilment import oracle
from tests.escrow.fulfilment.worlds import setting_of, world

SEEDS = st.integers(0, 10**9)
TOP = Header("0" * 64, "0" * 64, 1, 0, "claims-1", "2024-01-01", CHART)


def paid_by_claim(tape: list[Row]) -> dict[tuple[int, str], int]:
    """Fen by (claim, payer)."""
    found: Counter[tuple[int, str]] = Counter()
    for row in tape:
        if row[2] == ClaimKind.PAID:
            found[row[3], Payer(row[6]).name.lower()] += row[5]
    return dict(found)


def kept(setting: ClaimsSetting, tape: list[Row]) -> MemoryStore:
    """The ledger of a tape; posting refuses whatever passes a floor."""
    store = MemoryStore()
    days = setting.first_day, setting.last_day
    Cashier(Journal.create(store, TOP)).keep(ClaimsBookkeeper(setting), tape, days)
    return store


@given(SEEDS)
@settings(max_examples=150, deadline=None)
def test_the_process_pays_what_the_model_says(seed: int) -> None:
    found = world(seed)
    assert paid_by_claim(simulate(setting_of(found))) == oracle.Model(found).run()


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_envelopes_are_used_up_exactly_and_never_exceeded(seed: int) -> None:
    setting = setting_of(world(seed))
    tape = simulate(setting)
    for each in measure(tape, setting).envelopes.values():
        given_out = each.appropriated_fen + each.carried_in_fen
        used = each.paid_fen + each.held_fen + each.lapsed_fen + each.carried_out_fen + each.cut_fen
        assert given_out == used
        assert each.committed_fen <= given_out - each.cut_fen
        assert min(each.paid_fen, each.held_fen, each.lapsed_fen) >= 0


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_the_books_agree_with_the_tape(seed: int) -> None:
    setting = setting_of(world(seed))
    tape = simulate(setting)
    store = kept(setting, tape)
    by_party = balances(store, by="party", trees=("cash",))
    enterprises = sum(fen for name, fen in by_party.items() if name.startswith("enterprise:"))
    assert enterprises == sum(paid_by_claim(tape).values())
    assert sum(by_party.values()) == sum(setting.openings.values())


@given(SEEDS)
@settings(max_examples=20, deadline=None)
def test_the_same_world_gives_the_same_head(seed: int) -> None:
    heads = []
    for _ in range(2):
        setting = setting_of(world(seed))
        heads.append(kept(setting, simulate(setting)).head())
    assert heads[0] == heads[1]


@pytest.mark.parametrize("short", ["trim", "reject", "prorate", "defer"])
def test_every_reading_of_a_short_budget_occurs(short: str) -> None:
    assert any(world(seed).short == short for seed in range(30))
