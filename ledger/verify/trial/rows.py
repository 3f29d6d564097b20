"""Damage to whole rows: taken out, put in, swapped, cut off."""

import sqlite3
from collections.abc import Iterator

from ledger.text import Text
from ledger.verify.trial.damage import Act, Damage, every, sql

_COPY_RECORD = "INSERT INTO records SELECT ?, kind, id, digest, bytes FROM records WHERE seq = ?"
_COPY_LINE = (
    "INSERT INTO postings SELECT ?, ?, account, amount_fen, project, effective_on, recorded "
    "FROM postings WHERE seq = ? AND line = ?"
)
_DELETE_RECORD = "DELETE FROM records WHERE seq = ?"
_DELETE_LINE = "DELETE FROM postings WHERE seq = ? AND line = ?"


def damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    """Every way to change which rows there are."""
    last = int(copy.execute("SELECT MAX(seq) FROM records").fetchone()[0])
    finished = copy.execute("SELECT MIN(seq) FROM records WHERE kind = 'finished'").fetchone()[0]
    lines = copy.execute("SELECT seq, line FROM postings ORDER BY seq, line").fetchall()
    yield from _deletions(last)
    yield from _cuts(last, finished)
    yield from _additions(last)
    yield from _exchanges(last)
    if lines:
        yield from _of_index(lines, last)
    yield from _refused(last // 2)


def _deletions(last: int) -> Iterator[Damage]:
    for seq in sorted({0, 1, last // 2, last - 1}):
        yield Damage(Text(f"删除第 {seq} 条", f"record {seq} deleted"), seq, sql(_DELETE_RECORD, seq))
    middle = last // 2
    closing = [
        sql("UPDATE records SET seq = seq - 1 WHERE seq = ?", seq) for seq in range(middle + 1, last + 1)
    ]
    yield Damage(
        Text(f"删除第 {middle} 条并重新编号", f"record {middle} deleted and the rest renumbered"),
        middle,
        every(sql(_DELETE_RECORD, middle), *closing),
    )
    yield Damage(Text("删除全部记录", "all records deleted"), 0, sql("DELETE FROM records"))


def _cuts(last: int, finished: int | None) -> Iterator[Damage]:
    for seq in sorted({last, last // 2}):
        cut = _cut(seq)
        zh, en = f"从第 {seq} 条起截去", f"cut off from record {seq}"
        if finished is not None and seq <= finished:
            yield Damage(Text(zh, en), seq, cut)
        yield Damage(Text(f"{zh}，用链头核验", f"{en}, verified with the head"), seq, cut, by_head=True)


def _additions(last: int) -> Iterator[Damage]:
    for seq in (-1, last + 1):
        yield Damage(Text(f"插入第 {seq} 条", f"record {seq} put in"), seq, sql(_COPY_RECORD, seq, last // 2))


def _exchanges(last: int) -> Iterator[Damage]:
    for first, second in sorted({(0, 1), (last // 2, last // 2 + 1), (1, last)}):
        for columns in ("kind, id, digest, bytes", "bytes"):
            yield Damage(
                Text(
                    f"对调第 {first}、{second} 条的 {columns}",
                    f"{columns} of records {first}, {second} swapped",
                ),
                first,
                _swap(first, second, columns),
            )


def _of_index(lines: list[tuple[int, int]], last: int) -> Iterator[Damage]:
    yield Damage(Text("清空分录索引", "the index emptied"), lines[0][0], sql("DELETE FROM postings"))
    for seq, line in sorted({lines[0], lines[len(lines) // 2], lines[-1]}):
        at = f"{seq}.{line}"
        yield Damage(Text(f"删除索引行 {at}", f"index line {at} deleted"), seq, sql(_DELETE_LINE, seq, line))
        yield Damage(
            Text(f"索引行 {at} 旁多出一行", f"a line put in beside index line {at}"),
            seq,
            sql(_COPY_LINE, seq, 99, seq, line),
        )
        yield Damage(
            Text(f"索引行 {at} 抄到末尾之后", f"index line {at} copied beyond the end"),
            last + 1,
            sql(_COPY_LINE, last + 1, 0, seq, line),
        )


def _refused(seq: int) -> Iterator[Damage]:
    acts = (
        (Text("更新", "update"), "UPDATE {table} SET seq = seq WHERE seq >= ?"),
        (Text("删除", "delete"), "DELETE FROM {table} WHERE seq >= ?"),
        (Text("替换", "replace"), "INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE seq >= ?"),
    )
    for table in ("records", "postings"):
        for what, statement in acts:
            yield Damage(
                Text(f"不去触发器而{what.zh} {table}", f"{what.en} of {table}, triggers in place"),
                None,
                sql(statement.replace("{table}", table), seq),
                guarded=True,
            )


def _cut(seq: int) -> Act:
    def act(copy: sqlite3.Connection) -> None:
        for table in ("records", "postings"):
            copy.execute(f"DELETE FROM {table} WHERE seq >= ?", (seq,))

    return act


def _swap(first: int, second: int, columns: str) -> Act:
    marks = ", ".join("?" for _ in columns.split(","))

    def act(copy: sqlite3.Connection) -> None:
        rows = [
            copy.execute(f"SELECT {columns} FROM records WHERE seq = ?", (seq,)).fetchone()
            for seq in (second, first)
        ]
        for seq, row in zip((first, second), rows, strict=True):
            copy.execute(f"UPDATE records SET ({columns}) = ({marks}) WHERE seq = ?", (*row, seq))

    return act
