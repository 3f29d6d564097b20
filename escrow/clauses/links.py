"""What clauses and papers say of each other: every id named must exist somewhere in the catalogue."""

from collections.abc import Iterable, Iterator

from escrow.catalogue.problems import BadCatalogue
from escrow.clauses.build import Path
from escrow.clauses.catalogue import Catalogue
from escrow.clauses.files import File
from escrow.clauses.loading import unknown
from escrow.clauses.schema import ClauseRow, Paper
from ledger.text import Text

CIRCULAR = ("yields_to", "replaces")
_CIRCLE = (
    Text("条款绕回自身", "the clause comes back to itself"),
    Text("去掉其中一处", "leave one of the links out"),
)


def link_faults(catalogue: Catalogue, files: Iterable[File]) -> list[BadCatalogue]:
    """Every reference to a clause or paper that is not there."""
    by_paper = {str(file.content.get("id")): file for file in files}
    faults = []
    for paper in catalogue.papers.values():
        file = by_paper[paper.id]
        for path, name in _paper_links(paper):
            if name not in catalogue.clauses and name not in catalogue.papers:
                faults.append(file.fault(path, *unknown(name, [*catalogue.clauses, *catalogue.papers])))
        for path, name, known in _rule_readings(catalogue, paper):
            if name not in known:
                faults.append(file.fault(path, *unknown(name, known)))
        for at, raw in enumerate(file.content.get("clauses", ())):
            clause = catalogue.clauses.get(str(raw.get("id")))
            for key in CIRCULAR if clause else ():
                if clause and in_circle(catalogue, clause.id, key):
                    faults.append(file.fault(("clauses", at, key), *_CIRCLE))
            for path, name in _clause_links(clause.row) if clause else ():
                if name not in catalogue.clauses:
                    faults.append(file.fault(("clauses", at, *path), *unknown(name, catalogue.clauses)))
    return faults


def in_circle(catalogue: Catalogue, clause: str, key: str) -> bool:
    """Whether a clause comes back to itself by one kind of link."""
    met: set[str] = set()
    ahead = [clause]
    while ahead:
        found = catalogue.clauses.get(ahead.pop())
        for name in getattr(found.row, key) if found else ():
            if name == clause:
                return True
            if name not in met:
                met.add(name)
                ahead.append(name)
    return False


def _paper_links(paper: Paper) -> Iterator[tuple[Path, str]]:
    if paper.valid.clause:
        yield ("valid", "clause"), paper.valid.clause
    for at, rank in enumerate(paper.ranks):
        yield ("ranks", at, "clause"), rank.clause
        for place, name in enumerate(rank.over):
            yield ("ranks", at, "over", place), name
    for at, rule in enumerate(paper.stacking):
        yield ("stacking", at, "clause"), rule.clause
        for place, name in enumerate(rule.across):
            yield ("stacking", at, "across", place), name
        for place, name in enumerate(rule.except_):
            yield ("stacking", at, "except", place), name


def _rule_readings(catalogue: Catalogue, paper: Paper) -> Iterator[tuple[Path, str, list[str]]]:
    """The readings and options that rules of the paper name, with those that the rule's clause has."""
    for at, rule in enumerate(paper.stacking):
        clause = catalogue.clauses.get(rule.clause)
        rows = clause.row.readings if clause else {}
        for name, option in rule.when.items():
            yield ("stacking", at, "when", name), name, list(rows)
            if name in rows:
                yield ("stacking", at, "when", name), option, list(rows[name].options)


def _clause_links(row: ClauseRow) -> Iterator[tuple[Path, str]]:
    for key in ("replaces", "yields_to", "adds_to"):
        for at, name in enumerate(getattr(row, key)):
            yield (key, at), name
    for at, name in enumerate(row.envelope.funds if row.envelope else ()):
        yield ("envelope", "funds", at), name
    if row.envelope and row.envelope.within:
        yield ("envelope", "within"), row.envelope.within
    for place, guard in enumerate(row.when):
        if guard.cite:
            yield ("when", place, "cite"), guard.cite
    for place, step in enumerate(row.steps):
        if step.cite:
            yield ("steps", place, "cite"), step.cite
