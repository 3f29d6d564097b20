"""`anxinbao policy list` and `show` over the papers of the catalogue."""

import json
from typing import Any

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Call


def rows(call: Call, *words: str) -> dict[str, Any]:
    """The rows of `policy list --json` by id."""
    done = call("policy", "list", *words, "--json")
    assert done.exit_code == 0, done.stderr
    return {row["id"]: row for row in json.loads(done.stdout)}


def test_every_paper_is_listed_with_its_state(call: Call) -> None:
    listed = rows(call)
    assert [row["id"] for row in listed.values() if row["what"] == "scheme"] == ["xiaoshan-anxinbao"]
    papers = {name: row["clauses"] for name, row in listed.items() if row["what"] == "paper"}
    assert (len(papers), sum(papers.values())) == (9, 283)


def test_a_day_lists_what_holds_then_and_nothing_else(call: Call) -> None:
    listed = rows(call, "--on", "2026-11-21")
    assert listed["hgx2024-16"]["state"] == "in_force"
    assert "binjiang2023" not in listed
    for row in listed.values():
        states = {each["state"] for each in row["matching"]}
        assert states <= ({"runs_on"} if row["state"] == "expired" else {"in_force", "draft"})


def test_a_draft_is_marked_as_one(call: Call) -> None:
    draft = rows(call, "--on", "2023-06-30")["binjiang2023"]
    assert draft["state"] == "draft"
    assert {each["state"] for each in draft["matching"]} == {"draft"}


def test_the_later_opinion_goes_before_the_earlier_paper_from_its_first_day(call: Call) -> None:
    before, after = (rows(call, "--on", day)["binjiang2024"] for day in ("2024-11-24", "2024-11-25"))
    assert (before["behind"], after["behind"]) == ([], ["hgx2024-16"])
    assert "2024-11-24" not in call("policy", "list", "--on", "2024-11-25").stdout


def test_paper_and_kind_pick_clauses(call: Call) -> None:
    (row,) = rows(call, "--paper", "binjiang2024", "--kind", "matching").values()
    assert {each["kind"] for each in row["matching"]} == {"matching"}
    assert "binjiang2024-national-task-match" in {each["id"] for each in row["matching"]}


@pytest.mark.parametrize("words", [("--paper", "binjang2024"), ("--kind", "gift"), ("--on", "soon")])
def test_a_filter_nobody_knows_ends_with_2(call: Call, words: tuple[str, ...]) -> None:
    done = call("policy", "list", *words)
    assert (done.exit_code, done.stdout) == (2, "")


def test_a_clause_of_any_paper_is_shown_with_how_it_is_computed(call: Call) -> None:
    (item,) = json.loads(call("policy", "show", "binjiang2024-competitive-project", "--json").stdout)
    assert (item["what"], item["paper"]) == ("clause", "binjiang2024")
    assert {"conditions", "amount", "steps", "parameters", "facts"} <= set(item)


def test_a_paper_a_parameter_a_reading_and_a_fact_are_found_by_name(call: Call) -> None:
    assert json.loads(call("policy", "show", "hgx2024-16", "--json").stdout)["what"] == "paper"
    for words, what in (
        (("binjiang2024-competitive-project", "cap"), "parameter"),
        (("binjiang2024-srdi", "stacking"), "reading"),
        (("rd_spend",), "fact"),
    ):
        assert {each["what"] for each in json.loads(call("policy", "show", *words, "--json").stdout)} == {
            what
        }


def test_a_clause_of_the_scheme_names_its_open_points(call: Call) -> None:
    (item,) = json.loads(call("policy", "show", "xiaoshan-cost-share-30", "--json").stdout)
    assert "actual_input" in item["open_points"]


def test_a_name_nobody_knows_gets_what_comes_near(call: Call) -> None:
    done = call("policy", "show", "binjiang2024-competitive-projekt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "binjiang2024-competitive-project" in done.stderr


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--on", "2024-12-01"),
        ("show", "binjiang2024"),
        ("show", "hgx2024-16-ipo-staged"),
        ("coverage", "--paper", "aimd"),
        ("diff", "binjiang2023", "binjiang2024"),
        ("evaluate", "xiaoshan-elig-total-3m", "--fact", "agreed_total=299万", "--on", "2025-06-30"),
    ],
)
def test_nothing_is_wider_than_sixty_columns(call: Call, words: tuple[str, ...], lang: str) -> None:
    done = call("policy", *words, "--lang", lang, COLUMNS="60")
    assert done.exit_code == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if cell_len(line) > 60] == []


def test_an_open_end_is_no_word_and_codes_are_said(call: Call) -> None:
    assert "none" not in call("policy", "list", "--lang", "zh").stdout
    page = call("policy", "show", "hgx2024-16", "--lang", "zh").stdout
    assert "取最高的一项" in page
    assert not {"in_force", "highest", "top_up"} & set(page.split())
