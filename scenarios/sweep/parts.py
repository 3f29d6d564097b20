"""Parquet parts: one of each kind a chunk, written aside and renamed; a part that is there is whole."""

import os
import platform
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.outcomes.names import OUTCOMES, SERIES, YEARLY
from scenarios.problems import FolderNotWritable
from scenarios.statistics.extra import needed
from scenarios.sweep.cells import PointCells
from scenarios.sweep.study import POINTS

OUTCOMES_FOLDER, YEARS, FANS, FAILURES = "outcomes", "years", "fans", "failures"
KINDS = (FAILURES, FANS, YEARS, OUTCOMES_FOLDER)
"""Folders of parts in the order of writing: outcomes come last and say that all of a chunk is there."""
ASIDE = ".part"
DRAFTS = f".{POINTS}*{ASIDE}"
"""Drafts of the table of points, which lie in the folder itself."""


def part(folder: Path, kind: str, name: str) -> Path:
    """The file of a chunk's part."""
    return folder / kind / f"{name}.parquet"


def keep(
    folder: Path, name: str, cells: Sequence[PointCells], digest: str, *, years: bool, fans: bool
) -> None:
    """Write the parts of a chunk."""
    tables = {FAILURES: _failures(cells), OUTCOMES_FOLDER: _outcomes(cells)}
    tables |= {YEARS: _years(cells)} if years else {}
    tables |= {FANS: _fans(cells)} if fans else {}
    for kind in KINDS:
        columns = tables.get(kind)
        if columns is not None and (kind != FAILURES or len(columns["point"])):
            write(part(folder, kind, name), columns, digest)


def write(path: Path, columns: Mapping[str, Any], digest: str) -> None:
    """A Parquet file of integer (or text) columns, there in one move."""
    arrow, parquet = needed("pyarrow"), needed("pyarrow.parquet")
    table = arrow.table(dict(columns)).replace_schema_metadata({b"anxinbao.experiment": digest.encode()})
    # A worker that was given up may still write a part that another writes again.
    draft = path.with_name(f".{path.name}.{platform.node()}-{os.getpid()}-{threading.get_ident()}{ASIDE}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        parquet.write_table(table, draft, compression="zstd", compression_level=1)
        os.replace(draft, path)
    except OSError as error:
        raise FolderNotWritable(place=str(path.parent), detail=error.strerror or str(error)) from error


def sweep_away(folder: Path) -> None:
    """Remove what a killed sweep or merge had begun to write."""
    of_parts = (draft for kind in KINDS for draft in (folder / kind).glob(f".*{ASIDE}"))
    for draft in (*folder.glob(DRAFTS), *of_parts):
        draft.unlink(missing_ok=True)


def _outcomes(cells: Sequence[PointCells]) -> dict[str, IntArray]:
    values = np.concatenate([each.outcomes for each in cells])
    named = {outcome.name: np.ascontiguousarray(values[:, k]) for k, outcome in enumerate(OUTCOMES)}
    return {**_places(cells), **named}


def _years(cells: Sequence[PointCells]) -> dict[str, IntArray]:
    values = np.concatenate([each.years.reshape(-1, len(YEARLY)) for each in cells])
    years = [np.tile(_span(each), len(each.replications)) for each in cells]
    named = {outcome.name: np.ascontiguousarray(values[:, k]) for k, outcome in enumerate(YEARLY)}
    points = [np.full(each.years.shape[0] * each.years.shape[1], each.point) for each in cells]
    replications = [np.repeat(each.replications, each.years.shape[1]) for each in cells]
    return {"point": _joined(points), "replication": _joined(replications), "year": _joined(years), **named}


def _span(each: PointCells) -> IntArray:
    return np.arange(each.first_year, each.first_year + each.years.shape[1], dtype=np.int64)


def _fans(cells: Sequence[PointCells]) -> dict[str, Any]:
    """The bins that hold anything; least and most of the day stand beside each of them."""
    found: dict[str, list[IntArray]] = {name: [] for name in ("point", "series", "day", "bin", "count")}
    found |= {"least": [], "most": []}
    for each in cells:
        series, days, bins = np.nonzero(each.fan.counts)
        rows = {
            "point": np.full(len(series), each.point),
            "series": series,
            "day": each.days[days],
            "bin": bins,
            "count": each.fan.counts[series, days, bins],
            "least": each.fan.least[series, days],
            "most": each.fan.most[series, days],
        }
        for name, column in rows.items():
            found[name].append(column)
    columns: dict[str, Any] = {name: _joined(parts) for name, parts in found.items()}
    arrow = needed("pyarrow")
    names = arrow.array([series.name for series in SERIES])
    columns["series"] = arrow.DictionaryArray.from_arrays(columns["series"].astype(np.int32), names)
    return columns


def _failures(cells: Sequence[PointCells]) -> dict[str, Any]:
    failures = [failure for each in cells for failure in each.failures]
    return {
        "point": np.array([failure.point for failure in failures], dtype=np.int64),
        "replication": np.array([failure.replication for failure in failures], dtype=np.int64),
        "problem": [failure.problem for failure in failures],
    }


def _places(cells: Sequence[PointCells]) -> dict[str, IntArray]:
    points = [np.full(len(each.replications), each.point) for each in cells]
    return {"point": _joined(points), "replication": _joined(each.replications for each in cells)}


def _joined(parts: Iterable[Any]) -> IntArray:
    found: IntArray = np.concatenate(list(parts)).astype(np.int64, copy=False)
    return found
