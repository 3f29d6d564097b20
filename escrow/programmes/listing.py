"""The papers and the scheme, and their clauses that a question picks out, as plain data for `policy list`."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from escrow.catalogue import describe
from escrow.catalogue.problems import UnknownName
from escrow.clauses import Catalogue, Clause
from escrow.clauses.display import article
from escrow.clauses.schema import Paper
from escrow.programmes.papers import clauses_of, paper_of
from escrow.programmes.state import STATES, State, clause_on, paper_on
from escrow.programmes.words import KINDS
from ledger.text import Lang, Text

Plain = dict[str, Any]


class Wanted(NamedTuple):
    """What to list; without any wish, the papers alone."""

    paper: str = ""
    kind: str = ""
    in_force: bool = False

    @property
    def clauses(self) -> bool:
        """Whether single clauses are asked for."""
        return bool(self.paper or self.kind or self.in_force)


class UnknownKind(UnknownName):
    """A kind of clause that does not exist."""

    message = Text("没有“{name}”这类条款", "there is no kind of clause called {name!r}")


def listing(catalogue: Catalogue, wanted: Wanted, day: date, lang: Lang) -> list[Plain]:
    """The scheme first, then one row a paper; with a wish, the clauses that fit under `matching`.

    Raises UnknownPaper.
    """
    if wanted.paper:
        paper_of(catalogue, wanted.paper)
    if wanted.kind and wanted.kind not in KINDS:
        raise UnknownKind(name=wanted.kind, known=tuple(KINDS))
    rows = [*_papers(catalogue, wanted, day, lang)]
    if wanted.clauses:
        return [row for row in rows if row["matching"]]
    return [*({"what": "scheme", **row} for row in describe.policies(lang)), *rows]


def _papers(catalogue: Catalogue, wanted: Wanted, day: date, lang: Lang) -> Iterator[Plain]:
    for paper in catalogue.papers.values():
        if not wanted.paper or paper.id == wanted.paper:
            own = clauses_of(catalogue, paper.id)
            row = _paper(paper, paper_on(catalogue, paper, day), len(own), lang)
            if wanted.clauses:
                row["matching"] = [*_clauses(catalogue, own, wanted, day, lang)]
            yield row


def _paper(paper: Paper, state: State, clauses: int, lang: Lang) -> Plain:
    return {
        "what": "paper",
        "id": paper.id,
        "title": paper.title.say(lang),
        "number": paper.number or "",
        "issuer": paper.issuer.say(lang),
        "from": paper.valid.from_.isoformat() if paper.valid.from_ else "none",
        "to": paper.valid.last.isoformat() if paper.valid.last else "none",
        "status": paper.status,
        "clauses": clauses,
        **_stated(state, lang),
    }


def _stated(state: State, lang: Lang) -> Plain:
    return {"state": state.code, "state_means": STATES[state.code].say(lang), "behind": list(state.behind)}


def _clauses(
    catalogue: Catalogue, clauses: list[Clause], wanted: Wanted, day: date, lang: Lang
) -> Iterator[Plain]:
    for clause in clauses:
        state = clause_on(catalogue, clause, day)
        if (not wanted.kind or clause.row.kind == wanted.kind) and (state.holds or not wanted.in_force):
            yield {
                "id": clause.id,
                "paper": clause.paper.id,
                "article": article(clause.row.article, lang),
                "kind": clause.row.kind,
                "kind_means": KINDS[clause.row.kind].say(lang),
                "pays": clause.row.pays,
                "matter": clause.matter,
                "title": clause.row.title.say(lang),
                **_stated(state, lang),
            }
