"""The analyses on the command line, on worked projects whose answers are known."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from cli.main import anxinbao
from tests.cli.conftest import Call

FEW = ("--replications", "2", "--workers", "1")
SOLVE = ("solve", "worked-success", "--find", "pool_size", *FEW)


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A grid over a worked project, and one of its points alone; only to be read."""
    folder = tmp_path_factory.mktemp("swept")
    rates = ("--vary", "deposit_rate=10%,20%", "--vary", "cost_share_rate=30%,20%")
    for name, more in (("grid", rates), ("plain", ())):
        words = ["sweep", "worked-success", *more, *FEW, "--out", str(folder / name)]
        done = CliRunner().invoke(anxinbao, words)
        assert done.exit_code == 0, done.output
    return folder


def test_points_of_one_result_are_compared_with_its_baseline(call: Call, swept: Path) -> None:
    done = call("compare", swept / "grid", "--outcome", "cost_share_fen", "--json")
    data = json.loads(done.stdout)
    moved = {
        (pair["after"]["deposit_rate"], pair["after"]["cost_share_rate"]): pair["measures"][0]["difference"]
        for pair in data["pairs"]
    }
    assert (done.exit_code, {pair["pairing"] for pair in data["pairs"]}) == (0, {"same_worlds"})
    assert moved["20%", "30%"]["value"] == 0
    # Of the 6 million that are spent a tenth less is paid.
    assert moved["10%", "20%"]["value"] == -60_000_000


def test_two_results_of_one_seed_are_paired(call: Call, swept: Path) -> None:
    done = call("compare", swept / "plain", swept / "grid", "--lang", "en")
    assert done.exit_code == 0
    assert "same worlds" in " ".join(done.stdout.split())


def test_another_baseline_may_be_named(call: Call, swept: Path) -> None:
    words = ("compare", swept / "grid", "--baseline", "1", "--outcome", "cost_share_fen", "--json")
    pairs = json.loads(call(*words).stdout)["pairs"]
    assert {pair["before"]["point"] for pair in pairs} == {1}
    assert pairs[0]["measures"][0]["difference"]["value"] == 60_000_000


def test_the_tornado_ranks_the_knobs_and_says_what_it_rests_on(call: Call, swept: Path) -> None:
    data = json.loads(call("sensitivity", swept / "grid", "--outcome", "cost_share_fen", "--json").stdout)
    assert [knob["knob"] for knob in data["tornado"][0]["knobs"]] == ["cost_share_rate", "deposit_rate"]
    assert (data["sobol"], data["rests_on"]["judged"]) == ([], 0)


def test_the_frontier_names_who_beats_whom(call: Call, swept: Path) -> None:
    words = ("frontier", swept / "grid", "--outcome", "cost_share_fen:min", "--outcome", "deposits_fen:min")
    data = json.loads(call(*words, "--json").stdout)
    # The deposit of a worked project is its own, so both deposit rates cost the same and tie.
    best = [(place["point"], place["values"]["cost_share_rate"]) for place in data["frontier"]]
    assert best == [(1, "20%"), (3, "20%")]
    assert [place["beaten_by"] for place in data["beaten"]] == [[1, 3], [1, 3]]


def test_a_reading_is_priced_and_its_other_options_named(call: Call) -> None:
    words = ("readings", "worked-failure", "--reading", "platform_at_fault", "--reading", "cap_year", *FEW)
    data = json.loads(call(*words, "--json").stdout)
    assert (data["preset"], data["presets"], data["impossible"]) == ("literal", [], [])
    assert {each["reading"] for each in data["options"]} == {"platform_at_fault", "cap_year"}
    assert call(*words).exit_code == 0


def test_the_smallest_pool_of_a_worked_project_is_its_budget(call: Call) -> None:
    done = call(*SOLVE, "--low", "100万", "--high", "400万", "--keep", "pool_depleted<=5%", "--json")
    data = json.loads(done.stdout)
    assert (done.exit_code, data["answer"], data["ending"], data["monotone"]) == (0, "200万", "found", True)


def test_a_bound_nobody_keeps_ends_with_1(call: Call) -> None:
    done = call(*SOLVE, "--low", "50万", "--high", "60万", "--keep", "pool_depleted<=5%", "--lang", "en")
    assert done.exit_code == 1
    assert "No value tried keeps the bound" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    "words",
    [
        ("compare",),
        ("compare", "nowhere"),
        ("compare", "a", "b", "c"),
        ("sensitivity", "nowhere"),
        ("frontier", "nowhere", "--outcome", "completed"),
        ("readings", "worked-success", "--reading", "nothing"),
        ("readings", "district-of-nowhere"),
        (*SOLVE, "--low", "2万", "--high", "1万", "--keep", "pool_depleted<=5%"),
        (*SOLVE, "--low", "1万", "--high", "2万", "--keep", "pool_depleted"),
        (*SOLVE, "--low", "1万", "--high", "2万", "--keep", "pool_is_dry<=5%"),
        (*SOLVE, "--low", "1万", "--high", "2万", "--keep", "public_net_fen<=--5"),
        (*SOLVE, "--low", "1万", "--high", "2万", "--keep", "public_net_fen<=²"),
        (*SOLVE, "--low", "1万", "--high", "2万", "--keep", "p95(leverage)<=2"),
        (*SOLVE, "--low", "1万", "--high", "2万", "--keep", "pool_depleted_on<=5"),
    ],
)
def test_what_cannot_be_asked_ends_with_2_and_says_why(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("anxinbao: ")


@pytest.mark.parametrize("command", ["compare", "sensitivity", "frontier"])
def test_a_day_of_depletion_has_no_mean(call: Call, swept: Path, command: str) -> None:
    asked = "pool_depleted_on" + (":max" if command == "frontier" else "")
    done = call(command, swept / "grid", "--outcome", asked, "--lang", "en")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "which has no mean" in done.stderr


def test_the_lowest_budget_is_found_from_the_years(call: Call, swept: Path) -> None:
    data = json.loads(call("frontier", swept / "grid", "--outcome", "budget_fen:min", "--json").stdout)
    assert {place["values"]["cost_share_rate"] for place in data["frontier"]} == {"20%"}
    words = ("solve", "worked-success", "--find", "cost_share_rate", *FEW, "--low", "1/10", "--high", "1/3")
    done = call(*words, "--largest", "--keep", "budget_fen<=120万", "--json")
    # A fifth of the 6 million that are spent.
    assert (done.exit_code, json.loads(done.stdout)["answer"]) == (0, "20%")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ("readings", "worked-failure", "--reading", "after_failure", *FEW),
        (*SOLVE, "--low", "150万", "--high", "250万", "--keep", "pool_depleted<=5%"),
    ],
)
def test_pages_of_own_runs_fit_sixty_columns_too(call: Call, words: tuple[str, ...], lang: str) -> None:
    done = call(*words, "--lang", lang, COLUMNS="60")
    assert done.exit_code == 0
    assert [line for line in done.stdout.splitlines() if cell_len(line) > 60] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["compare", "sensitivity", "frontier"])
def test_pages_fit_sixty_columns_in_both_languages(call: Call, swept: Path, command: str, lang: str) -> None:
    done = call(command, swept / "grid", "--lang", lang, COLUMNS="60")
    assert done.exit_code == 0
    assert [line for line in done.stdout.splitlines() if cell_len(line) > 60] == []
