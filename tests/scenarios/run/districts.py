"""A generated district that is small enough to run often and large enough to hold something of everything."""

import json

from ledger import Head, Journal, MemoryStore
from scenarios.run import header, prepare, simulate, write
from scenarios.spec import Scenario, Source, open_scenario

TEXT = json.dumps({
    "schema": "anxinbao/scenario@1",
    "horizon": {"from": "2025-03-09", "to": "2028-12-31"},
    "seed": 42,
    "preset": "practice",
    "opening_balances": {"risk_pool": "4000万"},
    "portfolio": {"generate": {"filings": 12, "enterprises": 8, "loans": {"chance": "50%"}}},
    "behaviour": {"base": "district", "insured": "50%", "missed": "20%"},
})  # fmt: skip


def district(text: str = TEXT) -> Scenario:
    """The scenario of a text."""
    return open_scenario(Source(text, "district.yaml", "district")).scenario


def head_of(scenario: Scenario, batch: int = 2_000, replication: int = 0) -> Head:
    """The head of its ledger, kept in memory with batches of a size."""
    prepared = prepare(scenario, replication=replication)
    store = MemoryStore()
    return write(prepared, simulate(prepared), Journal.create(store, header(prepared), batch=batch))
