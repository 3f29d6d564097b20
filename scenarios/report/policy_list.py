"""The papers and, where they are asked for, their clauses on a page (escrow.programmes.listing)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ledger.text import Lang, Text
from scenarios.report.document import Block, Document, Heading, Paragraph
from scenarios.report.plain_words import day_or_blank
from scenarios.report.policy import table

Plain = Mapping[str, Any]
_SCHEMES = Text("可模拟的方案", "Schemes that can be simulated")
_SCHEME_COLUMNS = Text("编号|名称|自|至|条款|参数|未定点", "id|title|from|to|clauses|parameters|open points")
_PAPERS = Text("政策文件（{on}）", "Papers on {on}")
_PAPER_COLUMNS = Text("编号|文号|名称|自|至|条款|状态|让位于", "id|number|title|from|to|clauses|state|behind")
_CLAUSE_COLUMNS = Text(
    "编号|条|类别|名称|状态|让位于", "id|article|kind|title|state|behind"
)  # fmt: skip
_NOTHING = Text("没有符合条件的条款。", "No clause fits.")
_BEHIND = Text("与 {papers} 不一致的，以后者为准。", "Where it differs from {papers}, the latter prevails.")


def listing_page(rows: Sequence[Plain], day: date, lang: Lang) -> Document:
    """Schemes and papers; papers with matching clauses one by one."""
    if any("matching" in row for row in rows):
        return Document(tuple(block for row in rows for block in _matching(row, lang)))
    if not rows:
        return Document((Paragraph(_NOTHING.say(lang)),))
    schemes = [row for row in rows if row["what"] == "scheme"]
    papers = [_shown(row) for row in rows if row["what"] == "paper"]
    fields = ("id", "title", "from", "to", "clauses", "parameters", "open_points")
    keys = ("id", "number", "title", "from", "to", "clauses", "state_means", "behind")
    return Document(
        (
            Heading(_SCHEMES.say(lang)),
            table(schemes, fields, _SCHEME_COLUMNS, lang, right={4, 5, 6}),
            Heading(_PAPERS.say(lang).format(on=day)),
            table(papers, keys, _PAPER_COLUMNS, lang),
        )
    )


def _shown(row: Plain) -> Plain:
    """A row as a table takes it; an end that is open is left blank."""
    ends = {key: day_or_blank(row[key]) for key in ("from", "to") if key in row}
    return {**row, **ends, "behind": ", ".join(row["behind"])}


def _matching(row: Plain, lang: Lang) -> list[Block]:
    title = " ".join(part for part in (row["title"], row["number"]) if part)
    blocks: list[Block] = [Heading(f"{title} ({row['id']}, {row['state_means']})")]
    if row["behind"]:
        blocks.append(Paragraph(_BEHIND.say(lang).format(papers=", ".join(row["behind"]))))
    keys = ("id", "article", "kind_means", "title", "state_means", "behind")
    return [*blocks, table([_shown(each) for each in row["matching"]], keys, _CLAUSE_COLUMNS, lang)]
