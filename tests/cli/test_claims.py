"""Claims on the command line: run, story, check, explain, replay; the same exit codes as for the scheme."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.scenarios.claims.kit import TEXT


@pytest.fixture
def claims(call: Call) -> Call:
    """The caller, with a claims file in its folder."""
    Path("claims.yaml").write_text(TEXT, encoding="utf-8")
    return call


def test_the_report_ends_with_commands_that_work(claims: Call) -> None:
    done = claims("run", "claims.yaml", "--ledger", "x.db", "--out", "o")
    assert done.exit_code == 0, done.output
    commands = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("anxinbao ")]
    assert len(commands) == 5
    for words in commands:
        assert claims(*words).exit_code == 0, words


def test_the_folder_holds_report_and_tables(claims: Call) -> None:
    claims("run", "claims.yaml", "--out", "o")
    assert sorted(path.name for path in Path("o").iterdir()) == [
        "ledger.db",
        "report.json",
        "run.json",
        "tables",
    ]
    assert (Path("o/tables/paid.csv").read_text()).splitlines() == [
        "year,payer,fen",
        "2024,district,250000000",
        "2024,city,200000000",
    ]


def test_json_gives_fen(claims: Call) -> None:
    data = json.loads(claims("run", "claims.yaml", "--ledger", "x.db", "--json").stdout)
    assert data["metrics"]["clauses"]["binjiang2024-national-task-match"]["paid_fen"] == 400_000_000


def test_a_story_and_one_of_nobody(claims: Call) -> None:
    told = claims("run", "claims.yaml", "--ledger", "x.db", "--story", "C2")
    assert (told.exit_code, "The story of claim C2" in told.stdout) == (0, True)
    nobody = claims("run", "claims.yaml", "--ledger", "y.db", "--story", "C9")
    assert (nobody.exit_code, Path("y.db").exists()) == (2, False)


def test_bad_input_ends_with_2_and_writes_nothing(claims: Call) -> None:
    Path("bad.yaml").write_text(TEXT.replace("E2, facts", "E2, fact"), encoding="utf-8")
    done = claims("run", "bad.yaml", "--ledger", "x.db")
    assert (done.exit_code, Path("x.db").exists()) == (2, False)
    assert "did you mean facts?" in done.stderr


def test_check_tells_faults_with_1_and_keeps_0_for_warnings(claims: Call) -> None:
    assert claims("scenario", "check", "claims.yaml").exit_code == 0
    Path("bad.yaml").write_text(TEXT.replace("id: C2", "id: C1"), encoding="utf-8")
    assert claims("scenario", "check", "bad.yaml").exit_code == 1


def test_a_preset_is_not_for_claims(claims: Call) -> None:
    done = claims("run", "claims.yaml", "--preset", "prudent")
    assert (done.exit_code, "no presets" in done.stderr) == (2, True)


def test_new_and_schema_for_claims(claims: Call) -> None:
    assert claims("scenario", "new", "n.yaml", "--claims").exit_code == 0
    assert claims("scenario", "check", "n.yaml").exit_code == 0
    shape = json.loads(claims("scenario", "schema", "--claims").stdout)
    assert shape["title"] == "anxinbao/claims@1"


def test_the_ledger_commands_read_it(claims: Call) -> None:
    claims("run", "claims.yaml", "--ledger", "x.db")
    assert claims("ledger", "verify", "x.db").exit_code == 0
    assert claims("replay", "x.db").exit_code == 0
    balances = json.loads(claims("ledger", "balance", "x.db", "--by", "party", "--json").stdout)["balances"]
    assert balances["enterprise:E1"] == 50_000_000 + 400_000_000 + 1_600_000_000
    assert "award decided" in claims("ledger", "show", "x.db", "--project", "C1").stdout
    assert claims("ledger", "export", "x.db", "-f", "jsonl").stdout.count("\n") > 30


def test_explain_a_payment_and_one_that_was_not_made(claims: Call) -> None:
    claims("run", "claims.yaml", "--ledger", "x.db")
    paid = claims("ledger", "explain", "x.db", "C2/1/pay/district")
    assert "25%" in paid.stdout
    lacking = claims("ledger", "explain", "x.db", "C3", "--why-not", "payment")
    assert "CNY 10,000.00 missing" in lacking.stdout
    assert claims("ledger", "explain", "x.db", "C3", "--why-not", "cost_share").exit_code == 2
    assert claims("ledger", "explain", "x.db", "C9").exit_code == 2
