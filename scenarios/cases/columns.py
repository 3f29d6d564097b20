"""A table of cases as columns of exact facts: headers by id or title, cells read once for each content."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from escrow.catalogue.problems import near
from escrow.clauses import Catalogue, Clause, Fact
from escrow.clauses.column import Column
from escrow.clauses.column import columns_of as exact_columns
from escrow.clauses.problems import BadFact, UnknownFact
from scenarios.cases.ask import day_of
from scenarios.cases.problems import BadCell
from scenarios.cases.read import Table
from scenarios.claims.importing.headers import Headers, UnknownHeader

FIRST_LINE = 2
FEN = 100
SIZES = {"money": FEN, "usd": FEN, "number": 1}  # fen, cents, ones
_PLAIN = re.compile(r"(\d{1,12})(?:\.(\d{1,2}))?", re.ASCII).fullmatch
LARGEST = 10**12
DAYS = ("on", "日期")
ANSWERS = ("amount_fen", "amount", "value", "outcome", "failed")  # what an answered table carries


class Columns(NamedTuple):
    """The facts by id, and the day of each row where the table states one."""

    facts: dict[str, Column]
    days: Any


def columns_of(catalogue: Catalogue, clause: Clause, table: Table) -> Columns:
    """The table in exact values; raises UnknownFact for a header, BadCell for a cell.

    A header may carry a unit, `rd_spend (万元)`, and years back, `rd_spend[-1]`. A column that names the
    row (`id`, `enterprise`, `object` ...) is no fact.
    """
    headers = Headers(catalogue.facts)
    places: dict[str, dict[int, tuple[str, list[Any]]]] = {}
    for top, cells in table.columns.items():
        if top in (*DAYS, *ANSWERS):
            continue
        found = _found(headers, catalogue, clause, top)
        if found.path[0] == "facts":
            places.setdefault(found.path[-1], {})[found.back] = (top, _with_unit(cells, found.unit))
    facts: dict[str, Column] = {}
    for name, years in places.items():
        facts |= _column(catalogue.facts[name], years)
    return Columns(facts, _days(table))


def _found(headers: Headers, catalogue: Catalogue, clause: Clause, top: str) -> Any:
    try:
        return headers.find(top)
    except UnknownHeader:
        close = ", ".join(near(top, catalogue.facts))
        raise UnknownFact(name=top, known=sorted(clause.facts_used), near=close) from None


def _with_unit(cells: list[Any], unit: str) -> list[Any]:
    return cells if not unit else [None if cell is None else f"{cell}{unit}" for cell in cells]


def _column(fact: Fact, years: Mapping[int, tuple[str, list[Any]]]) -> dict[str, Column]:
    """The fact's column under its name, nothing when no row states it."""
    top, cells = years[min(years)]
    if set(years) != {0}:
        ordered = [years[back][1] for back in sorted(years, reverse=True)]
        cells = [_series(row) for row in zip(*ordered, strict=True)]
    counted = None if fact.listed else _counted(fact, cells)
    return {fact.id: counted} if counted else _coded(fact, top, cells)


def _counted(fact: Fact, cells: list[Any]) -> Column | None:
    """The column where every cell is a plain amount that needs no reading, as in most tables."""
    size = SIZES.get(fact.kind.base)
    if size is None or fact.row.most is not None or fact.row.options:
        return None
    if all(_whole(cell) for cell in cells):
        return Column(np.array(cells, dtype=np.int64) * size)
    plain = [_PLAIN(cell) if type(cell) is str else None for cell in cells] if size == FEN else [None]
    if None in plain:
        return None
    fen = (int(found[1]) * FEN + int((found[2] or "").ljust(2, "0")) for found in plain if found)
    return Column(np.fromiter(fen, dtype=np.int64, count=len(plain)))


def _coded(fact: Fact, top: str, cells: list[Any]) -> dict[str, Column]:
    """The column with each different content read once."""
    rows = [tuple(cell) if isinstance(cell, list) else cell for cell in cells]
    first: dict[Any, int] = {}
    for row, cell in enumerate(rows):
        first.setdefault(cell, row)
    read = exact_columns({fact.id: fact}, [{fact.id: _read(fact, top, cells, row)} for row in first.values()])
    codes = {cell: code for code, cell in enumerate(first)}
    at = np.array([codes[cell] for cell in rows], dtype=np.int64)
    return {name: _spread(few, at) for name, few in read.items()}


def _spread(few: Column, at: Any) -> Column:
    """The rows that `at` names, in that order."""
    den = few.den if isinstance(few.den, int) else few.den[at]
    given = None if few.given is None else few.given[at]
    return Column(few.values[at], den, few.names, None if few.lengths is None else few.lengths[at], given)


def _whole(cell: Any) -> bool:
    """Whether a cell is a plain count that needs no reading, as columns of Parquet often are."""
    return type(cell) is int and 0 <= cell <= LARGEST


def _series(row: tuple[Any, ...]) -> list[Any] | None:
    """The years stated, oldest first; None when none is."""
    stated = [cell for cell in row if cell is not None]
    return stated or None


def _read(fact: Fact, top: str, cells: list[Any], row: int) -> Any:
    cell = cells[row]
    try:
        return None if cell is None else fact.read(cell)
    except BadFact as fault:
        line = row + FIRST_LINE
        raise BadCell(line=line, column=top, value=cell, expected=fault.facts["expected"]) from None


def _days(table: Table) -> Any:
    for top in DAYS:
        if top in table.columns:
            return np.array([day_of(cell).toordinal() for cell in table.columns[top]], dtype=np.int64)
    return None
