"""A fault in a clause file: file, line, field, and what to write instead."""

from pathlib import Path

import pytest

from escrow.catalogue.problems import BadCatalogue
from escrow.clauses.check import check

HEAD = """schema: anxinbao/clauses@1
id: trial
title: {zh: 试, en: trial}
issuer: {zh: 区, en: district}
status: in_force
valid: {from: 2024-01-01}
clauses:
"""
GOOD = """  - id: trial-one
    article: （一）
    kind: rate
    binding: exact
    pays: cash
    title: {zh: 试, en: trial}
    gist: {zh: 试, en: trial}
    matter: rule
    parameters:
      trial_rate: {unit: ratio, value: 30%, title: {zh: 比例, en: rate}}
      trial_cap: {unit: money, value: 1000万, title: {zh: 上限, en: cap}}
    when:
      - {test: high_tech, why: {zh: 高企, en: high-tech}}
    amount: project_input * trial_rate
    steps:
      - {cap: trial_cap}
    examples:
      - {facts: {high_tech: true, project_input: 100}, amount: 30}
"""


def findings(folder: Path, old: str = "", new: str = "") -> list[BadCatalogue]:
    assert old in GOOD
    path = folder / "trial.yaml"
    path.write_text(HEAD + (GOOD.replace(old, new) if old else GOOD), encoding="utf-8")
    return check([path])


def test_a_good_file_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "said"),
    [
        ("trial_rate\n", "trial_rat\n", 21, "clauses[0].amount", "unknown name trial_rat"),
        (
            "test: high_tech",
            "test: project_input > trial_rate",
            20,
            "clauses[0].when[0].test",
            "money > a ratio",
        ),
        ("value: 30%", "value: 0.3", 17, "clauses[0].parameters.trial_rate.value", "0.3 is a float"),
        ("value: 30%", "value: 30", 17, "clauses[0].parameters.trial_rate.value", "30 cannot be read"),
        (
            "value: 1000万",
            "value: 1,000万",
            18,
            "clauses[0].parameters.trial_cap.000万",
            "a comma inside braces",
        ),
        ("    article: （一）\n", "", 8, "clauses[0].article", "this is missing"),
        ("    amount:", "    amuont:", 21, "clauses[0].amuont", "an unknown key"),
        ("matter: rule", "matter: rool", 15, "clauses[0].matter", "rool is not known"),
        ("cap: trial_cap", "cap: trial_cap, rate: 5%", 23, "clauses[0].steps[0]", "exactly one operation"),
        ("cap: trial_cap", "rate: 5", 23, "clauses[0].steps[0].rate", "cannot be an integer"),
        ("trial_cap: {", "level: {", 18, "clauses[0].parameters.level", "the vocabulary has a fact"),
        ("amount: 30}", "amount: 31}", 25, "clauses[0].examples[0]", "expected amount 31.00"),
        ("high_tech: true", "hightech: true", 25, "clauses[0].examples[0]", "no fact called 'hightech'"),
        ("high_tech: true, ", "", 25, "clauses[0].examples[0]", "needs the fact high_tech"),
    ],
)
def test_a_fault_is_said_with_its_place(
    tmp_path: Path, old: str, new: str, line: int, field: str, said: str
) -> None:
    found = findings(tmp_path, old, new)[0]
    assert (found.facts["file"], found.facts["line"], found.facts["field"]) == ("trial.yaml", line, field)
    assert said in found.say("en")
    assert found.advise("zh")


def test_two_values_for_one_date_are_refused(tmp_path: Path) -> None:
    twice = "values: [{from: 2024-01-01, value: 1万}, {from: 2024-01-01, value: 2万}]"
    found = findings(tmp_path, "value: 1000万", twice)[0]
    assert "two values for one date" in found.say("en")
    assert found.facts["field"] == "clauses[0].parameters.trial_cap.values[1].from"


def test_every_fault_of_a_file_is_found_in_one_go(tmp_path: Path) -> None:
    path = tmp_path / "trial.yaml"
    second = GOOD.replace("trial-one", "trial-two").replace("matter: rule", "matter: rool")
    path.write_text(HEAD + GOOD.replace("trial_rate\n", "trial_rat\n") + second, encoding="utf-8")
    assert [each.facts["line"] for each in check([path])] == [21, 33]


def test_a_clause_without_a_result_is_named(tmp_path: Path) -> None:
    text = GOOD[: GOOD.index("    amount:")]
    path = tmp_path / "trial.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    assert [each.say("en") for each in check([path])] == [
        "trial.yaml line 8, clauses[0]: the clause has no result"
    ]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert len(check([tmp_path / "none.yaml"])) == 1
