"""`anxinbao sweep`, `merge` and `run RESULT --point`: tables, JSON, exit codes, stopping and going on."""

import json
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Call
from tests.scenarios.sweep.conftest import files

Spawn = Callable[..., "subprocess.Popen[bytes]"]
SMALL = ("sweep", "--vary", "deposit_rate=10%,20%", "--replications", 4, "--workers", 1)
LONG = ("sweep", "--vary", "deposit_rate=10%,20%", "--replications", 400, "--engine", "simpy", "--out", "o")


def test_the_table_names_points_means_engine_and_folder(call: Call) -> None:
    done = call(*SMALL, "--out", "结果")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "Baseline: a district over five years"
    assert (
        "2 points, 4 replications of each, seed 610; means ± half of the 95 % interval, shares" in done.stdout
    )
    assert "* is the baseline." in lines
    assert lines[-2:] == ["results in 结果", "anxinbao run '结果' --point 0 --replication 0"]
    assert "8 replications in" in done.stderr


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_wider_than_sixty_columns(call: Call, lang: str) -> None:
    done = call(*SMALL, "--vary", "pool_size=5000万,1亿", "--out", "o", "--lang", lang, COLUMNS="60")
    wide = [line for line in done.stdout.splitlines() if cell_len(line) > 60]
    assert wide == []


def test_json_and_table_say_the_same(call: Call) -> None:
    shown = call(*SMALL, "--out", "o", "--outcome", "filed").stdout
    data = json.loads(call(*SMALL, "--out", "o", "--outcome", "filed", "--json").stdout)
    assert (data["folder"], data["replications"], data["baseline"]) == ("o", 4, 0)
    assert data["points"][1]["values"] == {"deposit_rate": "20%"}
    filed = data["points"][0]["outcomes"]["filed"]
    assert f"{filed['value']:.2f} ± {(filed['high'] - filed['low']) / 2:.2f}" in shown


def test_a_share_is_told_with_both_ends_of_its_interval(call: Call) -> None:
    shown = call(*SMALL, "--out", "o", "--outcome", "pool_depleted").stdout
    data = json.loads(call(*SMALL, "--out", "o", "--outcome", "pool_depleted", "--json").stdout)
    dry = data["points"][0]["outcomes"]["pool_depleted"]
    value, low, high = (f"{100 * dry[name]:.2f}" for name in ("value", "low", "high"))
    assert f"{value} ({low} - {high})" in shown


def test_the_folder_is_named_by_the_inputs_and_recognised(call: Call) -> None:
    first = call(*SMALL)
    (folder,) = Path("runs").iterdir()
    assert folder.name.startswith("baseline-")
    again = call(*SMALL)
    assert again.stdout == first.stdout
    assert "were not made again" in again.stderr


def test_a_study_is_found_by_its_name_and_listed(call: Call) -> None:
    rows = json.loads(call("scenario", "list", "--json").stdout)
    studies = [row for row in rows if row["kind"] == "study"]
    assert all(row["title"] and row["question"] for row in studies)
    assert "recession" in [row["name"] for row in studies]
    done = call("sweep", "recession", "--replications", 1, "--out", "o", "--no-fans", "--json")
    assert json.loads(done.stdout)["axes"] == ["economy", "envelope"]
    assert not Path("o/fans").exists()


def test_an_experiment_comes_from_a_file_and_the_line_goes_over_it(call: Call) -> None:
    text = "schema: anxinbao/experiment@1\nreplications: 9\naxes: {deposit_rate: [10%, 20%]}\n"
    Path("试验.yaml").write_text(text, "utf-8")
    words = ("sweep", "试验.yaml", "--vary", "deposit_rate=15%", "--vary", "pool_size=1亿,2亿", "--json")
    data = json.loads(call(*words, "--replications", 1, "--out", "o").stdout)
    assert [point["values"]["deposit_rate"] for point in data["points"]] == ["15%", "15%"]
    assert data["replications"] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--vary", "deposit_rat=1%"), "did you mean deposit_rate"),
        (("--vary", "deposit_rate=1%,2%"), "--vary deposit_rate=1%,2%"),
        (("--vary", "deposit_rate"), "NAME=A,B,C or NAME=FROM:TO:STEP"),
        (("--vary", "deposit_rate=10%..20%"), "--design latin-hypercube --points N"),
        (("--design", "sobol"), "needs its number of points"),
        (("--replications", "0"), "0 replications cannot be run"),
        (("--replications", "-3"), "-3 replications cannot be run"),
        (("--replications", "99999999999"), "1 to 10,000,000"),
        (("--shard", "3/2"), "write I/N"),
        (("--precision", "pool_depleted"), "OUTCOME=WIDTH"),
        (("--vary", "deposit_rate=10%", "--vary", "deposit_rate=20%"), "'deposit_rate' is varied twice"),
        (("--outcome", "pool_depletd"), "pool_depleted"),
        (("--outcome", "pool_depleted_on"), "it has no mean"),
        (("--precision", "pool_depleted_on=3"), "it has no mean"),
        (("--cluster", "nonsense"), "tcp://host:port"),
        (("--cluster", "tcp://"), "tcp://host:port"),
        (("--workers", "0"), "--workers"),
        (("nowhere.yaml",), "nowhere.yaml"),
        (("story-first-year",), "story-first-year"),
        (("--engine", "fast"), "--engine"),
    ],
)
def test_bad_input_ends_with_two_and_says_what_to_do(call: Call, words: tuple[str, ...], said: str) -> None:
    done = call("sweep", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert not Path("runs").exists()


def test_a_missing_library_is_named_with_the_extra(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    done = call(*SMALL)
    assert done.exit_code == 2
    assert "needs pyarrow, which is not installed" in done.stderr
    assert "pip install 'anxinbao[sweep]'" in done.stderr


def test_shards_are_merged(call: Call) -> None:
    call(*SMALL, "--out", "whole")
    for shard in ("1/2", "2/2"):
        assert call(*SMALL, "--shard", shard, "--out", shard.replace("/", "-")).exit_code == 0
    done = call("merge", "1-2", "2-2", "--out", "merged")
    assert done.exit_code == 0
    assert files(Path("merged")) == files(Path("whole"))
    missing = call("merge", "1-2", "--out", "x")
    assert (missing.exit_code, "2/2" in missing.stderr) == (2, True)


def test_a_replication_is_run_again_with_its_ledger(call: Call) -> None:
    call(*SMALL, "--out", "o")
    done = call("run", "o", "--point", 1, "--replication", 3, "--ledger", "x.db")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == [
        "point 1 of o, replication 3: deposit_rate 20%",
        "all 53 outcomes are as they were kept",
    ]
    assert call("ledger", "verify", "x.db").exit_code == 0
    data = json.loads(call("run", "o", "--point", 1, "--replication", 3, "--ledger", "x.db", "--json").stdout)
    assert data["sweep"]["differences"] == {}
    assert data["command"] == "anxinbao run o --ledger x.db --point 1 --replication 3"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "o", "--point", 2), "o has no point 2, only 0 to 1"),
        (("run", "o", "--point", 0, "--replication", 4), "o has no replication 4, only 0 to 3"),
        (("run", "o", "--point", 0, "--seed", 3), "nothing can be changed"),
        (("run", "--point", 0), "needs the folder of a sweep"),
        (("run", "elsewhere", "--point", 0), "elsewhere holds no results of a sweep"),
    ],
)
def test_a_point_that_is_not_there_is_refused(call: Call, words: tuple[object, ...], said: str) -> None:
    call(*SMALL, "--out", "o")
    done = call(*words)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.slow
def test_a_killed_sweep_goes_on_to_identical_files(call: Call, spawn: Spawn, tmp_path: Path) -> None:
    process = spawn(*LONG, "--replications", 60, "--workers", 1)
    _wait_for_parts(tmp_path / "o")
    process.kill()
    process.wait()
    there = set(files(tmp_path / "o"))
    words = [*LONG, "--replications", 60, "--workers", 1]
    assert "--resume" in call(*words).stderr
    assert call(*words, "--resume").exit_code == 0
    assert there < set(files(tmp_path / "o"))
    words[words.index("o")] = "whole"
    assert call(*words).exit_code == 0
    assert files(tmp_path / "o") == files(tmp_path / "whole")


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_with_130_and_what_is_kept_can_be_resumed(
    spawn: Spawn, tmp_path: Path, workers: int
) -> None:
    process = spawn(*LONG, "--workers", workers)
    _wait_for_parts(tmp_path / "o")
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"--resume" in said
    told = json.loads((tmp_path / "o" / "sweep.json").read_text("utf-8"))
    assert told["finished"] is False


def _wait_for_parts(folder: Path) -> None:
    for _ in range(600):
        if len(list(folder.glob("outcomes/[!.]*.parquet"))) >= 2:
            return
        time.sleep(0.1)
    pytest.fail("no part was written")
