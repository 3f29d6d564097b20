"""What `policy show` found on a page: a scheme, a paper, clauses, parameters, readings, facts."""

from collections.abc import Mapping
from typing import Any

from ledger.text import Lang, Text
from scenarios.report.clause import clause_blocks
from scenarios.report.document import Block, Document, Heading, Table
from scenarios.report.plain_words import PICKS, STATUSES, day_or_blank, per, said
from scenarios.report.policy import items_page, overview_page, preset_page, table

Plain = Mapping[str, Any]
_CLAUSES = Text("条款", "Clauses")
_CLAUSE_COLUMNS = Text("编号|条|类别|名称", "id|article|kind|title")
_RANKS = Text("优先于其他文件", "Put over other papers")
_RANK_COLUMNS = Text("条款|优先于|自|含义", "clause|over|from|means")
_STACKING = Text("不重复享受", "Rules against paying twice")
_STACKING_COLUMNS = Text("条款|取法|范围|涉及文件|自", "clause|pick|per|across|from")
_HEAD = {
    "number": Text("文号", "number"),
    "issuer": Text("发文单位", "issuer"),
    "issued": Text("印发日", "issued"),
    "from": Text("自", "from"),
    "to": Text("至", "to"),
    "status": Text("状态", "status"),
}


def page_of(data: Any, lang: Lang) -> Document:
    """The page that fits what was found."""
    if isinstance(data, list):
        return _items(data, lang)
    if data.get("what") == "preset":
        return preset_page(data, lang)
    return _paper(data, lang) if data.get("what") == "paper" else overview_page(data, lang)


def _items(items: list[Plain], lang: Lang) -> Document:
    blocks: list[Block] = []
    for item in items:
        # A clause of the catalogue says how it is computed; one of a scheme is described as other items are.
        told = clause_blocks(item, lang) if "conditions" in item else items_page([item], lang).blocks
        blocks += told
    return Document(tuple(blocks))


def _paper(data: Plain, lang: Lang) -> Document:
    told = _told(data, lang)
    facts = tuple((label.say(lang), str(told[key])) for key, label in _HEAD.items() if told[key])
    blocks: list[Block] = [Heading(f"{data['title']} ({data['id']})", level=1), Table(("", ""), facts)]
    for heading, key, fields, columns in (
        (_RANKS, "ranks", ("clause", "over", "from", "means"), _RANK_COLUMNS),
        (_STACKING, "stacking", ("clause", "pick", "per", "across", "from"), _STACKING_COLUMNS),
        (_CLAUSES, "clauses", ("id", "article", "kind", "title"), _CLAUSE_COLUMNS),
    ):
        if data[key]:
            blocks += [Heading(heading.say(lang)), table(told[key], fields, columns, lang)]
    return Document(tuple(blocks))


def _told(data: Plain, lang: Lang) -> Plain:
    """A paper with its codes in words and open ends left out."""
    ends = {key: day_or_blank(data[key]) for key in ("from", "to")}
    rules = [
        {**each, "pick": said(PICKS, each["pick"], lang), "per": per(each["per"], lang)}
        for each in data["stacking"]
    ]
    return {**data, **ends, "status": said(STATUSES, data["status"], lang), "stacking": rules}
