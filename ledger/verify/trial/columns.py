"""Damage to single values: every class of byte, in every column of every table."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from ledger.text import Text
from ledger.verify.trial.damage import Damage, sql

Variant = tuple[Text, Any]

# Classes of bytes that occur in stored records and columns, each with a substitute.
_CLASSES: tuple[tuple[Text, bytes, bytes], ...] = (
    (Text("数字", "digit"), b"0123456789", b"1234567890"),
    (Text("小写字母", "small letter"), b"abcdefghijklmnopqrstuvwxyz", b"bcdefghijklmnopqrstuvwxyza"),
    (Text("大写字母", "capital letter"), b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz"),
    (Text("引号", "quote"), b'"', b"'"),
    (Text("括号", "bracket"), b"{}[]", b"[]{}"),
    (Text("逗号", "comma"), b",", b";"),
    (Text("冒号", "colon"), b":", b"="),
    (Text("减号", "minus"), b"-", b"+"),
    (Text("斜杠", "slash"), b"/", b"|"),
    (Text("反斜杠", "backslash"), b"\\", b"/"),
    (Text("下划线", "underscore"), b"_", b"-"),
)
TABLES = {"records": ("seq",), "postings": ("seq", "line"), "meta": ("key",)}


def damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    """Every variant of every value of some rows of each table."""
    for table, key in TABLES.items():
        for row in _sample(copy, table):
            for column, value in row.items():
                where = " AND ".join(f"{name} = ?" for name in key)
                places = [row[name] for name in key]
                statement = f"UPDATE {table} SET {column} = ? WHERE {where}"
                seq = None if table == "meta" else int(row["seq"])
                at = "" if seq is None else f" {seq}"
                for what, changed in variants(value, moves=column in key):
                    name = Text(f"{table}.{column}{at}：{what.zh}", f"{table}.{column}{at}: {what.en}")
                    yield Damage(name, seq, sql(statement, changed, *places))


def variants(value: Any, *, moves: bool) -> Iterator[Variant]:
    """Other values than `value`. Those of a key that `moves` a row only move it to the end."""
    if isinstance(value, int):
        yield from _other_numbers(value, moves)
    elif isinstance(value, str):
        for what, changed in _other_bytes(value.encode()):
            yield what, changed.decode("utf-8", "replace")
        yield Text("改为二进制", "stored as bytes"), value.encode()
        yield Text("清空", "emptied"), ("" if value else "x")
    elif isinstance(value, bytes):
        yield from _other_bytes(value)
        yield Text("改为文本", "stored as text"), value.decode("latin-1")
        yield Text("清空", "emptied"), b""
    yield Text("置空值", "set to NULL"), None


def _other_numbers(value: int, moves: bool) -> Iterator[Variant]:
    yield Text("移到很后", "moved far up"), value + 10**9
    if not moves:
        yield Text("加一", "plus one"), value + 1
        yield Text("减一", "minus one"), value - 1
        yield Text("变号", "sign changed"), (-value or 7)
    yield Text("改为文本", "stored as text"), f"x{value}"


def _other_bytes(value: bytes) -> Iterator[tuple[Text, bytes]]:
    for what, members, substitutes in _CLASSES:
        places = [place for place, byte in enumerate(value) if byte in members]
        for place in sorted({places[0], places[len(places) // 2], places[-1]} if places else ()):
            changed = bytearray(value)
            changed[place] = substitutes[members.index(value[place])]
            yield Text(f"第 {place} 字节（{what.zh}）", f"byte {place} ({what.en})"), bytes(changed)
    middle = len(value) // 2
    yield Text("插入空格", "blank put in"), value[:middle] + b" " + value[middle:]
    yield Text("末尾加换行", "line feed at the end"), value + b"\n"
    yield Text("插入零字节", "NUL put in"), value[:middle] + b"\0" + value[middle:]
    yield (
        Text("插入非 ASCII 字节", "byte beyond ASCII put in"),
        value[:middle] + "é".encode() + value[middle:],
    )
    if value:
        yield Text("少一字节", "byte taken out"), value[:middle] + value[middle + 1 :]
        yield Text("截去后半", "second half cut off"), (value[:middle] if middle else b"?")
        yield Text("写两遍", "written twice"), value + value


def _sample(copy: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    """The first, middle and last row of each kind of row there is."""
    cursor = copy.execute(f"SELECT * FROM {table} ORDER BY {', '.join(TABLES[table])}")
    names = [column[0] for column in cursor.description]
    kinds: dict[Any, list[dict[str, Any]]] = {}
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        kinds.setdefault(row.get("kind"), []).append(row)
    return [rows[place] for rows in kinds.values() for place in sorted({0, len(rows) // 2, len(rows) - 1})]
