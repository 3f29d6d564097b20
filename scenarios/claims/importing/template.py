"""A table to begin with: headers in Chinese or English, two example rows, and what every column means."""

import csv
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from escrow.clauses.facts import Fact
from ledger.problem import Problem
from ledger.text import Lang, Text
from scenarios.claims.importing.headers import KEYS
from scenarios.claims.importing.sheets import EXCEL, needed

_PLACES = ("id", "enterprise", "clause", "applied_on", "object")
_FACTS = ("decided_rate", "decided_amount", "higher_level_received")
_WAN = Text("（万元）", " (万元)")
_LAST = Text("（上年）", "[-1]")
_RD = "rd_spend"
_ROWS: tuple[dict[str, Any], ...] = (
    {
        "id": "C1",
        "enterprise": "E1",
        "clause": "binjiang2024-rd-sme-increment",
        "applied_on": date(2024, 6, 10),
        "decided_rate": "5%",
        "before": 1000,
        "now": 3000,
    },
    {
        "id": "C2",
        "enterprise": "E2",
        "clause": "binjiang2024-national-task-match",
        "applied_on": date(2024, 7, 1),
        "object": "课题A",
        "amount": 1600,
        "arrives_on": date(2024, 8, 1),
    },
)
_FIRMS: tuple[dict[str, Any], ...] = (
    {"id": "E1", "tech_sme": "是", "within_sme_size": "是"},
    {"id": "E2", "national_or_provincial_task": "是"},
)
_SHEETS = {
    "claims": Text("申报", "claims"),
    "enterprises": Text("企业", "enterprises"),
    "notes": Text("说明", "notes"),
}
_NOTES = (Text("表头", "header"), Text("英文键", "key"), Text("内容", "holds"))
_KINDS = {
    "money": Text("金额，元；表头加（万元）则按万元", "money in yuan, or in the unit the header names"),
    "usd": Text("美元", "US dollars"),
    "ratio": Text("比例，如 5%", "a ratio such as 5%"),
    "number": Text("数", "a number"),
    "date": Text("日期", "a day"),
    "bool": Text("是/否", "是/否 or true/false"),
    "text": Text("文字", "text"),
}
_MANY = Text("；多项用分号隔开", "; several separated by semicolons")


class TemplateExists(Problem):
    """A file is never overwritten."""

    message = Text("{file} 已存在，不会覆盖", "{file} is already there and is not overwritten")
    advice = Text("换一个文件名", "choose another name")


def template(path: str | os.PathLike[str], facts: Mapping[str, Fact], lang: Lang = "zh") -> None:
    """Write a template to a new .xlsx or .csv file; TemplateExists, NoExcel."""
    file = Path(path)
    if file.exists():
        raise TemplateExists(file=file)
    if file.suffix.lower() in EXCEL:
        _write_excel(file, facts, lang)
    else:
        _write_csv(file, facts, lang)


def _claims(facts: Mapping[str, Fact], lang: Lang) -> list[list[Any]]:
    named = {_path(key.path): _title(key.path, key.titles, lang) for key in KEYS}
    title = facts[_RD].title.say(lang)
    header = {name: named[name] for name in _PLACES}
    header["decided_rate"] = facts["decided_rate"].title.say(lang)
    header["before"] = f"{title}{_LAST.say(lang)}{_WAN.say(lang)}"
    header["now"] = f"{title}{_WAN.say(lang)}"
    header["amount"] = f"{named['upper_level.amount']}{_WAN.say(lang)}"
    header["arrives_on"] = named["upper_level.arrives_on"]
    return [list(header.values()), *([row.get(name) for name in header] for row in _ROWS)]


def _firms(facts: Mapping[str, Fact], lang: Lang) -> list[list[Any]]:
    names = ["id", *dict.fromkeys(name for row in _FIRMS for name in row if name in facts)]
    header = [_title(("id",), KEYS[0].titles, lang), *(facts[name].title.say(lang) for name in names[1:])]
    return [header, *([row.get(name) for name in names] for row in _FIRMS)]


def _notes(facts: Mapping[str, Fact], lang: Lang) -> list[list[Any]]:
    rows = [[note.say(lang) for note in _NOTES]]
    rows += [
        [_title(key.path, key.titles, lang), _path(key.path), _holds(key.kind, key.many, lang)]
        for key in KEYS
    ]
    rows += [
        [fact.title.say(lang), id, _holds(fact.kind.base, fact.listed, lang)] for id, fact in facts.items()
    ]
    return rows


def _path(path: tuple[str, ...]) -> str:
    return ".".join(path)


def _title(path: tuple[str, ...], titles: tuple[str, ...], lang: Lang) -> str:
    return titles[0] if lang == "zh" else _path(path)


def _holds(kind: str, many: bool, lang: Lang) -> str:
    return _KINDS[kind].say(lang) + (_MANY.say(lang) if many else "")


def _write_csv(file: Path, facts: Mapping[str, Fact], lang: Lang) -> None:
    # The mark at the front is what makes Excel read UTF-8.
    with file.open("x", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        for row in _claims(facts, lang):
            writer.writerow(["" if cell is None else cell for cell in row])


def _write_excel(file: Path, facts: Mapping[str, Fact], lang: Lang) -> None:
    book = needed(file).Workbook()
    book.remove(book.active)
    parts = {"claims": _claims, "enterprises": _firms, "notes": _notes}
    for name, rows_of in parts.items():
        sheet = book.create_sheet(_SHEETS[name].say(lang))
        rows = rows_of(facts, lang)
        for row in rows:
            sheet.append(row)
        sheet.freeze_panes = "A2"
        for place in range(len(rows[0])):
            sheet.column_dimensions[sheet.cell(1, place + 1).column_letter].width = 24
    book.save(file)
