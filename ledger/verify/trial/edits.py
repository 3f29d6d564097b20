"""What a forger may do to one record before writing the chain anew."""

import json
import re
from collections.abc import Callable
from typing import Any

from ledger.text import Text
from ledger.verify.trial.forge import Record, canonical

Edit = Callable[[Record], object]


def _set(name: str, value: Any) -> Edit:
    return lambda record: record.update({name: value})


def _first_line(place: int, value: Callable[[Any], Any]) -> Edit:
    def edit(record: Record) -> None:
        line = record["postings"][0]
        line[place] = value(line[place])

    return edit


def _raise_to(limit_fen: int) -> Edit:
    def edit(record: Record) -> None:
        times = limit_fen // max(line[1] for line in record["postings"])
        for line in record["postings"]:
            line[1] *= times

    return edit


def _total(name: str) -> Edit:
    def edit(record: Record) -> None:
        value = record["totals"][name]
        record["totals"][name] = value + 1 if isinstance(value, int) else "0" * 64

    return edit


def _strange(path: str) -> str:
    return f"x{path}"


def _no_such_day(record: Record) -> None:
    record.update(on="2025-02-30", recorded="2025-02-30")


EDITS: tuple[tuple[str, Text, Edit], ...] = (
    ("entry", Text("一行加一分", "one line one fen more"), _first_line(1, lambda fen: fen + 1)),
    ("entry", Text("金额写成文字", "an amount as text"), _first_line(1, str)),
    ("entry", Text("金额写成真假", "an amount as true"), _first_line(1, bool)),
    ("entry", Text("金额放大到越过下限", "amounts raised beyond the floor"), _raise_to(10**14)),
    ("entry", Text("金额放大到越过上限", "amounts raised beyond the limit"), _raise_to(10**15)),
    ("entry", Text("科目不在科目表中", "an account outside the chart"), _first_line(0, _strange)),
    ("entry", Text("没有分录行", "no lines"), _set("postings", [])),
    ("entry", Text("事件没有记录", "an event nobody recorded"), _set("event", "nobody/1")),
    ("entry", Text("冲销不存在的分录", "reverses an entry that is not there"), _set("reverses", "nobody/1")),
    ("entry", Text("日期不存在", "a day that does not exist"), _no_such_day),
    ("entry", Text("记录时间不是当日", "a recorded time of another day"), _set("recorded", "2001-01-01")),
    ("entry", Text("格式版本为 2", "format version 2"), _set("v", 2)),
    ("entry", Text("种类未知", "an unknown kind"), _set("kind", "gift")),
    ("entry", Text("多一个字段", "a field too many"), _set("note", "")),
    ("entry", Text("少一个字段", "a field too few"), lambda record: record.pop("basis")),
    ("event", Text("数据写成文字", "data as text"), _set("data", {"amount": "1"})),
    ("event", Text("编号清空", "an empty id"), _set("id", "")),
    ("refusal", Text("事件没有记录", "an event nobody recorded"), _set("event", "nobody/1")),
    ("header", Text("格式未知", "an unknown format"), _set("format", "anxinbao/ledger@2")),
    ("header", Text("科目表写坏", "a chart in disorder"), _set("chart", [["cash/"]])),
    *(
        ("finished", Text(f"控制总数 {name} 被改", f"control total {name} changed"), _total(name))
        for name in ("balances", "debits_fen", "entries", "events", "records", "refusals")
    ),
)


def _dumps(record: Record, **how: Any) -> bytes:
    return json.dumps(record, **{"sort_keys": True, "separators": (",", ":"), **how}).encode()


def _minus_zero(record: Record) -> bytes:
    more = b"," if record["basis"]["workings"] else b""
    return canonical(record).replace(b'"workings":[', b'"workings":[["x",-0]' + more)


def _with_point(record: Record) -> bytes:
    return re.sub(rb'",(-?\d+),"', rb'",\1.0,"', canonical(record), count=1)


def _reversed(record: Record) -> bytes:
    return _dumps(dict(sorted(record.items(), reverse=True)), sort_keys=False)


WRITINGS: tuple[tuple[Text, Callable[[Record], bytes]], ...] = (
    (Text("金额带小数点", "an amount with a decimal point"), _with_point),
    (Text("零写成负零", "zero written as minus zero"), _minus_zero),
    (Text("写法带空格", "written with blanks"), lambda record: _dumps(record, separators=(", ", ":"))),
    (Text("键的次序颠倒", "keys in reverse order"), _reversed),
    (Text("一个键写两遍", "a key written twice"), lambda r: canonical(r).replace(b'"v":1', b'"v":1,"v":1')),
    (Text("多余的转义", "a needless escape"), lambda r: canonical(r).replace(b'"kind"', b'"\\u006bind"')),
    (Text("末尾另有内容", "something after the end"), lambda record: canonical(record) + b"{}"),
)
