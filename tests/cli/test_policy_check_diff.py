"""`anxinbao policy check`, `coverage`, `diff`, and papers of one's own with `--catalogue`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

OWN = """\
schema: anxinbao/clauses@1
id: mydistrict
title: {zh: 某区政策, en: Policy of a district}
issuer: {zh: 某区, en: a district}
status: in_force
valid: {from: 2026-01-01}
clauses:
  - id: mydistrict-rent
    article: 一
    kind: rate
    binding: exact
    pays: cash
    title: {zh: 房租补贴, en: Rent subsidy}
    gist: {zh: 补一半房租。, en: Pays half the rent.}
    matter: incubatee_rent
    parameters: {rate: {unit: ratio, value: 50%, title: {zh: 比例, en: rate}}}
    amount: annual_rent * rate
    examples: [{facts: {annual_rent: 10万}, amount: 5万}]
"""
REFORM = {
    "schema": "anxinbao/overlay@1",
    "changes": [{"clause": "binjiang2024-competitive-project", "parameter": "cap", "value": "500万"}],
}


@pytest.fixture
def own(call: Call) -> Path:
    """A folder with a paper of one's own."""
    folder = Path("own")
    folder.mkdir()
    (folder / "mydistrict.yaml").write_text(OWN, encoding="utf-8")
    return folder


def test_a_good_file_passes(call: Call, own: Path) -> None:
    done = call("policy", "check", own / "mydistrict.yaml")
    assert (done.exit_code, done.stderr) == (0, "")


WORDS = """\
schema: anxinbao/facts@1
matters: {tea_garden: {zh: 茶园改造, en: tea gardens}}
facts: {tea_area: {type: number, title: {zh: 茶园亩数, en: mu of tea}, certified_by: authority, whole: true}}
"""


@pytest.mark.parametrize("words", [("own",), ("own/mydistrict.yaml", "own/words.yaml")])
def test_facts_and_matters_of_ones_own_count_for_the_paper_beside_them(
    call: Call, own: Path, words: tuple[str, ...]
) -> None:
    paper = OWN.replace("annual_rent", "tea_area").replace("tea_area * rate", "tea_area * 1元")
    paper = paper.replace("incubatee_rent", "tea_garden").replace("{tea_area: 10万}", "{tea_area: 50000}")
    (own / "mydistrict.yaml").write_text(paper, encoding="utf-8")
    assert call("policy", "check", own / "mydistrict.yaml").exit_code == 1
    (own / "words.yaml").write_text(WORDS, encoding="utf-8")
    done = call("policy", "check", *words)
    assert (done.exit_code, done.stderr) == (0, "")
    assert call("policy", "check", own / "mydistrict.yaml", "--catalogue", own).exit_code == 0


def test_a_folder_without_a_file_is_not_called_good(call: Call) -> None:
    Path("empty").mkdir()
    done = call("policy", "check", "empty")
    assert (done.exit_code, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("annual_rent * rate", "annual_rant * rate", 17, "clauses[0].amount"),
        ("annual_rent * rate", "annual_rent * annual_rent", 17, "clauses[0].amount"),
        ("value: 50%", "value: 0.5", 16, "clauses[0].parameters.rate.value"),
        ("amount: 5万}", "amount: 6万}", 18, "clauses[0].examples[0]"),
        ("    article: 一\n", "", 8, "clauses[0].article"),
        ("matter: incubatee_rent", "matter: rents", 15, "clauses[0].matter"),
        ("kind: rate", "knd: rate", 10, "clauses[0].knd"),
    ],
)
def test_a_fault_has_file_line_field_and_advice(
    call: Call, own: Path, old: str, new: str, line: int, field: str
) -> None:
    file = own / "mydistrict.yaml"
    file.write_text(OWN.replace(old, new), encoding="utf-8")
    done = call("policy", "check", file, "--json")
    faults = json.loads(done.stdout)["faults"]
    assert done.exit_code == 1
    assert ("mydistrict.yaml", line, field) in {
        (each["file"], each["line"], each["field"]) for each in faults
    }
    assert all(each["advice"] for each in faults)


def test_an_overlay_is_tried_on_the_catalogue(call: Call) -> None:
    Path("good.yaml").write_text(json.dumps(REFORM), "utf-8")
    bad = {**REFORM, "changes": [{**REFORM["changes"][0], "parameter": "cup"}]}  # type: ignore[dict-item]
    Path("bad.yaml").write_text(json.dumps(bad), "utf-8")
    assert call("policy", "check", "good.yaml").exit_code == 0
    done = call("policy", "check", "bad.yaml")
    assert (done.exit_code, "cap" in done.stderr) == (1, True)


def test_a_paper_of_ones_own_is_used_by_every_command(call: Call, own: Path) -> None:
    more = ("--catalogue", own)
    listed = json.loads(call("policy", "list", "--json", *more).stdout)
    assert "mydistrict" in {row["id"] for row in listed}
    case = ("mydistrict-rent", "--fact", "annual_rent=10万", "--on", "2026-06-30", "--json")
    assert json.loads(call("policy", "evaluate", *case, *more).stdout)["amount_fen"] == 5_000_000
    assert call("policy", "show", "mydistrict-rent", *more).exit_code == 0
    covered = json.loads(call("policy", "coverage", "--paper", "mydistrict", "--json", *more).stdout)
    assert [(row["executable"], row["passed"]) for row in covered] == [(True, 1)]


def test_a_folder_with_faults_ends_with_2_and_names_the_first(call: Call, own: Path) -> None:
    (own / "mydistrict.yaml").write_text(OWN.replace("annual_rent *", "annual_rant *"), encoding="utf-8")
    done = call("policy", "list", "--catalogue", own)
    assert (done.exit_code, "mydistrict.yaml line 17" in done.stderr) == (2, True)


@pytest.mark.slow
def test_every_clause_of_every_paper_is_executable(call: Call) -> None:
    done = call("policy", "coverage", "--lang", "en")
    assert done.exit_code == 0
    assert "283 of 283 clauses are executable" in done.stdout


def test_a_clause_whose_example_fails_is_not_executable(call: Call, own: Path) -> None:
    (own / "mydistrict.yaml").write_text(OWN.replace("amount: 5万}", "amount: 6万}"), encoding="utf-8")
    done = call("policy", "coverage", "--paper", "mydistrict", "--catalogue", own, "--json")
    (row,) = json.loads(done.stdout)
    assert (done.exit_code, row["executable"], row["examples"], row["passed"]) == (1, False, 1, 0)


def test_an_overlay_changes_one_number_and_nothing_else(call: Call) -> None:
    Path("reform.yaml").write_text(json.dumps(REFORM), "utf-8")
    data = json.loads(call("policy", "diff", "binjiang2024", "reform.yaml", "--json").stdout)
    ((pair,), alone) = data["changed"], (data["only_before"], data["only_after"])
    assert [(each["before"], each["after"]) for each in pair["changes"]] == [("300万", "500万")]
    assert (len(data["unchanged"]), alone) == (51, ([], []))


def test_two_papers_are_paired_by_lineage_and_matter(call: Call) -> None:
    data = json.loads(call("policy", "diff", "binjiang2023", "binjiang2024", "--json").stdout)
    pairs = {pair["before"]: pair["after"] for pair in data["changed"]}
    assert pairs["binjiang2023-guarantee-portfolio"] == "binjiang2024-guarantee-portfolio"
    told = len(pairs) + len(data["unchanged"])
    assert (told + len(data["only_before"]), told + len(data["only_after"])) == (38, 52)


def test_the_same_paper_twice_has_no_difference(call: Call) -> None:
    data = json.loads(call("policy", "diff", "aimd", "aimd", "--json").stdout)
    assert (data["changed"], len(data["unchanged"])) == ([], 8)


def test_money_is_compared_on_the_same_enterprises(call: Call) -> None:
    Path("reform.yaml").write_text(json.dumps(REFORM), "utf-8")
    words = ("policy", "diff", "binjiang2024", "reform.yaml", "--enterprises", "100", "--seed", "7")
    money = json.loads(call(*words, "--json").stdout)["money"]
    before, after = money["totals_fen"]
    assert (money["enterprises"], after >= before > 0) == (100, True)
    assert call(*words).stdout == call(*words).stdout


@pytest.mark.parametrize(
    "words", [("binjiang2023", "nowhere"), ("nowhere", "binjiang2023"), ("aimd", "no.yaml")]
)
def test_a_paper_nobody_knows_ends_with_2(call: Call, words: tuple[str, str]) -> None:
    done = call("policy", "diff", *words)
    assert (done.exit_code, done.stdout) == (2, "")


def test_a_policy_to_inherit_from_that_does_not_exist_is_a_finding(call: Call, own: Path) -> None:
    file = own / "mydistrict.yaml"
    file.write_text(OWN.replace("id: mydistrict\n", "id: mydistrict\ninherits: nowhere\n"), encoding="utf-8")
    done = call("policy", "check", file)
    assert (done.exit_code, "line 3, inherits" in done.stderr) == (1, True)


def test_an_amendment_is_told_in_words_and_what_it_repeals_costs(call: Call) -> None:
    changes = [{"repeal": "binjiang2024-chuying", "from": "2024-07-01"}]
    Path("reform.yaml").write_text(json.dumps({**REFORM, "changes": changes}), encoding="utf-8")
    words = ("policy", "diff", "binjiang2024", "reform.yaml", "--lang", "en", "--enterprises", "150")
    page = call(*words).stdout
    assert "before and after the amendment" in " ".join(page.split())
    assert "2024-01-01 .. 2024-06-30" in page
    later, earlier = (
        json.loads(call(*words, *on, "--json").stdout)["money"]["changes"][0]
        for on in ((), ("--on", "2024-06-30"))
    )
    assert later["lost_fen"] > 0 == earlier["lost_fen"]
