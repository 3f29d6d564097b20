"""`anxinbao ledger show`: the records, with date, amount and clause."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from cli import data, language, parts, screen
from cli.ledger.opened import opened
from ledger.money import yuan
from ledger.text import Text

_KINDS = ("header", "event", "entry", "refusal", "finished")
_TITLE = Text("账本 {place}", "Ledger {place}")
_COLUMNS = tuple(
    Text(*pair)
    for pair in (
        ("序号", "seq"),
        ("日期", "date"),
        ("记录", "record"),
        ("编号", "id"),
        ("金额（元）", "amount (yuan)"),
        ("条款", "clause"),
    )
)
_MORE = Text(
    "只显示了前 {count} 条；--limit 0 显示全部，--from 指定起点",
    "the first {count} only; --limit 0 shows all, --from starts later",
)


@click.command(
    "show", cls=parts.Command, says=Text("列出账本记录", "The records: entries with date, amount and clause.")
)
@parts.ledger_argument
@parts.option("--project", metavar="PROJECT", says=Text("只看此项目", "only this project"))
@parts.option("--kind", type=click.Choice(_KINDS), says=Text("只看此类记录", "only records of this kind"))
@parts.option(
    "--from",
    "start",
    type=click.IntRange(0),
    default=0,
    metavar="SEQ",
    says=Text("从此序号起", "from this sequence number on"),
)
@parts.option(
    "--limit",
    type=click.IntRange(0),
    default=200,
    metavar="N",
    says=Text("最多几条，0 为全部", "at most N records, 0 for all"),
)
@parts.as_json
@parts.lang
def show(ledger: str, project: str | None, kind: str | None, start: int, limit: int, as_json: bool) -> None:
    """Streams; the finishing totals come with the finished record."""
    with opened(ledger) as store:
        rows = (row for row in _rows(store, start) if _wanted(row, project, kind))
        listed = list(islice(rows, limit + 1)) if limit else list(rows)
        head = store.head()
        place = store.place
    more = bool(limit) and len(listed) > limit
    listed = listed[:limit] if limit else listed
    if as_json:
        screen.put_json({"place": place, "head": str(head), "more": more, "records": listed})
        return
    title = Text(_TITLE.zh.format(place=place), _TITLE.en.format(place=place))
    data.show(title, _COLUMNS, [_line(row) for row in listed], right=(0, 4))
    if more:
        screen.warn(language.say(_MORE).format(count=limit))


def _rows(store: Any, start: int) -> Iterator[dict[str, Any]]:
    from escrow.explain.entry import amount_of
    from escrow.explain.records import record_of

    for stored in store.records(start):
        record = record_of(stored)
        basis = record.fields.get("basis", {})
        yield {
            "seq": record.seq,
            "kind": record.kind,
            "on": record.on,
            "id": record.id,
            "type": record.type,
            "event": record.fields.get("event", ""),
            "projects": sorted(record.projects),
            "amount_fen": amount_of(record) if record.kind == "entry" else 0,
            "clause": basis.get("clause", ""),
            "article": basis.get("article", ""),
            "reason": record.fields.get("reason", ""),
        }


def _wanted(row: dict[str, Any], project: str | None, kind: str | None) -> bool:
    return (kind is None or row["kind"] == kind) and (project is None or project in row["projects"])


def _line(row: dict[str, Any]) -> tuple[str, ...]:
    from scenarios.report.explanation import event_label

    what = event_label(row["type"], language.of_reports()) if row["type"] else row["reason"] or row["kind"]
    amount = yuan(row["amount_fen"]) if row["kind"] == "entry" else ""
    return str(row["seq"]), row["on"], what, row["id"], amount, f"{row['article']} {row['clause']}".strip()
