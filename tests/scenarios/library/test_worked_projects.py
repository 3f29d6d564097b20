"""The two worked projects: every movement, and what everybody holds at the end."""

import pytest

from escrow.tape import Kind
from ledger import Journal
from ledger.balances import balances
from ledger.store import MemoryStore
from scenarios.run import header, simulate, write
from tests.scenarios.library.telling import WAN, story

SUCCESS = [
    ("2025-04-01", Kind.DEPOSITED, 20 * WAN),
    ("2025-04-10", Kind.POOL_PAID, 200 * WAN),
    ("2025-07-02", Kind.BALANCE_PAID, 180 * WAN),
    ("2025-07-10", Kind.RELEASED, 200 * WAN),
    ("2025-07-15", Kind.DEPOSITED, 24 * WAN),
    ("2025-10-09", Kind.BALANCE_PAID, 216 * WAN),
    ("2025-10-17", Kind.RELEASED, 240 * WAN),
    ("2025-10-22", Kind.DEPOSITED, 16 * WAN),
    ("2025-12-22", Kind.BALANCE_PAID, 144 * WAN),
    ("2025-12-30", Kind.RELEASED, 160 * WAN),
    ("2026-02-27", Kind.COST_SHARE_PAID, 180 * WAN),
]
FAILURE = [
    ("2025-03-25", Kind.PREMIUM_PAID, 24 * WAN),
    ("2025-04-20", Kind.DEPOSITED, 20 * WAN),
    ("2025-04-28", Kind.POOL_PAID, 200 * WAN),
    ("2025-05-15", Kind.PREMIUM_SUBSIDY_PAID, 19_2000_00),
    ("2025-08-04", Kind.BALANCE_PAID, 180 * WAN),
    ("2025-08-12", Kind.RELEASED, 200 * WAN),
    ("2025-08-18", Kind.DEPOSITED, 20 * WAN),
    ("2025-12-10", Kind.FORFEITED, 20 * WAN),
    ("2025-12-22", Kind.CLAIM_PAID, 120 * WAN),
    ("2026-02-27", Kind.COST_SHARE_PAID, 30 * WAN),
]
MONEY = sorted({kind for _, kind, _ in (*SUCCESS, *FAILURE)})


@pytest.mark.parametrize(("name", "moves"), [("worked-success", SUCCESS), ("worked-failure", FAILURE)])
def test_every_movement_has_its_day_and_amount(name: str, moves: list[tuple[str, Kind, int]]) -> None:
    assert [(row.on, row.kind, row.fen) for row in story(name).of(*MONEY)] == moves


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("worked-success", {"enterprise:E1": 580, "platform:PL1": 800, "district_treasury": 820}),
        ("worked-failure", {"platform:PL1": 420, "insurer:I1": 404}),
    ],
)
def test_everybody_ends_with_what_the_worked_project_says(name: str, held: dict[str, int]) -> None:
    prepared, store = story(name).prepared, MemoryStore()
    write(prepared, simulate(prepared), Journal.create(store, header(prepared)))
    found = balances(store, by="party")
    assert {party: found[party] for party in held} == {party: wan * WAN for party, wan in held.items()}
    assert (found["risk_pool"], found.get("escrow", 0)) == (9800 * WAN, 0)
