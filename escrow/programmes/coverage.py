"""Which clauses can be executed, how, and how many of their worked examples come out."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from escrow.clauses import Catalogue, Clause
from escrow.clauses.display import article
from escrow.clauses.examples import failures
from escrow.clauses.schema import ClauseRow, TableRow
from ledger.problem import Problem
from ledger.text import Lang, Text

Plain = dict[str, Any]

WAYS = {
    "amount": Text("金额", "amount"),
    "number": Text("数值", "number"),
    "table": Text("分档", "tiers"),
    "bands": Text("分段", "bands"),
    "gate": Text("门槛", "gate"),
    "words": Text("结论", "outcome in words"),
    "stack": Text("不重复", "non-cumulation"),
    "select": Text("择优", "selection"),
    "limits": Text("额度", "pool"),
    "envelope": Text("预算", "envelope"),
    "stages": Text("分期", "stages"),
    "recheck": Text("复核", "yearly re-check"),
    "readings": Text("读法", "readings"),
}


class Covered(NamedTuple):
    """One clause: the constructs it uses, its examples tried and passed."""

    clause: Clause
    ways: tuple[str, ...]
    passed: int
    examples: int

    @property
    def executable(self) -> bool:
        """It has a result, and every worked example comes out."""
        return bool(self.ways) and 0 < self.examples == self.passed


def coverage(catalogue: Catalogue, paper: str = "") -> Iterator[Covered]:
    """Every clause (of one paper) in the order of the catalogue; its examples are run."""
    for clause in catalogue.clauses.values():
        if paper in ("", clause.paper.id):
            results = [_passes(catalogue, clause, example) for example in clause.row.examples]
            yield Covered(clause, tuple(_ways(clause.row)), sum(results), len(results))


def _passes(catalogue: Catalogue, clause: Clause, example: Any) -> bool:
    try:
        return not any(True for _ in failures(catalogue, clause, example))
    except Problem:
        return False


def _ways(row: ClauseRow) -> Iterator[str]:
    if isinstance(row.amount, TableRow):
        yield "bands" if row.amount.bands else "table"
    elif row.amount is not None:
        yield "amount" if row.yields == "money" else "number"
    elif row.outcomes:
        yield "gate" if row.when else "words"
    for way in ("stack", "select", "limits", "envelope"):
        if getattr(row, way):
            yield way
    if row.pay and row.pay.stages:
        yield "stages"
    if row.pay and row.pay.recheck:
        yield "recheck"
    if row.readings:
        yield "readings"


def plain(covered: Covered, lang: Lang) -> Plain:
    """One row of the page, for a table or JSON."""
    row = covered.clause.row
    return {
        "paper": covered.clause.paper.id,
        "id": row.id,
        "article": article(row.article, lang),
        "title": row.title.say(lang),
        "executable": covered.executable,
        "how": [WAYS[way].say(lang) for way in covered.ways],
        "passed": covered.passed,
        "examples": covered.examples,
        "not_computed": row.not_computed.say(lang) if row.not_computed else "",
    }
