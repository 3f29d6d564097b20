"""Facts from a file or standard input: one case, several, or a table of many; decimals stay exact."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from ledger.text import Text
from scenarios.cases.problems import FactsNotRead, TablesMissing

Case = dict[str, Any]
ENCODINGS = ("utf-8-sig", "gb18030")
_NO_FACTS = Text("这里应是“事实: 值”", "`fact: value` is wanted here")
_NO_NAME = Text("首行缺列名", "a column has no name on top")


@dataclass(frozen=True, slots=True)
class Table:
    """Many cases: the names on top, and one column of cells for each; an empty cell states nothing."""

    columns: Mapping[str, list[Any]]
    rows: int


def read_facts(name: str, data: bytes) -> Case | list[Case] | Table:
    """One case as a mapping, several as a list, many as a table; raises FactsNotRead or TablesMissing."""
    kind = _kind(name, data)
    if kind == "parquet":
        return _parquet(name, data)
    text = _decoded(name, data)
    if kind == "csv":
        return _table(name, text)
    return _cases(name, _json(name, text) if kind == "json" else _yaml(name, text))


def _kind(name: str, data: bytes) -> str:
    """By the ending of the name; what has none is looked at."""
    ending = Path(name).suffix.lower().lstrip(".")
    if ending in ("csv", "json", "parquet", "yaml", "yml"):
        return ending
    if data.startswith(b"PAR1"):
        return "parquet"
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]
    if head[:1] in (b"{", b"["):
        return "json"
    return "yaml" if b":" in head or b"," not in head else "csv"


def _decoded(name: str, data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FactsNotRead(name=name, line=1, why="UTF-8 / GB18030")


def _json(name: str, text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise FactsNotRead(name=name, line=error.lineno, why=error.msg) from None
    except (RecursionError, ValueError) as error:
        raise FactsNotRead(name=name, line=1, why=str(error)[:80]) from None


class _Exact(SafeConstructor):
    """Decimals as they are written, dates as text."""


_Exact.add_constructor("tag:yaml.org,2002:float", lambda _, node: Decimal(node.value))
_Exact.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def _yaml(name: str, text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Exact
    try:
        return reader.load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FactsNotRead(name=name, line=line, why=error.problem or "YAML") from None
    except (YAMLError, RecursionError, ValueError, ArithmeticError) as error:
        raise FactsNotRead(name=name, line=1, why=str(error)[:80]) from None


def _cases(name: str, content: Any) -> Case | list[Case]:
    if isinstance(content, list):
        return [_case(name, each) for each in content]
    return _case(name, {} if content is None else content)


def _case(name: str, content: Any) -> Case:
    if not isinstance(content, dict):
        raise FactsNotRead(name=name, line=1, why=_NO_FACTS)
    return {str(fact): value for fact, value in content.items() if value is not None}


def _table(name: str, text: str) -> Table:
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = [each.strip() for each in next(lines, [])]
        rows = [line for line in lines if any(line)]
    except csv.Error as error:
        raise FactsNotRead(name=name, line=lines.line_num, why=str(error)) from None
    _check_head(name, head)
    for place, row in enumerate(rows):
        if len(row) != len(head):
            raise FactsNotRead(name=name, line=place + 2, why=_ragged(len(row), len(head)))
    cells = zip(*rows, strict=True) if rows else ([] for _ in head)
    return Table({top: _stated(column) for top, column in zip(head, cells, strict=True)}, len(rows))


def _check_head(name: str, head: list[str]) -> None:
    twice = sorted({each for each in head if each and head.count(each) > 1})
    if twice:
        names = ", ".join(twice)
        raise FactsNotRead(name=name, line=1, why=Text(f"列名重复：{names}", f"a column twice: {names}"))
    if not head or not all(head):
        raise FactsNotRead(name=name, line=1, why=_NO_NAME)


def _ragged(cells: int, columns: int) -> Text:
    return Text(f"{cells} 个单元格，首行却有 {columns} 列", f"{cells} cells under {columns} columns")


def _stated(cells: Any) -> list[Any]:
    return [each.strip() or None for each in cells]


def _parquet(name: str, data: bytes) -> Table:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise TablesMissing(name=name) from None
    try:
        table = pq.read_table(pa.BufferReader(data))
    except (pa.ArrowException, OSError) as error:
        raise FactsNotRead(name=name, line=1, why=str(error)[:80]) from None
    _check_head(name, list(table.column_names))
    return Table({top: table[top].to_pylist() for top in table.column_names}, table.num_rows)
