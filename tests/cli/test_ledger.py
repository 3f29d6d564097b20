"""`anxinbao ledger`: balance, show, verify, explain, export."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Call

CLOSING = {
    "district_treasury": 950_800_000,
    "enterprise:E1": 925_200_000,
    "escrow": 0,
    "insurer:I1": 404_000_000,
    "platform:PL1": 420_000_000,
    "risk_pool": 9_800_000_000,
}


def test_balances_by_party_are_those_of_the_worked_project(call: Call, kept: Path) -> None:
    done = call("ledger", "balance", kept / "failure/ledger.db", "--by", "party", "--json")
    assert json.loads(done.stdout) == {"as_of": "2026-12-31", "balances": CLOSING}


def test_a_url_and_a_folder_name_the_same_ledger(call: Call, kept: Path) -> None:
    names = (f"sqlite:///{kept}/failure/ledger.db", kept / "failure", kept / "failure/ledger.db")
    assert len({call("ledger", "balance", name, "--json").stdout for name in names}) == 1


def test_balances_as_of_a_day_hold_what_had_happened_by_then(call: Call, kept: Path) -> None:
    done = call("ledger", "balance", kept / "success", "--by", "project", "--on", "2025-07-02", "--json")
    assert json.loads(done.stdout) == {"as_of": "2025-07-02", "balances": {"P1": 200_000_000}}


def test_balances_as_of_a_sequence_carry_the_day_of_its_record(call: Call, kept: Path) -> None:
    done = call("ledger", "balance", kept / "success", "--by", "party", "--at", 2, "--json")
    data = json.loads(done.stdout)
    assert (data["as_of"], data["balances"]["risk_pool"]) == ("2025-03-09", 10_000_000_000)


def test_the_table_of_balances_is_in_yuan(call: Call, kept: Path) -> None:
    lines = call("ledger", "balance", kept / "failure", "--by", "party").stdout.splitlines()
    assert lines[0] == "Balances (yuan) as of 2026-12-31"
    assert "insurer:I1          4,040,000.00" in lines


def test_a_day_that_is_none_is_a_usage_error(call: Call, kept: Path) -> None:
    done = call("ledger", "balance", kept / "failure", "--on", "2025-02-30")
    assert done.exit_code == 2
    assert "'2025-02-30' is not a day" in done.stderr


def test_show_lists_records_with_amount_and_clause(call: Call, kept: Path) -> None:
    done = call("ledger", "show", kept / "success", "--project", "P1", "--kind", "entry", "--json")
    rows = json.loads(done.stdout)["records"]
    assert [row["id"] for row in rows][:3] == ["P1/1/deposit", "P1/1/advance", "P1/1/balance"]
    assert (rows[0]["amount_fen"], rows[0]["clause"]) == (20_000_000, "xiaoshan-first-deposit-10")


def test_show_says_when_there_is_more(call: Call, kept: Path) -> None:
    done = call("ledger", "show", kept / "success", "--limit", 3)
    assert "the first 3 only" in done.stderr
    assert (
        json.loads(call("ledger", "show", kept / "success", "--limit", 0, "--json").stdout)["more"] is False
    )


def test_verify_prints_the_head_and_advises_to_keep_it(call: Call, kept: Path) -> None:
    done = call("ledger", "verify", kept / "success")
    assert done.exit_code == 0
    assert done.stdout.startswith("verified: 45 records, 12 entries, head 44:")
    assert "--head" in done.stderr


def test_verify_against_the_head_kept_elsewhere(call: Call, kept: Path) -> None:
    head = json.loads(call("ledger", "verify", kept / "success", "--json").stdout)["head"]
    assert call("ledger", "verify", kept / "success", "--head", head).exit_code == 0
    wrong = head[:-1] + ("0" if head[-1] != "0" else "1")
    done = call("ledger", "verify", kept / "success", "--head", wrong)
    assert (done.exit_code, "head_differs" in done.stdout) == (1, True)


def test_verify_goes_on_from_a_saved_position(call: Call, kept: Path) -> None:
    for _ in range(2):
        assert call("ledger", "verify", kept / "success", "--resume-from", "place.json").exit_code == 0
        assert json.loads(Path("place.json").read_text())["seq"] == 44
    Path("place.json").write_text("{}")
    assert call("ledger", "verify", kept / "success", "--resume-from", "place.json").exit_code == 2


def test_a_tampered_ledger_ends_with_1_and_the_first_bad_sequence(call: Call, kept: Path) -> None:
    Path("bad.db").write_bytes((kept / "success/ledger.db").read_bytes())
    with sqlite3.connect("bad.db") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE records SET bytes = replace(bytes, '20000000', '20000001') WHERE seq = 13")
    database.close()
    done = call("ledger", "verify", "bad.db", "--json")
    assert (done.exit_code, json.loads(done.stdout)["first_bad"] <= 13) == (1, True)


@pytest.mark.slow
def test_the_self_test_finds_every_damage(call: Call, kept: Path) -> None:
    done = call("ledger", "verify", kept / "success", "--self-test", "--json")
    assert (done.exit_code, json.loads(done.stdout)["ok"]) == (0, True)


def test_the_self_test_goes_alone(call: Call, kept: Path) -> None:
    assert call("ledger", "verify", kept / "success", "--self-test", "--head", "1:a").exit_code == 2


def test_an_entry_is_explained_with_its_formula(call: Call, kept: Path) -> None:
    done = call("ledger", "explain", kept / "success", "P1/2025/cost_share")
    assert "6,000,000.00 x 30% = 1,800,000.00" in done.stdout
    data = json.loads(call("ledger", "explain", kept / "success", "P1/2025/cost_share", "--json").stdout)
    assert (data["amount_fen"], data["clause"]["article"]) == (180_000_000, "三.5")


def test_a_project_is_told_as_its_story(call: Call, kept: Path) -> None:
    assert "The story of project P1" in call("ledger", "explain", kept / "failure", "P1").stdout


def test_why_not_names_the_guard(call: Call, kept: Path) -> None:
    done = call("ledger", "explain", kept / "failure", "P1", "--why-not", "release", "--json")
    (failed,) = json.loads(done.stdout)["failed"]
    assert (failed["stage"], failed["reason"]["en"]) == (2, "milestone missed")


@pytest.mark.parametrize(
    "words", [("P1", "--why-not", "gift"), ("P1/1/deposit", "--why-not", "release"), ("P9",)]
)
def test_questions_that_cannot_be_answered_end_with_2(call: Call, kept: Path, words: tuple[str, ...]) -> None:
    assert call("ledger", "explain", kept / "failure", *words).exit_code == 2


def test_an_export_is_the_stored_bytes_and_never_overwrites(call: Call, kept: Path) -> None:
    printed = call("ledger", "export", kept / "success").stdout_bytes
    assert call("ledger", "export", kept / "success", "-f", "jsonl", "-o", "x.jsonl").exit_code == 0
    assert Path("x.jsonl").read_bytes() == printed
    assert printed.count(b"\n") == 45
    done = call("ledger", "export", kept / "success", "-o", "x.jsonl")
    assert (done.exit_code, "is not overwritten" in done.stderr) == (2, True)


def test_replay_gives_the_same_bytes(call: Call, kept: Path) -> None:
    done = call("replay", kept / "success")
    assert (done.exit_code, done.stdout.startswith("same: the rerun gives the same 45 records")) == (0, True)
    assert json.loads(call("replay", kept / "failure/ledger.db", "--json").stdout)["same"] is True


@pytest.mark.parametrize("command", ["show", "balance", "verify", "explain", "export"])
def test_a_mistyped_ledger_is_never_created(call: Call, command: str) -> None:
    more = ("P1",) if command == "explain" else ()
    for name in ("nothing.db", "sqlite:///nothing.db"):
        done = call("ledger", command, name, *more)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "no ledger at" in done.stderr
    assert list(Path().iterdir()) == []
