"""What bad input gets: a message with place and advice, exit 2, nothing written."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

GOOD = """\
schema: anxinbao/scenario@1
title: test
portfolio:
  projects:
    - id: P1
      enterprise: E1
      platform: PL1
      agreed_total: 600万
      filed_on: 2025-03-14
      stages: [{instalment: 300万, planned_days: 90}, {instalment: 300万, planned_days: 90}]
"""

SPOILT = {
    "a float for money": ("agreed_total: 600万", "agreed_total: 6000000.5"),
    "a negative amount": (
        "instalment: 300万, planned_days: 90}, {",
        "instalment: -300万, planned_days: 90}, {",
    ),
    "stages that do not sum": ("agreed_total: 600万", "agreed_total: 700万"),
    "an unknown key": ("title: test", "titel: test"),
    "an unknown reading": ("title: test", "title: test\nreadings: {pool_repaiment: none}"),
    "an unknown option": ("title: test", "title: test\nreadings: {pool_repayment: perhaps}"),
    "a float in an override": ("title: test", "title: test\noverrides: {deposit_rate_min: 0.2}"),
    "an impossible day": ("2025-03-14", "2025-02-30"),
    "contradictory dates": (
        "filed_on: 2025-03-14",
        "filed_on: 2025-03-14\n      record: {approved_on: 2025-03-01}",
    ),
    "broken YAML": ("title: test", "title: [test"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_scenario_is_refused_with_its_place(call: Call, name: str) -> None:
    old, new = SPOILT[name]
    assert old in GOOD
    Path("bad.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    done = call("run", "bad.yaml", "--out", "o")
    assert done.exit_code == 2, done.stdout
    assert done.stdout == ""
    assert "bad.yaml" in done.stderr
    assert [path.name for path in Path().iterdir()] == ["bad.yaml"]


def test_the_good_scenario_runs(call: Call) -> None:
    Path("good.yaml").write_text(GOOD, encoding="utf-8")
    assert call("run", "good.yaml", "--out", "o").exit_code == 0


def test_a_scenario_that_is_not_there_says_what_is_near(call: Call) -> None:
    done = call("run", "worked-succes")
    assert done.exit_code == 2
    assert "worked-success" in done.stderr


def test_the_ledger_of_another_scenario_is_never_overwritten(call: Call) -> None:
    assert call("run", "worked-success", "--ledger", "x.db").exit_code == 0
    before = Path("x.db").read_bytes()
    done = call("run", "worked-failure", "--ledger", "x.db")
    assert (done.exit_code, "another scenario" in done.stderr) == (2, True)
    assert Path("x.db").read_bytes() == before


def test_a_file_that_is_no_ledger_is_left_alone(call: Call) -> None:
    Path("x.db").write_text("minutes of the meeting", encoding="utf-8")
    for words in (("run", "worked-success", "--ledger", "x.db"), ("ledger", "verify", "x.db")):
        assert call(*words).exit_code == 2
    assert Path("x.db").read_text(encoding="utf-8") == "minutes of the meeting"


def test_a_truncated_ledger_is_reported_not_read(call: Call, kept: Path) -> None:
    content = (kept / "success/ledger.db").read_bytes()
    Path("half.db").write_bytes(content[: len(content) // 2])
    done = call("ledger", "balance", "half.db")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "half.db" in done.stderr


def test_a_folder_that_holds_something_else_is_left_alone(call: Call) -> None:
    Path("o").mkdir()
    Path("o/letter.txt").write_text("dear", encoding="utf-8")
    done = call("run", "worked-success", "--out", "o")
    assert done.exit_code == 2
    assert [path.name for path in Path("o").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    "words",
    [
        ("run", "--seed", "x"),
        ("run", "--seed", "-1"),
        ("run", "worked-success", "--preset", "kind"),
        ("run", "worked-success", "--set", "nonsense=1"),
        ("run", "worked-success", "--set", "deposit_rate_min"),
        ("run", "worked-success", "--reading", "rounding=up"),
        ("ledger", "balance"),
        ("ledger", "balance", "x.db", "--by", "colour"),
        ("ledger", "verify", "x.db", "--nonsense"),
        ("policy", "show", "no-such-policy"),
        ("policy", "show", "xiaoshan-anxinbao", "no-such-thing"),
        ("policy", "show", "--preset", "kind"),
        ("scenario", "new", "x.yaml", "--from", "no-such"),
        ("scenario", "check", "missing.yaml"),
        ("replay", "missing.db"),
        ("dance",),
    ],
)
def test_wrong_usage_ends_with_2_and_says_something(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("anxinbao: ")
    assert list(Path().iterdir()) == []
