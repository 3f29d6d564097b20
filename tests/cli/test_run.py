"""`anxinbao run`: report, JSON, story, folder, recognition."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


def test_the_report_names_what_was_simulated_and_ends_with_commands(call: Call) -> None:
    done = call("run", "worked-success", "--out", "o")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "Worked project 1: three milestones, all reached, no insurance"
    assert "total        200.00             0.00      180.00  380.00      0.00  380.00" in lines
    assert lines[-1] == "anxinbao run worked-success --preset practice"
    assert sorted(path.name for path in Path("o").iterdir()) == [
        "ledger.db",
        "report.json",
        "run.json",
        "tables",
    ]


def test_every_command_the_report_prints_works(call: Call) -> None:
    printed = call("run", "worked-success", "--out", "o").stdout.splitlines()
    commands = [line.split()[1:] for line in printed if line.startswith("anxinbao ")]
    assert len(commands) == 6
    for words in commands:
        assert call(*words).exit_code == 0, words


def test_json_and_report_say_the_same_in_fen(call: Call) -> None:
    data = json.loads(call("run", "worked-success", "--out", "o", "--json").stdout)
    assert data["metrics"]["outlay_fen"] == {
        "2025": {"pool_advance": 200_000_000},
        "2026": {"cost_share": 180_000_000},
    }
    assert data["command"] == "anxinbao run worked-success --out o"
    assert data["head"] in call("run", "worked-success", "--out", "o").stdout


def test_a_complete_run_is_recognised_not_redone(call: Call) -> None:
    first = json.loads(call("run", "worked-success", "--out", "o", "--json").stdout)
    before = Path("o/ledger.db").stat().st_mtime_ns
    second = json.loads(call("run", "worked-success", "--out", "o", "--json").stdout)
    assert (first["recognised"], second["recognised"]) == (False, True)
    assert (first["head"], Path("o/ledger.db").stat().st_mtime_ns) == (second["head"], before)


def test_a_ledger_alone_leaves_no_folder(call: Call) -> None:
    assert call("run", "worked-success", "--ledger", "sqlite:///x.db").exit_code == 0
    assert [path.name for path in Path().iterdir()] == ["x.db"]


def test_settings_go_into_the_command_that_repeats_the_run(call: Call) -> None:
    words = (
        "run",
        "worked-success",
        "--set",
        "deposit_rate_min=20%",
        "--reading",
        "cap_excess=carried_forward",
    )
    done = call(*words, "--preset", "literal", "--seed", 7, "--ledger", "x.db")
    assert done.stdout.count("HYPOTHETICAL") == 1
    repeat = " ".join(words) + " --preset literal --seed 7 --ledger x.db"
    assert f"anxinbao {repeat}" in done.stdout.splitlines()


def test_a_scenario_can_come_from_standard_input(call: Call) -> None:
    text = call("scenario", "check", "worked-success", "--normal").stdout
    done = call("run", "-", "--ledger", "x.db", "--json", input=text)
    assert json.loads(done.stdout)["metrics"]["projects"]["completed"] == 1


@pytest.mark.parametrize(("lang", "word"), [("zh", "提交申报"), ("en", "application filed")])
def test_a_story_dates_and_cites_every_line(call: Call, lang: str, word: str) -> None:
    done = call("run", "worked-success", "--ledger", "x.db", "--story", "P1", "--lang", lang)
    assert done.exit_code == 0
    first = next(line for line in done.stdout.splitlines() if line.startswith("2025-03-14"))
    assert word in first
    assert "四.1" in first
    assert "1,800,000.00" in done.stdout


def test_a_story_as_json_carries_every_posting(call: Call) -> None:
    data = json.loads(call("run", "worked-success", "--ledger", "x.db", "--story", "P1", "--json").stdout)
    moved = sum(line["amount_fen"] for line in data["lines"])
    assert data["project"] == "P1"
    assert moved == 1_580_000_000 - 200_000_000 + 200_000_000


def test_a_story_about_nobody_writes_nothing(call: Call) -> None:
    done = call("run", "worked-success", "--story", "P9")
    assert done.exit_code == 2
    assert "no project 'P9'; there are: P1" in done.stderr
    assert list(Path().iterdir()) == []


def test_the_folder_keeps_the_command_and_the_measures_as_tables(call: Call) -> None:
    assert call("run", "worked-success", "--out", "o").exit_code == 0
    assert (
        json.loads(Path("o/report.json").read_text("utf-8"))["command"]
        == "anxinbao run worked-success --out o"
    )
    assert Path("o/tables/outlay.csv").read_text("utf-8") == (
        "year,what,fen\n2025,pool_advance,200000000\n2026,cost_share,180000000\n"
    )


def test_a_second_look_leaves_the_folder_as_it_is(call: Call) -> None:
    assert call("run", "worked-success", "--out", "o").exit_code == 0
    before = Path("o/report.json").stat().st_mtime_ns
    assert call("run", "worked-success", "--out", "o", "--preset", "literal").exit_code == 0
    assert Path("o/report.json").stat().st_mtime_ns == before


def test_an_interrupted_run_ends_with_130_and_resumes_to_the_same_head(
    call: Call, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("cli.progress.Progress.__call__", stop)
        done = call("run", "worked-success", "--ledger", "x.db")
    assert (done.exit_code, "--resume" in done.stderr) == (130, True)
    resumed = json.loads(call("run", "worked-success", "--ledger", "x.db", "--resume", "--json").stdout)
    assert resumed["head"] == json.loads((kept / "success/run.json").read_text("utf-8"))["head"]
    assert call("ledger", "verify", "x.db", "--head", resumed["head"]).exit_code == 0
