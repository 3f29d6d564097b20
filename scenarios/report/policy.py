"""A policy on a page, from its plain description (escrow.catalogue.describe)."""

from collections.abc import Mapping, Sequence
from typing import Any

from ledger.text import Lang, Text
from scenarios.report.document import Block, Document, Heading, Paragraph, Table
from scenarios.report.plain_words import UNITS, said

Plain = Mapping[str, Any]
_CLAUSES = Text("条款", "Clauses")
_CLAUSE_COLUMNS = Text("条|编号|内容", "article|id|what it says")
_PARAMETERS = Text("参数", "Parameters")
_PARAMETER_COLUMNS = Text("编号|值|质量|名称", "id|value|quality|title")
_POINTS = Text(
    "文本未定之处（读法、参数、事实）", "Points the text leaves open (readings, parameters, facts)"
)
_POINT_COLUMNS = Text("序|编号|默认|内容", "n|id|default|about")
_PRESETS = Text("读法预设", "Presets of readings")
_PRESET_COLUMNS = Text("编号|选项|含义", "id|answer|means")
_DEFAULTS = Text("全部采用默认读法。", "every default as it stands.")
_LABELS = {
    "title": Text("名称", "title"),
    "document": Text("文件", "document"),
    "article": Text("条", "article"),
    "clause": Text("条款", "clause"),
    "gist": Text("内容", "gist"),
    "unit": Text("单位", "unit"),
    "default": Text("默认", "default"),
    "why": Text("理由", "why"),
    "means": Text("含义", "means"),
    "otherwise": Text("其他", "otherwise"),
    "where": Text("写在何处", "where to state it"),
    "quality_means": Text("来源质量", "quality"),
    "source": Text("来源", "source"),
    "not_below": Text("不低于", "not below"),
    "kind": Text("类别", "kind"),
}
_TABLES = {
    "values": (("from", "value", "cite"), Text("自|值|依据", "from|value|cited")),
    "options": (
        ("id", "means", "why_not"),
        Text("选项|含义|不能使用的原因", "option|means|why it cannot work"),
    ),
    "parameters": (("id", "value"), Text("参数|值", "parameter|value")),
    "columns": (("id", "unit", "title"), Text("列|单位|名称", "column|unit|title")),
    "answers": (("id", "answer", "means"), _PRESET_COLUMNS),
}


def overview_page(data: Plain, lang: Lang) -> Document:
    """The whole policy in short rows."""
    blocks: list[Block] = [Heading(str(data["title"]), level=1)]
    blocks += [Paragraph(f"{each['title']} ({each['issuer']})") for each in data["documents"]]
    parts = (
        (_CLAUSES, "clauses", ("article", "id", "title"), _CLAUSE_COLUMNS),
        (_PARAMETERS, "parameters", ("id", "value", "quality", "title"), _PARAMETER_COLUMNS),
        (_POINTS, "open_points", ("n", "id", "default", "title"), _POINT_COLUMNS),
    )
    for title, key, fields, columns in parts:
        blocks += [Heading(title.say(lang)), table(data[key], fields, columns, lang)]
    for preset in data["presets"]:
        blocks += _preset(preset, lang)
    return Document(tuple(blocks))


def preset_page(data: Plain, lang: Lang) -> Document:
    """The answers of one preset, then every reading as it resolves them."""
    rows = tuple(sorted((name, option) for name, option in data["readings"].items()))
    columns = tuple(_PRESET_COLUMNS.say(lang).split("|")[:2])
    return Document((*_preset(data, lang), Heading(_POINTS.say(lang)), Table(columns, rows)))


def _preset(data: Plain, lang: Lang) -> list[Block]:
    heading = Heading(f"{_PRESETS.say(lang)}: {data['id']}")
    if not data["answers"]:
        return [heading, Paragraph(_DEFAULTS.say(lang))]
    return [heading, table(data["answers"], ("id", "answer", "means"), _PRESET_COLUMNS, lang)]


def items_page(items: Sequence[Plain], lang: Lang) -> Document:
    """Everything of one name: clause, open point, parameter or preset."""
    blocks: list[Block] = []
    for item in items:
        blocks.append(Heading(str(item["id"]), level=1))
        told = {**item, "unit": said(UNITS, item["unit"], lang)} if "unit" in item else item
        facts = tuple((label.say(lang), str(told[key])) for key, label in _LABELS.items() if told.get(key))
        blocks.append(Table(("", ""), facts))
        for key, (fields, columns) in _TABLES.items():
            if item.get(key) and not isinstance(item[key], dict):
                blocks.append(table(item[key], fields, columns, lang))
        if item.get("presets"):
            rows = tuple((name, str(answer)) for name, answer in item["presets"].items())
            blocks += [Heading(_PRESETS.say(lang)), Table(("", ""), rows)]
    return Document(tuple(blocks))


def table(
    rows: Sequence[Plain],
    fields: Sequence[str],
    columns: Text,
    lang: Lang,
    right: set[int] | None = None,
) -> Table:
    """Rows of plain data under their columns; a column without any content is left out."""
    names = columns.say(lang).split("|")
    kept = [place for place, field in enumerate(fields) if any(str(row[field]) for row in rows)]
    cells = tuple(tuple(str(row[fields[place]]) for place in kept) for row in rows)
    return Table(tuple(names[place] for place in kept), cells, frozenset(right or ()))
