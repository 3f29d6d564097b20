"""docs/facts.md and docs/coverage.md with their Chinese twins, written from the catalogue.

`python -m tests.docs.catalogue` writes them anew between their marks; the prose around them is kept.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from escrow.clauses import Catalogue, Fact, load_catalogue
from escrow.programmes import coverage
from ledger.text import Lang, Text
from scenarios.report.coverage import clause_table, closing, coverage_page
from scenarios.report.document import Table

ROOT = Path(__file__).parents[2]
PAGES: dict[tuple[str, Lang], Path] = {
    ("facts", "en"): ROOT / "docs/facts.md",
    ("facts", "zh"): ROOT / "docs/facts.zh-CN.md",
    ("coverage", "en"): ROOT / "docs/coverage.md",
    ("coverage", "zh"): ROOT / "docs/coverage.zh-CN.md",
}
TYPES = {
    "money": Text("金额（元）", "money (yuan)"),
    "usd": Text("美元", "US dollars"),
    "ratio": Text("比例", "ratio"),
    "number": Text("数", "number"),
    "date": Text("日期", "date"),
    "text": Text("文字", "text"),
    "bool": Text("是非", "yes or no"),
}
FORMS = {"one": Text("", ""), "list": Text("列表", "list"), "series": Text("逐年", "by year")}
HEAD = Text(
    "| 编号 | 中文 | 英文 | 类型 | 由谁认定 | 不写时 | 用于 |",
    "| id | Chinese | English | type | certified by | when not stated | used by |",
)
MATTER_HEAD = Text("| 编号 | 中文 | 英文 | 条款 |", "| id | Chinese | English | clauses |")
SHARED = Text("几份文件共用", "Shared by several papers")
ALONE = Text("只用于 {paper}", "Only {paper}")
UNUSED = Text("流程与导入所用", "For the workflow and imports")


def generated(page: str, lang: Lang) -> str:
    """What stands between the marks of a page."""
    return _facts(lang) if page == "facts" else _coverage(lang)


def with_generated(text: str, page: str, lang: Lang) -> str:
    """The page with its generated part replaced."""
    marks = f"<!-- {page} -->", f"<!-- /{page} -->"
    found = re.compile(re.escape(marks[0]) + ".*?" + re.escape(marks[1]), re.DOTALL)
    return found.sub(lambda _: f"{marks[0]}\n{generated(page, lang)}\n{marks[1]}", text)


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


@cache
def users() -> dict[str, Counter[str]]:
    """How many clauses of each paper ask for each fact."""
    found: dict[str, Counter[str]] = {name: Counter() for name in _catalogue().facts}
    for clause in _catalogue().clauses.values():
        for name in clause.facts_used:
            found[name][clause.paper.id] += 1
    return found


def _facts(lang: Lang) -> str:
    parts = [_matters(lang)]
    for title, names in _groups(lang):
        rows = [_fact(_catalogue().facts[name], lang) for name in names]
        parts.append("\n".join([f"## {title}\n", *_head(HEAD.say(lang)), *rows]))
    return "\n\n".join(parts)


def _groups(lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """Shared facts first, then what one paper alone asks for, then what no clause asks for."""
    found = users()
    yield SHARED.say(lang), [name for name in found if len(found[name]) > 1]
    for paper in _catalogue().papers:
        alone = [name for name in found if set(found[name]) == {paper}]
        if alone:
            yield ALONE.say(lang).format(paper=paper), alone
    rest = [name for name in found if not found[name]]
    if rest:
        yield UNUSED.say(lang), rest


def _fact(fact: Fact, lang: Lang) -> str:
    form = FORMS[fact.row.form].say(lang)
    kind = f"{TYPES[fact.kind.base].say(lang)}{f', {form}' if form else ''}"
    default = "" if fact.row.default is None else _plain(fact.row.default)
    used = ", ".join(f"{paper} ({count})" for paper, count in users()[fact.id].items())
    certifier = fact.certifier.say(lang)
    return row([f"`{fact.id}`", fact.title.zh, fact.title.en, kind, certifier, default, used])


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _matters(lang: Lang) -> str:
    asked = Counter(clause.matter for clause in _catalogue().clauses.values())
    rows = [row([f"`{name}`", *text, str(asked[name])]) for name, text in _catalogue().matters.items()]
    title = Text("事项", "Matters").say(lang)
    return "\n".join([f"## {title}\n", *_head(MATTER_HEAD.say(lang)), *rows])


def _coverage(lang: Lang) -> str:
    rows = [coverage.plain(each, lang) for each in coverage.coverage(_catalogue())]
    (summary,) = (block for block in coverage_page(rows, lang).blocks[:2] if isinstance(block, Table))
    parts = [*_table(summary), "", closing(rows, lang)]
    for paper in dict.fromkeys(each["paper"] for each in rows):
        listed = clause_table([each for each in rows if each["paper"] == paper], lang)
        parts += ["", f"## {paper}", "", *_table(listed)]
    return "\n".join(parts)


def _table(table: Table) -> list[str]:
    return [*_head(row(table.columns)), *(row(cells) for cells in table.rows)]


def _head(head: str) -> list[str]:
    return [head, "|" + " --- |" * (head.count("|") - 1)]


def row(cells: Iterable[str] | Sequence[str]) -> str:
    """A line of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    for (page, lang), path in PAGES.items():
        path.write_text(with_generated(path.read_text(encoding="utf-8"), page, lang), encoding="utf-8")
