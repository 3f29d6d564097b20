"""Whether a paper or a clause holds on a day, and which paper goes before it."""

from datetime import date
from typing import Literal, NamedTuple

from escrow.clauses import Catalogue, Clause
from escrow.clauses.schema import Paper
from ledger.text import Text

Code = Literal["in_force", "runs_on", "draft", "past_draft", "not_yet", "expired"]

STATES: dict[str, Text] = {
    "in_force": Text("有效", "in force"),
    "runs_on": Text("已到期，在途的续办", "paper expired, runs on for what had begun"),
    "draft": Text("草案", "draft"),
    "past_draft": Text("草案，所拟期限已过", "draft, its term is past"),
    "not_yet": Text("尚未施行", "not yet in force"),
    "expired": Text("已失效", "expired"),
}


class State(NamedTuple):
    """How it stands on a day; `behind` are the papers (or their clauses) that prevail where they differ."""

    code: Code
    behind: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether its term covers the day; a draft's does too."""
        return self.code in ("in_force", "runs_on", "draft")


def paper_on(catalogue: Catalogue, paper: Paper, day: date) -> State:
    """The state of a paper, behind every paper in force that is put over it by that day."""
    code = _code(paper.term, day, paper.status)
    behind = [
        other.id
        for other in catalogue.papers.values()
        for rank in other.ranks
        if paper.id in rank.over
        and (rank.from_ or date.min) <= day
        and _code(other.term, day, other.status) == "in_force"
    ]
    return State(code, tuple(dict.fromkeys(behind)) if code in ("in_force", "draft") else ())


def clause_on(catalogue: Catalogue, clause: Clause, day: date) -> State:
    """The state of a clause, behind the clauses of prevailing papers on the same matter.

    A clause whose own term outlives its paper's runs on for what had begun.
    """
    code = _code(clause.term, day, clause.paper.status)
    if code == "in_force" and _code(clause.paper.term, day, "") == "expired":
        return State("runs_on")
    if code not in ("in_force", "draft") or clause.matter == "rule":
        return State(code)
    prevailing = paper_on(catalogue, catalogue.papers[clause.paper.id], day).behind
    behind = [
        other.id
        for other in catalogue.clauses.values()
        if other.paper.id in prevailing
        and other.matter == clause.matter
        and _code(other.term, day, other.paper.status) == "in_force"
    ]
    return State(code, tuple(behind))


def _code(span: tuple[int, int], day: date, status: str) -> Code:
    first, last = span
    if day.toordinal() < first:
        return "not_yet"
    if day.toordinal() > last:
        return "past_draft" if status == "draft" else "expired"
    return "draft" if status == "draft" else "in_force"
