"""One row of cells becomes one claim (or enterprise) as the scenario file writes it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ledger.text import Text
from scenarios.claims.importing.faults import ImportFault, Spot, filled
from scenarios.claims.importing.headers import Column
from scenarios.claims.importing.sheets import blank
from scenarios.claims.importing.values import READERS, NotThis, folded
from scenarios.spec.fields import read_id

Item = dict[str, Any]
_WRONG = Text("“{found}”读不懂", "{found!r} cannot be read")
_IDS = ("id", "enterprise")
_ID = Text("1 到 64 个字符的编号，不含空格、/ 和 :", "an id of 1 to 64 characters without blanks, / or :")
_ONE_OF = Text("其中之一：{options}", "one of: {options}")
_MISSING = Text("缺少 {key}", "{key} is missing")
_UNEQUAL = Text("上级到账金额与到账日的个数不同", "amounts and days of higher-level money differ in number")
_PAIRS = Text("每笔金额一个到账日，用分号隔开", "one day for each amount, separated by semicolons")
_NO_NEWEST = Text("写了以前年度，缺少最近一年", "earlier years are stated but not the newest one")


class Cell(NamedTuple):
    """A value as found, what its column means, and where it stands."""

    column: Column
    raw: Any
    spot: Spot
    field: str


def item_of(cells: Sequence[Cell], required: Sequence[str], spot: Spot) -> tuple[Item, list[ImportFault]]:
    """The nested mapping of a row, and its faults."""
    item: Item = {}
    faults: list[ImportFault] = []
    earlier: dict[tuple[str, ...], dict[int, Any]] = {}
    for cell in cells:
        try:
            value = _value(cell)
        except NotThis as fault:
            faults.append(_fault(cell, fault.expected))
            continue
        if cell.column.back:
            earlier.setdefault(cell.column.path, {})[cell.column.back] = (value, cell)
        else:
            _put(item, cell.column.path, value)
    faults += _series(item, earlier)
    promoted = item.get("promoted", {})
    if "0" in promoted:
        item["promoted"] = [promoted[number] for number in sorted(promoted, key=int)]
    faults += [
        _say(_MISSING, spot, key, key=key) for key in required if key not in item and _lacks(key, cells)
    ]
    return item, faults + _paired(item, spot)


def _lacks(key: str, cells: Sequence[Cell]) -> bool:
    """Whether the row holds nothing at all for a key; an unreadable value is a fault already."""
    return all(cell.column.path != (key,) for cell in cells)


def _value(cell: Cell) -> Any:
    column = cell.column
    parts = _parts(cell.raw) if column.many else [cell.raw]
    values = [_one(part, cell) for part in parts]
    return values if len(values) != 1 or isinstance(cell.raw, list) else values[0]


def _parts(raw: Any) -> list[Any]:
    """The items of a list: of YAML, or separated by semicolons."""
    if isinstance(raw, list):
        return raw
    if isinstance(raw, str):
        return [part for part in folded(raw).split(";") if part.strip()]
    return [raw]


def _one(raw: Any, cell: Cell) -> Any:
    if isinstance(raw, list | dict):
        raise NotThis(cell.column.kind)
    if cell.column.path[-1] in _IDS and len(cell.column.path) == 1:
        return _id(raw)
    value = READERS[cell.column.kind](raw, cell.column.unit)
    if cell.column.options and value not in cell.column.options:
        raise NotThis(cell.column.kind, filled(_ONE_OF, options=" / ".join(cell.column.options)))
    return value


def _id(raw: Any) -> str:
    """Numbers of a spreadsheet are ids too."""
    try:
        return read_id(raw if isinstance(raw, int) else str(raw).strip())
    except ValueError:
        raise NotThis("text", _ID) from None


def _put(item: Item, path: tuple[str, ...], value: Any) -> None:
    for step in path[:-1]:
        item = item.setdefault(step, {})
    item[path[-1]] = value


def _series(item: Item, earlier: dict[tuple[str, ...], dict[int, Any]]) -> list[ImportFault]:
    """Columns of earlier years go before the newest one, oldest first."""
    faults = []
    for path, years in earlier.items():
        newest: Any = item
        for step in path:
            newest = newest.get(step) if isinstance(newest, dict) else None
        (_, cell) = next(iter(years.values()))
        if newest is None or isinstance(newest, list) or sorted(years) != list(range(1, len(years) + 1)):
            faults.append(ImportFault(cell.spot, cell.field, _NO_NEWEST))
            continue
        _put(item, path, [*(years[back][0] for back in sorted(years, reverse=True)), newest])
    return faults


def _paired(item: Item, spot: Spot) -> list[ImportFault]:
    """Several arrivals of higher-level money become a list of pairs."""
    upper = item.get("upper_level")
    if not isinstance(upper, dict):
        return []
    amounts, days = (_listed(upper.get(name)) for name in ("amount", "arrives_on"))
    if len(amounts) != len(days):
        return [ImportFault(spot, "upper_level", _UNEQUAL, _PAIRS)]
    pairs = [{"amount": a, "arrives_on": d} for a, d in zip(amounts, days, strict=True)]
    item["upper_level"] = pairs[0] if len(pairs) == 1 else pairs
    return []


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _fault(cell: Cell, expected: Text) -> ImportFault:
    return ImportFault(cell.spot, cell.field, filled(_WRONG, found=shown(cell.raw)), expected)


def _say(text: Text, spot: Spot, field: str, **facts: Any) -> ImportFault:
    return ImportFault(spot, field, filled(text, **facts))


def shown(raw: Any) -> str:
    """A short picture of a cell."""
    text = "" if blank(raw) else str(raw)
    return text if len(text) <= 40 else text[:37] + "..."
