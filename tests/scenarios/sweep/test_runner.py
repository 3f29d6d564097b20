"""Running: the same numbers in one thread, in processes, resumed or in shards; nothing is overwritten."""

import dataclasses
import json
import shutil
from pathlib import Path

import pytest

from scenarios.prepare import prepare
from scenarios.problems import FolderNotWritable, FolderTaken
from scenarios.sweep import How, merge, open_results, sweep
from scenarios.sweep.folder import locked
from scenarios.sweep.problems import (
    BadShard,
    FolderInUse,
    NoReplications,
    NotOneSweep,
    OtherSweep,
    PartsMissing,
    ShardsMissing,
    ShardTwice,
    SweepUnfinished,
)
from tests.scenarios.sweep.conftest import ONE, files, small


def test_every_point_meets_the_same_worlds(kept: Path) -> None:
    told = json.loads((kept / "sweep.json").read_text("utf-8"))
    assert len(set(told["worlds"])) == 1
    assert told["worlds"][0] == prepare(small().base.open().scenario).world.digest()
    filed = open_results(kept).outcomes("filed")["filed"]
    assert (filed == filed[0]).all()


def test_a_finished_sweep_is_recognised_and_not_made_again(kept: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in kept.rglob("*.parquet")}
    again = sweep(small(), kept, ONE)
    assert (again.recognised, again.ran) == (True, 0)
    assert {path: path.stat().st_mtime_ns for path in kept.rglob("*.parquet")} == before


def test_processes_write_the_same_files_as_one_thread(kept: Path, tmp_path: Path) -> None:
    sweep(small(), tmp_path / "two", ONE._replace(workers=2))
    assert files(tmp_path / "two") == files(kept)


def test_parts_that_are_lost_are_made_again_with_resume(kept: Path, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    shutil.copytree(kept, folder)
    told = (folder / "sweep.json").read_text("utf-8").replace('"finished": true', '"finished": false')
    (folder / "sweep.json").write_text(told, "utf-8")
    for name in ("outcomes", "years"):
        sorted((folder / name).iterdir())[3].unlink()
    (folder / "outcomes" / ".half.parquet.part").write_bytes(b"half")
    with pytest.raises(SweepUnfinished):
        sweep(small(), folder, ONE)
    done = sweep(small(), folder, ONE._replace(resume=True))
    assert (done.ran, files(folder)) == (4, files(kept))


def test_shards_merge_into_exactly_the_whole(kept: Path, tmp_path: Path) -> None:
    shards = []
    for number in (1, 2, 3):
        done = sweep(small(), tmp_path / f"{number}", ONE._replace(shard=(number, 3)))
        shards.append(done.folder)
    assert files(merge([shards[2], shards[0], shards[1]], tmp_path / "all")) == files(kept)
    with pytest.raises(ShardsMissing, match="2/3"):
        merge([shards[0], shards[2]], tmp_path / "x")
    with pytest.raises(ShardTwice, match="1/3"):
        merge([shards[0], _copy(shards[0], tmp_path / "twice")], tmp_path / "x")
    with pytest.raises(ShardTwice, match="3/3"):
        merge([*shards, tmp_path / "1" / ".." / "3"], tmp_path / "x")
    next((shards[1] / "outcomes").iterdir()).unlink()
    with pytest.raises(PartsMissing, match="g0000-p000000"):
        merge(shards, tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_other_inputs_do_not_merge(kept: Path, tmp_path: Path) -> None:
    other = sweep(small("deposit_rate=10%", replications=2), tmp_path / "other", ONE).folder
    with pytest.raises(NotOneSweep, match="digest"):
        merge([kept, other], tmp_path / "x")


def test_a_shard_may_have_nothing_to_run(tmp_path: Path) -> None:
    done = sweep(small("deposit_rate=10%", replications=1), tmp_path / "s", ONE._replace(shard=(2, 2)))
    assert (done.ran, open_results(done.folder).valid.sum()) == (0, 0)


def test_another_sweep_is_not_overwritten(kept: Path, tmp_path: Path) -> None:
    with pytest.raises(OtherSweep, match="digest"):
        sweep(small("deposit_rate=15%"), kept, ONE)
    with pytest.raises(OtherSweep, match="replications"):
        sweep(small(replications=13), kept, ONE)
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(FolderTaken):
        sweep(small(), tmp_path, ONE)


def test_two_writers_in_one_folder_are_refused(tmp_path: Path) -> None:
    with locked(tmp_path / "s"), pytest.raises(FolderInUse):
        sweep(small(), tmp_path / "s", ONE)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises((FolderNotWritable, FolderTaken), match="file"):
        sweep(small(), tmp_path / "file" / "s", ONE)


@pytest.mark.parametrize("number", [0, -1, 10**9])
def test_a_senseless_number_of_replications_is_refused(number: int, tmp_path: Path) -> None:
    experiment = dataclasses.replace(small(), replications=number)
    with pytest.raises(NoReplications):
        sweep(experiment, tmp_path / "s", ONE)


@pytest.mark.parametrize("shard", [(0, 2), (3, 2), (1, 0)])
def test_a_shard_that_does_not_exist_is_refused(shard: tuple[int, int], tmp_path: Path) -> None:
    with pytest.raises(BadShard):
        sweep(small(), tmp_path / "s", How(shard=shard))


def test_progress_counts_what_was_there(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    sweep(small(replications=2), tmp_path / "s", ONE._replace(progress=lambda *it: seen.append(it)))
    assert seen == [(0, 8), (4, 8), (8, 8)]


def _copy(source: Path, target: Path) -> Path:
    shutil.copytree(source, target)
    return target
