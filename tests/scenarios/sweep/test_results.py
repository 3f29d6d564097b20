"""Results: made in memory, and read back from a folder with three readers that agree."""

from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import pytest

from scenarios.sweep import Fan, Results, open_results
from scenarios.sweep.problems import NoSuchColumn, NotASweep, SweepUnfinished


def test_results_can_be_made_in_memory() -> None:
    values = np.array([[1, 2, 3], [4, 5, 6]])
    valid = np.array([[True, True, True], [True, False, True]])
    found = Results.of([{"a": "1"}, {"a": "2"}], {"cost_share_fen": values}, valid=valid, baseline=1)
    assert (found.axes, found.replications, found.baseline) == (("a",), 3, 1)
    assert found.outcomes("cost_share_fen")["cost_share_fen"].tolist() == [[1, 2, 3], [4, 0, 6]]


def test_an_unknown_name_says_which_come_near() -> None:
    found = Results.of([{}], {"cost_share_fen": np.array([[1]])})
    with pytest.raises(NoSuchColumn) as caught:
        found.outcomes("cost_share")
    assert caught.value.advise("en") == "did you mean cost_share_fen?"


def test_points_outcomes_years_and_fans_are_read_back(kept: Path) -> None:
    found = open_results(kept)
    assert found.points[1] == {"deposit_rate": "10%", "pool_size": "1亿"}
    assert (found.replications, found.baseline, bool(found.valid.all())) == (12, 0, True)
    paid = found.outcomes("cost_share_fen")["cost_share_fen"]
    years, by_year = found.years("cost_share_fen")
    assert years == [2025, 2026, 2027, 2028, 2029]
    assert np.array_equal(by_year.sum(axis=2), paid)
    fan = found.fan("pool_fen")
    assert isinstance(fan, Fan)
    assert set(fan.counts.sum(axis=2).ravel().tolist()) == {12}
    assert fan.counts.shape == (4, len(fan.days), len(fan.edges) + 1)


def test_the_last_day_of_the_fan_is_the_balance_at_the_end(kept: Path) -> None:
    found = open_results(kept)
    fan, end = found.fan("pool_fen"), found.outcomes("pool_end_fen")["pool_end_fen"]
    assert fan.lowest[:, -1].tolist() == end.min(axis=1).tolist()
    assert fan.highest[:, -1].tolist() == end.max(axis=1).tolist()


def test_duckdb_polars_and_our_reader_agree(kept: Path) -> None:
    ours = open_results(kept).outcomes("public_net_fen")["public_net_fen"].sum(axis=1).tolist()
    query = (
        f"select p.point, sum(o.public_net_fen) from '{kept}/outcomes/*.parquet' o "
        f"join '{kept}/points.parquet' p using (point) group by p.point order by p.point"
    )
    with duckdb.connect() as base:
        assert [int(row[1]) for row in base.execute(query).fetchall()] == ours
    rows = pl.scan_parquet(f"{kept}/outcomes/*.parquet")
    frame = rows.group_by("point").agg(pl.col("public_net_fen").sum())
    assert frame.sort("point").collect()["public_net_fen"].to_list() == ours
    assert set(pl.read_parquet_schema(next((kept / "years").iterdir())).values()) == {pl.Int64()}


def test_a_folder_that_holds_no_sweep_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotASweep) as caught:
        open_results(tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_unfinished_results_are_refused_unless_asked_for(kept: Path, tmp_path: Path) -> None:
    text = (kept / "sweep.json").read_text("utf-8").replace('"finished": true', '"finished": false')
    (tmp_path / "sweep.json").write_text(text, "utf-8")
    (tmp_path / "points.parquet").write_bytes((kept / "points.parquet").read_bytes())
    with pytest.raises(SweepUnfinished):
        open_results(tmp_path)
    assert open_results(tmp_path, unfinished=True).replications == 0
