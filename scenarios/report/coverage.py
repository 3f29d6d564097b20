"""What of the papers is executable, on a page (escrow.programmes.coverage)."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from ledger.text import Lang, Text
from scenarios.report.document import Block, Document, Heading, Paragraph, Table

Plain = Mapping[str, Any]
_SUMMARY = Text("覆盖情况", "Coverage")
_SUMMARY_COLUMNS = Text("文件|条款|可执行|算例|通过", "paper|clauses|executable|examples|passed")
_COLUMNS = Text(
    "条|编号|可执行|方式|算例|不计算的部分", "article|id|executable|how|examples|what is not computed"
)
_ALL = Text("合计", "total")
_MARKS = {True: Text("是", "yes"), False: Text("否", "no")}
_CLOSING = Text("{done}/{all} 个条款可执行", "{done} of {all} clauses are executable")


def coverage_page(rows: Sequence[Plain], lang: Lang) -> Document:
    """A line for each paper, then each clause."""
    blocks: list[Block] = [Heading(_SUMMARY.say(lang), level=1), _summary(rows, lang)]
    blocks.append(Paragraph(closing(rows, lang)))
    for paper, clauses in groupby(rows, key=lambda row: row["paper"]):
        blocks += [Heading(paper), clause_table(list(clauses), lang)]
    return Document(tuple(blocks))


def closing(rows: Sequence[Plain], lang: Lang) -> str:
    """How many of how many."""
    return _CLOSING.say(lang).format(done=sum(row["executable"] for row in rows), all=len(rows))


def _summary(rows: Sequence[Plain], lang: Lang) -> Table:
    cells = [_sums(paper, list(part)) for paper, part in groupby(rows, key=lambda row: row["paper"])]
    total = _sums(_ALL.say(lang), rows)
    columns = tuple(_SUMMARY_COLUMNS.say(lang).split("|"))
    return Table(columns, (*cells, total), frozenset({1, 2, 3, 4}), total=True)


def _sums(name: str, rows: Sequence[Plain]) -> tuple[str, ...]:
    done = sum(row["executable"] for row in rows)
    return name, *(str(n) for n in (len(rows), done, _sum(rows, "examples"), _sum(rows, "passed")))


def _sum(rows: Sequence[Plain], key: str) -> int:
    return sum(row[key] for row in rows)


def clause_table(rows: Sequence[Plain], lang: Lang) -> Table:
    """The clauses of one paper."""
    cells = tuple(
        (
            row["article"],
            row["id"],
            _MARKS[row["executable"]].say(lang),
            ", ".join(row["how"]),
            f"{row['passed']}/{row['examples']}",
            row["not_computed"],
        )
        for row in rows
    )
    return Table(tuple(_COLUMNS.say(lang).split("|")), cells)
