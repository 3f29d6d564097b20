"""Folders that were damaged or left half way: what is broken is named, what was begun can be repeated."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from scenarios.sweep import Place, merge, open_results, scenario_at, sweep
from scenarios.sweep.problems import NotASweep, PartUnreadable
from tests.scenarios.sweep.conftest import ONE, files, small


@pytest.fixture
def copy(kept: Path, tmp_path: Path) -> Path:
    """The small sweep, to be damaged."""
    shutil.copytree(kept, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.mark.parametrize("text", ["[]", "{}", "1", "{", '{"schema": "anxinbao/sweep@1"}'])
def test_a_sweep_json_that_says_something_else_is_named(copy: Path, text: str) -> None:
    (copy / "sweep.json").write_text(text, "utf-8")
    with pytest.raises(NotASweep, match=r"sweep\.json"):
        open_results(copy)


@pytest.mark.parametrize(
    ("key", "value"), [("bins", {}), ("replications", "12"), ("experiment", None), ("shard", "x")]
)
def test_a_key_of_another_form_is_too(copy: Path, key: str, value: Any) -> None:
    told = json.loads((copy / "sweep.json").read_text("utf-8"))
    (copy / "sweep.json").write_text(json.dumps({**told, key: value}), "utf-8")
    with pytest.raises(NotASweep, match=r"sweep\.json"):
        open_results(copy)


@pytest.mark.parametrize("place", [0, -1])
def test_a_torn_part_is_named(copy: Path, place: int) -> None:
    torn = sorted((copy / "outcomes").iterdir())[place]
    torn.write_bytes(torn.read_bytes()[:100])
    with pytest.raises(PartUnreadable, match=torn.name):
        open_results(copy).outcomes("filed")


def test_torn_years_fans_and_points_are_too(copy: Path) -> None:
    results = open_results(copy)
    for kind in ("years", "fans"):
        next((copy / kind).iterdir()).write_bytes(b"PAR1")
    with pytest.raises(PartUnreadable, match="years"):
        results.years("cost_share_fen")
    with pytest.raises(PartUnreadable, match="fans"):
        results.fan("pool_fen")
    (copy / "points.parquet").unlink()
    with pytest.raises(PartUnreadable, match=r"points\.parquet"):
        scenario_at(Place(copy, 0, 0))


def test_a_killed_merge_can_be_repeated(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shards = [sweep(small(), tmp_path / f"{i}", ONE._replace(shard=(i, 2))).folder for i in (1, 2)]
    target, copied = tmp_path / "all", shutil.copyfile

    def fail(source: Path, draft: Path) -> None:
        copied(source, draft)
        if "outcomes" in str(draft):
            raise KeyboardInterrupt

    monkeypatch.setattr("shutil.copyfile", fail)
    with pytest.raises(KeyboardInterrupt):
        merge(shards, target)
    monkeypatch.undo()
    assert json.loads((target / "sweep.json").read_text("utf-8"))["finished"] is False
    merge(shards, target)
    assert files(target) == files(kept)
    assert merge(shards, target) == target


def test_drafts_of_a_killed_sweep_are_no_other_content(kept: Path, tmp_path: Path) -> None:
    (tmp_path / ".points.parquet.host-7-1.part").write_bytes(b"PAR1")
    (tmp_path / ".sweep.json.part").write_text("{", "utf-8")
    sweep(small(), tmp_path, ONE._replace(resume=True))
    assert files(tmp_path) == files(kept)
