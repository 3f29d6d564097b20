"""Two papers clause by clause on a page (escrow.programmes.diff)."""

from collections.abc import Mapping
from typing import Any

from ledger.text import Lang, Text
from scenarios.report.document import Block, Document, Heading, Paragraph
from scenarios.report.policy import table

Plain = Mapping[str, Any]
_TITLE = Text("{before} 与 {after}", "{before} and {after}")
_AMENDED = Text("{before}：修订前后", "{before}: before and after the amendment")
_SUPPOSED = Text("假设情形：修订后的不是原文。", "Hypothetical: what is amended is not the text.")
_COUNTS = Text(
    "对应条款 {pairs} 个，其中有变化 {changed} 个；只在前者 {gone} 个，只在后者 {come} 个。",
    "{pairs} clauses answer to each other, {changed} of them changed; {gone} only before, {come} only after.",
)
_SAME = Text("没有变化。", "Nothing changed.")
_COLUMNS = Text("部分|名称|原来|现在", "part|name|before|after")
_ONLY = Text("只在 {paper}", "Only in {paper}")
_ALONE = {
    "only_before": Text("修订后不再有", "Gone with the amendment"),
    "only_after": Text("修订新增", "Added by the amendment"),
}
_SHORT = Text("编号|条|类别|名称", "id|article|kind|title")


def diff_page(data: Plain, lang: Lang) -> Document:
    """Counts first, then each pair that changed, then what stands alone on either side."""
    before, after = (_named(data[side]) for side in ("before", "after"))
    changed, pairs = len(data["changed"]), len(data["changed"]) + len(data["unchanged"])
    gone, come = len(data["only_before"]), len(data["only_after"])
    counts = _COUNTS.say(lang).format(pairs=pairs, changed=changed, gone=gone, come=come)
    title = (_AMENDED if data["amended"] else _TITLE).say(lang).format(before=before, after=after)
    blocks: list[Block] = [
        Heading(title, level=1),
        *([Paragraph(_SUPPOSED.say(lang))] if data["amended"] else []),
        Paragraph(counts),
    ]
    if not changed + gone + come:
        blocks.append(Paragraph(_SAME.say(lang)))
    for pair in data["changed"]:
        ids = pair["after"] if pair["before"] == pair["after"] else f"{pair['before']} → {pair['after']}"
        blocks.append(Heading(f"{pair['title']} ({ids})"))
        blocks.append(table(pair["changes"], ("part", "name", "before", "after"), _COLUMNS, lang))
    for key, paper in (("only_before", before), ("only_after", after)):
        if data[key]:
            heading = _ALONE[key].say(lang) if data["amended"] else _ONLY.say(lang).format(paper=paper)
            blocks.append(Heading(heading))
            blocks.append(table(data[key], ("id", "article", "kind_means", "title"), _SHORT, lang))
    return Document(tuple(blocks))


def _named(side: Plain) -> str:
    return " ".join(part for part in (side["title"], side["number"]) if part)
