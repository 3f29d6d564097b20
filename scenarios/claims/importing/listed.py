"""Claims in YAML: a list, or `claims:` and `enterprises:`, with the keys of the scenario file."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ledger.text import Text
from scenarios.claims.importing.faults import BadImport, ImportFault, Spot
from scenarios.claims.importing.headers import REQUIRED, Column, Headers
from scenarios.claims.importing.rows import Cell, Item, item_of
from scenarios.spec.nodes import Map, Node, Scalar, Seq, plain, written
from scenarios.spec.problem import SpecProblem
from scenarios.spec.source import decode
from scenarios.spec.yaml_reader import read_yaml

KEYS = ("schema", "claims", "enterprises")
SCHEMA = "anxinbao/claim-list@1"
_SHAPE = Text("应是列表，或 claims 与 enterprises 两个键", "not a list, nor the keys claims and enterprises")
_ROW = Text("不是“键: 值”的形式", "not a mapping")
_UNKNOWN = Text("没有这个键", "unknown key")
_KEYS = Text("申报的字段，或词汇表中的事实", "a key of a claim, or a fact of the vocabulary")
Rows = list[tuple[Item, Spot]]


def read_listed(path: Path, headers: Headers) -> tuple[Rows, Rows, list[ImportFault]]:
    """Claims, enterprises, each with its place, and the faults met."""
    file = str(path)
    try:
        root, found = read_yaml(decode(path.read_bytes(), file), file)
    except SpecProblem as problem:
        raise BadImport(faults=tuple(map(_told, problem.faults))) from None
    faults = [_told(fault) for fault in found]
    parts = _parts(root)
    if parts is None:
        raise BadImport(faults=(*faults, ImportFault(Spot(file, line=root.mark.line), "", _SHAPE)))
    claims = list(_rows(parts.get("claims"), headers, REQUIRED, faults))
    return claims, list(_rows(parts.get("enterprises"), headers, ("id",), faults)), faults


def _told(fault: Any) -> ImportFault:
    """A fault of the YAML reader in our own form."""
    parts = {
        name: Text(fault.part(name, "zh"), fault.part(name, "en")) for name in ("wrong", "expected", "hint")
    }
    spot = Spot(fault.mark.file, line=fault.mark.line)
    return ImportFault(spot, written(fault.path), parts["wrong"], parts["expected"], parts["hint"])


def _parts(root: Node) -> dict[str, Node] | None:
    if isinstance(root, Seq):
        return {"claims": root}
    if isinstance(root, Map) and set(root.items) <= set(KEYS) and "claims" in root.items:
        return root.items
    return None


def _rows(
    node: Node | None, headers: Headers, required: Sequence[str], faults: list[ImportFault]
) -> Iterator[tuple[Item, Spot]]:
    if node is None:
        return
    if not isinstance(node, Seq):
        faults.append(ImportFault(Spot(node.mark.file, line=node.mark.line), "", _SHAPE))
        return
    for row in node.items:
        spot = Spot(row.mark.file, line=row.mark.line)
        if not isinstance(row, Map):
            faults.append(ImportFault(spot, "", _ROW))
            continue
        cells, wrong = _cells(row, headers)
        item, more = item_of(cells, required, spot)
        faults += wrong + more
        yield item, spot


def _cells(row: Map, headers: Headers) -> tuple[list[Cell], list[ImportFault]]:
    cells, faults = [], []
    for path, node in _leaves(row, ()):
        spot = Spot(node.mark.file, line=node.mark.line)
        column = _column(path, headers)
        if column is None:
            faults.append(ImportFault(spot, ".".join(path), _UNKNOWN, _KEYS))
        elif not (isinstance(node, Scalar) and node.value is None):
            cells.append(Cell(column, plain(node), spot, ".".join(path)))
    return cells, faults


def _leaves(node: Map, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
    for key, below in node.items.items():
        if isinstance(below, Map):
            yield from _leaves(below, (*path, key))
        elif key == "upper_level" and isinstance(below, Seq):
            yield from _turned(below, (*path, key))
        elif key == "promoted" and isinstance(below, Seq):
            for number, each in enumerate(below.items):
                yield from _leaves(each, (key, str(number))) if isinstance(each, Map) else [((key,), each)]
        else:
            yield (*path, key), below


def _turned(pairs: Seq, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
    """A list of arrivals as two lists, the way a table holds them."""
    for name in ("amount", "arrives_on"):
        below: list[Node] = [
            pair.items[name] for pair in pairs.items if isinstance(pair, Map) and name in pair.items
        ]
        yield (*path, name), Seq(pairs.mark, below)


def _column(path: tuple[str, ...], headers: Headers) -> Column | None:
    """The column of a path; a fact stands below `facts` or `promoted.facts`."""
    if path[0] == "events" and len(path) == 2:
        return Column(path, "date")
    inner = path
    if path[0] == "promoted":
        inner = path[2:] if path[1:2] and path[1].isdigit() else path[1:]
        if inner == ("on",):
            return Column(path, "date")
    if inner[:1] == ("facts",) and len(inner) == 2 and inner[1] in headers.facts:
        fact = headers.facts[inner[1]]
        return Column(path, fact.kind.base, fact.listed, options=fact.row.options)
    return headers.by_path(path)
