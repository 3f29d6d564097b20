"""Results read back from the folder of a sweep, column by column."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.outcomes.fans import Bins
from escrow.compiled.outcomes.names import OUTCOMES, SERIES, YEARLY, F
from scenarios.statistics.extra import needed
from scenarios.sweep.parts import FAILURES, FANS, OUTCOMES_FOLDER, YEARS
from scenarios.sweep.problems import SweepUnfinished
from scenarios.sweep.results import BoolArray, Fan, Results
from scenarios.sweep.study import read_manifest, read_points, readable

NOT_AXES = ("point", "world", "engine", "scenario")


def open_results(path: str | Path, *, unfinished: bool = False) -> Results:
    """The results in a folder; NotASweep, or SweepUnfinished unless unfinished ones will do."""
    folder = Path(path)
    manifest = read_manifest(folder)
    if not manifest["finished"] and not unfinished:
        raise SweepUnfinished(place=str(folder))
    points = points_of(folder)
    return Results(
        points, Dataset(folder, manifest, len(points)), baseline=manifest["baseline"], manifest=manifest
    )


def points_of(folder: Path) -> list[dict[str, str]]:
    """For each point, the value of each axis."""
    table = read_points(folder)
    names = [name for name in table.column_names if name not in NOT_AXES]
    return [{name: row[name] for name in names} for row in table.select(["point", *names]).to_pylist()]


class Dataset:
    """Columns of a folder's parts; each is read when it is first asked for."""

    def __init__(self, folder: Path, manifest: dict[str, Any], points: int) -> None:
        self._folder, self._manifest, self._points = folder, manifest, points
        self._read: dict[str, IntArray] = {}

    @property
    def outcome_names(self) -> tuple[str, ...]:
        """Outcomes by replication."""
        return tuple(each.name for each in OUTCOMES)

    @property
    def yearly_names(self) -> tuple[str, ...]:
        """Outcomes by year, none when they were not kept."""
        return tuple(each.name for each in YEARLY) if self._files(YEARS) else ()

    @property
    def series_names(self) -> tuple[str, ...]:
        """Series by day, none when they were not kept."""
        return tuple(each.name for each in SERIES) if self._files(FANS) else ()

    @property
    def valid(self) -> BoolArray:
        """(points, replications): whether the replication is there."""
        return self._valid

    def outcome(self, names: Sequence[str]) -> dict[str, IntArray]:
        """(points, replications) for each name."""
        missing = [name for name in names if name not in self._read]
        table = self._table(OUTCOMES_FOLDER, missing) if missing else None
        for name in missing:
            values = np.zeros(self._valid.shape, dtype=np.int64)
            values[self._places] = _numbers(table, name)
            self._read[name] = values
        return {name: self._read[name] for name in names}

    def yearly(self, name: str) -> tuple[list[int], IntArray]:
        """Years, and (points, replications, years)."""
        table = self._table(YEARS, ["point", "replication", "year", name])
        years = _numbers(table, "year")
        span = np.unique(years)
        values = np.zeros((*self._valid.shape, len(span)), dtype=np.int64)
        at = _numbers(table, "point"), _numbers(table, "replication"), np.searchsorted(span, years)
        values[at] = _numbers(table, name)
        return [int(year) for year in span], values

    def fan(self, series: str) -> Fan:
        """The histograms of a series, the parts added up."""
        dataset = needed("pyarrow.dataset")
        wanted = ["point", "day", "bin", "count", "least", "most"]
        with readable(self._folder / FANS):
            source = dataset.dataset(self._files(FANS), format="parquet")
            table = source.to_table(columns=wanted, filter=dataset.field("series") == series)
        days, place = np.unique(_numbers(table, "day"), return_inverse=True)
        points, bins = _numbers(table, "point"), _numbers(table, "bin")
        edges = self._bins().edges(F[series.upper()])
        counts = np.zeros((self._points, len(days), len(edges) + 1), dtype=np.int64)
        np.add.at(counts, (points, place, bins), _numbers(table, "count"))
        least = np.full(counts.shape[:2], np.iinfo(np.int64).max)
        most = np.full(counts.shape[:2], np.iinfo(np.int64).min)
        np.minimum.at(least, (points, place), _numbers(table, "least"))
        np.maximum.at(most, (points, place), _numbers(table, "most"))
        return Fan(series, days, edges, counts, least, most)

    def failures(self) -> list[dict[str, Any]]:
        """Failed replications: point, replication, problem."""
        if not self._files(FAILURES):
            return []
        rows: list[dict[str, Any]] = self._table(FAILURES, ["point", "replication", "problem"]).to_pylist()
        return sorted(rows, key=lambda row: (row["point"], row["replication"]))

    @cached_property
    def _places(self) -> tuple[IntArray, IntArray]:
        table = self._table(OUTCOMES_FOLDER, ["point", "replication"])
        return _numbers(table, "point"), _numbers(table, "replication")

    @cached_property
    def _valid(self) -> BoolArray:
        points, replications = self._places
        number = (
            self._manifest["replications"]
            if self._manifest["finished"]
            else int(replications.max(initial=-1)) + 1
        )
        there = np.zeros((self._points, number), dtype=np.bool_)
        there[points, replications] = True
        return there

    def _bins(self) -> Bins:
        bins = self._manifest["bins"]
        low, width = (np.array(bins[name], dtype=np.int64) for name in ("low", "width"))
        return Bins(low, width, bins["number"])

    def _files(self, kind: str) -> list[str]:
        return sorted(str(path) for path in (self._folder / kind).glob("[!.]*.parquet"))

    def _table(self, kind: str, columns: Sequence[str]) -> Any:
        """The columns of all parts, in the order of the parts' names."""
        files = self._files(kind)
        if not files:  # a shard may have nothing to run
            none = needed("pyarrow").array([], "int64")
            return needed("pyarrow").table(dict.fromkeys(columns, none))
        dataset = needed("pyarrow.dataset")
        with readable(self._folder / kind):
            return dataset.dataset(files, format="parquet").to_table(columns=list(columns))


def _numbers(table: Any, name: str) -> IntArray:
    found: IntArray = table.column(name).to_numpy()
    return found
