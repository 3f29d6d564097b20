"""From the text of a scenario to its tape, its ledger and its balances, with nothing faked on the way."""

import json
from datetime import date
from typing import Any, NamedTuple

from escrow.tape import Kind, Row
from ledger import Journal, MemoryStore, balances
from scenarios.prepare import Prepared
from scenarios.run import header, prepare, simulate, write
from scenarios.spec import Source, open_scenario

CASH = ("cash", "custody")


class Ran(NamedTuple):
    """A run in memory."""

    prepared: Prepared
    tape: list[Row]
    store: MemoryStore

    def balances(self, on: str | None = None) -> dict[str, int]:
        """Fen by party, at the end or on a day."""
        return balances(self.store, by="party", on=on)

    def accounts(self, on: str | None = None) -> dict[str, int]:
        """Fen by account, quota included."""
        return balances(self.store, by="account", on=on, trees=("cash", "custody", "authority", "opening"))

    def rows(self, *kinds: Kind) -> list[Row]:
        """The rows of some kinds."""
        return [row for row in self.tape if row[2] in kinds]

    def days(self, *kinds: Kind) -> list[str]:
        """The days of the rows of some kinds."""
        return [date.fromordinal(row[0]).isoformat() for row in self.rows(*kinds)]


def run_text(text: str, replication: int = 0) -> Ran:
    """Run the text of a scenario file."""
    prepared = prepare(open_scenario(Source(text, "test.yaml", "test")).scenario, replication=replication)
    tape = simulate(prepared)
    store = MemoryStore()
    write(prepared, tape, Journal.create(store, header(prepared)))
    return Ran(prepared, tape, store)


def run(scenario: dict[str, Any], replication: int = 0) -> Ran:
    """Run a scenario given as a table; JSON text is YAML text."""
    return run_text(json.dumps(scenario, ensure_ascii=False), replication)
