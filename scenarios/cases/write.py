"""Answers to many cases as a table: CSV or Parquet, by the ending of the name."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from scenarios.cases.problems import NoPlaceForAnswers, TablesMissing

Columns = Mapping[str, Sequence[Any]]


def write_table(path: Path, columns: Columns) -> None:
    """Write columns of equal length to `path`; raises NoPlaceForAnswers, TablesMissing, OSError."""
    ending = path.suffix.lower()
    if ending == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            write_csv(stream, columns)
    elif ending == ".parquet":
        _write_parquet(path, columns)
    else:
        raise NoPlaceForAnswers(name=str(path))


def write_csv(stream: TextIO, columns: Columns) -> None:
    """The columns as comma-separated lines under their names."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(_rows(columns.values()))


def _rows(columns: Iterable[Sequence[Any]]) -> Iterable[tuple[Any, ...]]:
    return zip(*(_flat(cells) for cells in columns), strict=True)


def _flat(cells: Sequence[Any]) -> Sequence[Any]:
    """Lists joined as a table takes them."""
    if not any(type(cell) is list or type(cell) is tuple for cell in cells):
        return cells
    return [";".join(map(str, cell)) if isinstance(cell, list | tuple) else cell for cell in cells]


def _write_parquet(path: Path, columns: Columns) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise TablesMissing(name=str(path)) from None
    pq.write_table(pa.table({name: pa.array(cells) for name, cells in columns.items()}), path)
