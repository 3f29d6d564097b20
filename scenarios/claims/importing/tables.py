"""Sheets of a table as claims and enterprises: the header row is understood first, then every row."""

from collections.abc import Sequence
from typing import NamedTuple

from ledger.text import Text
from scenarios.claims.importing.faults import ImportFault, filled
from scenarios.claims.importing.headers import REQUIRED, Column, Headers, UnknownHeader, missing
from scenarios.claims.importing.rows import Cell, Item, item_of
from scenarios.claims.importing.sheets import Sheet, blank

ENTERPRISES = ("企业", "enterprises")
_EMPTY = Text("没有任何行", "there is no row")
_TWICE = Text("这一列的意思与 {other} 列相同", "this column means the same as column {other}")
_NEEDS = Text("缺少一列：{key}", "a column is missing: {key}")
_NAMELESS = Text("这一列有内容而没有表头", "this column holds values but has no header")
_UNKNOWN = Text("不认识这个表头", "this header is not known")
_HEADERS = Text("字段编号或事实名称（中英文均可）", "a key, or a fact by its id or title")
_NEAR = Text("相近的有 {near}", "near names: {near}")
_TEMPLATE = Text("用 anxinbao template 得到表头", "anxinbao template writes the headers")


class Read(NamedTuple):
    """Items with the place of their row, and the faults met."""

    claims: list[tuple[Item, "Sheet", int]]
    enterprises: list[tuple[Item, "Sheet", int]]
    faults: list[ImportFault]


def read_sheets(sheets: Sequence[Sheet], headers: Headers) -> Read:
    """The first sheet holds claims; a sheet named 企业 or enterprises holds enterprises; others are notes."""
    read = Read([], [], [])
    firms = [sheet for sheet in sheets if sheet.name.strip().lower() in ENTERPRISES]
    others = [sheet for sheet in sheets if sheet not in firms]
    for sheet in others[:1]:
        read.claims.extend(_items(sheet, headers, REQUIRED, read.faults))
    for sheet in firms:
        read.enterprises.extend(_items(sheet, headers, ("id",), read.faults))
    return read


def _items(
    sheet: Sheet, headers: Headers, required: Sequence[str], faults: list[ImportFault]
) -> list[tuple[Item, Sheet, int]]:
    if not sheet.rows:
        faults.append(ImportFault(sheet.spot(), "", _EMPTY, advice=_TEMPLATE))
        return []
    sheet = _from_header(sheet, headers)
    columns, found = _columns(sheet, headers)
    lacking = [key for key in missing(columns.values()) if key in required]
    found += [_needs(sheet, key) for key in lacking]
    items = []
    found += _nameless(sheet)
    faults += found
    for line, row in sheet.rows[1:]:
        cells = [
            Cell(_dated(columns[place], sheet), raw, sheet.spot(line, place), str(sheet.rows[0][1][place]))
            for place, raw in enumerate(row)
            if place in columns and not blank(raw)
        ]
        item, wrong = item_of(cells, [key for key in required if key not in lacking], sheet.spot(line))
        faults += wrong
        items.append((item, sheet, line))
    return items


def _from_header(sheet: Sheet, headers: Headers) -> Sheet:
    """The sheet without title lines: its header is the row of the first five with most known headers."""
    known = [sum(headers.knows(cell) for cell in row) for _, row in sheet.rows[:5]]
    return sheet._replace(rows=sheet.rows[known.index(max(known)) :])


def _nameless(sheet: Sheet) -> list[ImportFault]:
    """Values below an empty header would be lost without a word."""
    header = sheet.rows[0][1]
    for line, row in sheet.rows[1:]:
        for place, cell in enumerate(row):
            if not blank(cell) and (place >= len(header) or blank(header[place])):
                return [ImportFault(sheet.spot(line, place), "", _NAMELESS, _HEADERS)]
    return []


def _dated(column: Column, sheet: Sheet) -> Column:
    """Whole numbers in a date column of a workbook are dates."""
    return column._replace(unit=sheet.serial) if column.kind == "date" else column


def _columns(sheet: Sheet, headers: Headers) -> tuple[dict[int, Column], list[ImportFault]]:
    line, header = sheet.rows[0]
    columns: dict[int, Column] = {}
    faults = []
    for place, text in enumerate(header):
        if blank(text):
            continue
        spot = sheet.spot(line, place)
        try:
            column = headers.find(text)
        except UnknownHeader as unknown:
            near = str(unknown)
            advice = filled(_NEAR, near=near) if near else _TEMPLATE
            faults.append(ImportFault(spot, str(text), _UNKNOWN, _HEADERS, advice))
            continue
        same = [k for k, other in columns.items() if (other.path, other.back) == (column.path, column.back)]
        if same:
            other = sheet.spot(line, same[0]).column
            faults.append(ImportFault(spot, str(text), filled(_TWICE, other=other)))
            continue
        columns[place] = column
    return columns, faults


def _needs(sheet: Sheet, key: str) -> ImportFault:
    return ImportFault(sheet.spot(sheet.rows[0][0]), key, filled(_NEEDS, key=key), advice=_TEMPLATE)
