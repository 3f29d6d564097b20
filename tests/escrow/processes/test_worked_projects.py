"""Both worked projects: every movement and every balance to the fen, and what each other reading changes."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli.main import anxinbao
from ledger.accounts import party
from ledger.balances import balances
from ledger.record import parse
from ledger.store import open_store
from ledger.verify import verify
from scenarios.replay import replay
from scenarios.run import run
from scenarios.spec import Source, library_file, open_scenario

EXPECTED = Path(__file__).parent / "worked"
WORKED = ("success", "failure")
E, PL, POOL, TREASURY = "enterprise:E1", "platform:PL1", "risk_pool", "district_treasury"


def text_of(name: str, *changes: tuple[str, str]) -> str:
    """The library's scenario, with pieces of its text replaced (each must be there)."""
    file = library_file(f"worked-{name}")
    assert file is not None
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def kept(folder: Path, text: str, *, readings: tuple[str, ...] = ()) -> str:
    """Run a scenario's text into a SQLite ledger; returns the ledger's URL."""
    scenario = open_scenario(Source(text, "worked.yaml", "worked"), readings=readings).scenario
    place = f"sqlite:///{folder / 'x.db'}"
    run(scenario, ledger=place)
    return place


def table(name: str) -> list[dict[str, str]]:
    """The rows of an expected table."""
    with (EXPECTED / name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def movements(place: str) -> list[dict[str, str]]:
    """Every entry after the opening, with the balances of escrow and pool after it."""
    found: list[dict[str, str]] = []
    held: dict[str, int] = {}
    store = open_store(place)
    for stored in store.records():
        record: dict[str, Any] = parse(stored.bytes)
        if record["kind"] != "entry":
            continue
        for account, amount, _ in record["postings"]:
            held[party(account)] = held.get(party(account), 0) + amount
        if record["event"] != "district/opened":
            found.append(_row(record, held))
    store.close()
    return found


def _row(record: dict[str, Any], held: dict[str, int]) -> dict[str, str]:
    (payer, paid, _), (payee, received, _) = sorted(record["postings"], key=lambda posting: int(posting[1]))
    assert -paid == received
    return {
        "date": record["on"],
        "from": party(payer),
        "to": party(payee),
        "fen": str(received),
        "clause": record["basis"]["clause"],
        "escrow_after": str(held.get("escrow", 0)),
        "risk_pool_after": str(held["risk_pool"]),
    }


def closing(place: str, on: str | None = None) -> dict[str, int]:
    """Fen by party."""
    store = open_store(place)
    held = balances(store, by="party", on=on)
    store.close()
    return held


@pytest.mark.parametrize("name", WORKED)
def test_every_movement_is_the_expected_one(name: str, tmp_path: Path) -> None:
    assert movements(kept(tmp_path, text_of(name))) == table(f"{name}-movements.csv")


@pytest.mark.parametrize("name", WORKED)
def test_every_balance_is_the_expected_one(name: str, tmp_path: Path) -> None:
    place = kept(tmp_path, text_of(name))
    rows = table(f"{name}-balances.csv")
    assert closing(place) == {row["party"]: int(row["closing"]) for row in rows}
    first_day = closing(place, on="2025-03-09")
    assert {party: fen for party, fen in first_day.items() if fen} == {
        row["party"]: int(row["opening"]) for row in rows if int(row["opening"])
    }


@pytest.mark.parametrize("name", WORKED)
def test_the_ledger_verifies_and_replays(name: str, tmp_path: Path) -> None:
    place = kept(tmp_path, text_of(name))
    store = open_store(place)
    report = verify(store)
    store.close()
    assert (report.findings, report.finished) == ((), True)
    assert replay(place).same


@pytest.mark.parametrize("name", WORKED)
def test_the_command_line_says_the_same(name: str, tmp_path: Path) -> None:
    file, place = tmp_path / "worked.yaml", f"sqlite:///{tmp_path / 'x.db'}"
    file.write_text(text_of(name), "utf-8")
    ran = CliRunner().invoke(anxinbao, ["run", str(file), "--ledger", place])
    assert (ran.exit_code, ran.exception) == (0, None)
    asked = CliRunner().invoke(anxinbao, ["ledger", "balance", place, "--by", "party", "--json"])
    said = json.loads(asked.stdout)
    assert said["as_of"] == "2026-12-31"
    rows = table(f"{name}-balances.csv")
    assert said["balances"] == {row["party"]: int(row["closing"]) for row in rows}


SLIPPED = (
    ("date: 2025-12-19\n            balance_on: 2025-12-22\n            released_on: 2025-12-30",
     "date: 2025-12-19\n            balance_on: 2025-12-22\n            released_on: 2026-01-08"),
)  # fmt: skip
CLAIM_IN_2026 = (("{date: 2025-12-22, amount: 120万}", "{date: 2026-03-20, amount: 120万}"),)
PLATFORM_INSURED = (("premium: 24万,", "premium: 24万, payee: platform,"),)
ALTERNATIVES = [
    ("success", ("pool_repayment=after_last_success",), (), {PL: -2_000_000, POOL: 2_000_000}, None),
    ("success", ("pool_scope=each_stage",), (), {PL: 4_000_000, POOL: -4_000_000}, None),
    ("success", (), SLIPPED, {E: -480_000, TREASURY: 480_000}, "2026-02-27"),
    ("failure", ("forfeited_deposit_counts=no",), (), {E: -60_000, TREASURY: 60_000}, None),
    ("failure", (), PLATFORM_INSURED, {E: -840_000, PL: 1_200_000, TREASURY: -360_000}, None),
    ("failure", (), CLAIM_IN_2026, {E: 360_000, TREASURY: -360_000}, None),
    ("failure", ("pool_repayment=after_first_success",), (), {PL: -2_000_000, POOL: 2_000_000}, None),
]


@pytest.mark.parametrize(("name", "readings", "changes", "delta", "on"), ALTERNATIVES)
def test_an_alternative_moves_what_the_register_says(
    name: str,
    readings: tuple[str, ...],
    changes: tuple[tuple[str, str], ...],
    delta: dict[str, int],
    on: str | None,
    tmp_path: Path,
) -> None:
    expected = {row["party"]: int(row["closing"]) for row in table(f"{name}-balances.csv")}
    found = closing(kept(tmp_path, text_of(name, *changes), readings=readings), on)
    moved = {party: (found[party] - fen) // 100 for party, fen in expected.items() if found[party] != fen}
    assert moved == delta


def test_the_slipped_release_is_granted_with_the_next_audit(tmp_path: Path) -> None:
    later = text_of("success", *SLIPPED, ("to: 2026-12-31", "to: 2027-12-31"))
    assert closing(kept(tmp_path, later))[E] == 580_000_000
