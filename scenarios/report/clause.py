"""One clause of the catalogue on a page: in words, then how it is computed (escrow.programmes.describe)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ledger.text import Lang, Text
from scenarios.report.document import Block, Heading, Paragraph, Table
from scenarios.report.plain_words import pool, stage, term
from scenarios.report.policy import table

Plain = Mapping[str, Any]
_LABELS = {
    "document": Text("文件", "document"),
    "article": Text("条", "article"),
    "kind_means": Text("类别", "kind"),
    "pays_means": Text("给付", "pays"),
    "matter_means": Text("事项", "matter"),
    "amount": Text("金额", "amount"),
}
_VALID = Text("期限", "in force")
_TABLES: tuple[tuple[str, Text, tuple[str, ...], Text], ...] = (
    ("conditions", Text("条件", "Conditions"), ("why", "test"), Text("条件|式", "condition|test")),
    ("steps", Text("计算步骤", "Steps"), ("means", "if", "why"),
     Text("做法|仅当|说明", "operation|only if|reason")),
    ("outcomes", Text("结论", "Outcomes"), ("code", "means", "when"),
     Text("编号|含义|当", "code|means|when")),
    ("parameters", Text("数字", "Numbers"), ("id", "value", "title"), Text("编号|值|名称", "id|value|title")),
    ("readings", Text("原文未定之处", "Where the text is open"), ("id", "default", "options", "title"),
     Text("编号|默认|选项|内容", "id|default|options|about")),
    ("facts", Text("需要的事实", "Facts it asks for"), ("id", "title", "unit", "certifier"),
     Text("编号|名称|写法|由谁认定", "id|title|written as|certified by")),
    ("limits", Text("额度", "Pools"), ("title", "cap", "per", "at", "short"),
     Text("额度|上限|范围|时点|不足时", "pool|cap|per|at|when short")),
    ("stages", Text("分期", "Stages"), ("event", "after_years", "share"),
     Text("事项|几年后|比例", "event|years later|share")),
)  # fmt: skip
_MORE = {
    "replaces": Text("取代", "replaces"),
    "yields_to": Text("让位于", "yields to"),
    "adds_to": Text("可叠加于", "adds to"),
    "open_points": Text("方案中的未定点", "open points of the scheme"),
    "not_computed": Text("不计算的部分", "what is not computed"),
}
_PAYERS = Text("出资", "who pays")


def clause_blocks(item: Plain, lang: Lang) -> Iterator[Block]:
    """The blocks of one clause."""
    yield Heading(f"{item['title']} ({item['id']})", level=1)
    yield Paragraph(item["gist"])
    yield Table(("", ""), tuple(_head(item, lang)))
    for key, heading, fields, columns in _TABLES:
        if item[key]:
            yield Heading(heading.say(lang))
            yield table([_flat(_told(key, row, lang)) for row in item[key]], fields, columns, lang)


def _head(item: Plain, lang: Lang) -> Iterator[tuple[str, str]]:
    for key, label in _LABELS.items():
        if item[key]:
            yield label.say(lang), str(item[key])
    yield _VALID.say(lang), term(item["valid"], lang)
    if item["payers"]:
        yield _PAYERS.say(lang), ", ".join(f"{name} {share}" for name, share in item["payers"].items())
    for key, label in _MORE.items():
        if item.get(key):
            yield label.say(lang), _joined(item[key])


def _told(key: str, row: Plain, lang: Lang) -> Plain:
    """A row with the codes that a table prints in words."""
    words = {"limits": pool, "stages": stage}
    return words[key](row, lang) if key in words else row


def _flat(row: Plain) -> Plain:
    return {key: _joined(value) for key, value in row.items()}


def _joined(value: str | Sequence[str]) -> str:
    return str(value) if isinstance(value, str | int) else ", ".join(value)
