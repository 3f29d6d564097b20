"""Whole cases, written by hand from the papers before the engine was read: every movement, every balance."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from json import loads
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

from ledger.store import open_store
from ledger.verify import verify
from scenarios.claims.run import run_claims
from scenarios.claims.spec import open_claims

OPENING = "office/open"
WHOLE = Path(__file__).parent / "whole"
NAMES = sorted(each.name.removesuffix(".expected.yaml") for each in WHOLE.glob("*.expected.yaml"))


class Movement(NamedTuple):
    """Cash that moved; `on` is a day, or a year where the papers do not settle the day."""

    on: str
    payer: str
    payee: str
    fen: int

    def agrees(self, other: "Movement") -> bool:
        """Whether another movement is this one."""
        return self[1:] == other[1:] and other.on.startswith(self.on)


def entries(place: Path) -> Iterator[dict[str, Any]]:
    """The entries of a ledger, from its stored bytes."""
    store = open_store(str(place))
    try:
        for row in store.records():
            record = loads(row.bytes)
            if record["kind"] == "entry":
                yield record
    finally:
        store.close()


def cash(entry: dict[str, Any]) -> dict[str, int]:
    """What an entry does to cash accounts."""
    found: Counter[str] = Counter()
    for account, fen, _ in entry["postings"]:
        if account.startswith("cash/"):
            found[account.removeprefix("cash/")] += fen
    return dict(found)


def movement(entry: dict[str, Any]) -> Movement:
    """An entry that moves cash, as a movement."""
    (payer, out), (payee, fen) = sorted(cash(entry).items(), key=lambda item: item[1])
    assert out == -fen
    return Movement(entry["on"], payer, payee, fen)


@pytest.fixture(scope="module", params=NAMES)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, list[Any]]:
    """What is expected of a whole case, and the entries its run has written."""
    place = tmp_path_factory.mktemp("whole") / "x.db"
    run_claims(open_claims(str(WHOLE / f"{request.param}.yaml")), ledger=str(place))
    store = open_store(str(place))
    try:
        assert not list(verify(store).findings)
    finally:
        store.close()
    expected = YAML(typ="safe").load((WHOLE / f"{request.param}.expected.yaml").read_text("utf-8"))
    return expected, list(entries(place))


def test_money_moves_as_worked_out_by_hand(case: tuple[Any, list[Any]]) -> None:
    expected, written = case
    moved = [movement(each) for each in written if cash(each) and each["id"] != OPENING]
    for on, payer, payee, fen in expected["movements"]:
        wanted = Movement(on.isoformat() if isinstance(on, date) else str(on), payer, payee, fen)
        found = next((each for each in moved if wanted.agrees(each)), None)
        assert found is not None, f"missing: {wanted}; left: {moved}"
        moved.remove(found)
    assert not moved


def test_the_closing_balances_follow_and_nothing_is_overdrawn(case: tuple[Any, list[Any]]) -> None:
    expected, written = case
    opening, closing = Counter[str](), Counter[str]()
    for each in written:
        closing.update(cash(each))
        opening.update(cash(each) if each["id"] == OPENING else {})
    assert {name: fen for name, fen in closing.items() if fen != opening[name]} == expected["closing"]
    assert sum(closing.values()) == sum(opening.values())
    assert min(closing.values()) >= 0
