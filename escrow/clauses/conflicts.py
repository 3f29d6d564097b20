"""Two clauses that pay for one matter: a conflict, unless a text says which goes first or that they add."""

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from escrow.clauses.clause import Clause
from escrow.clauses.problems import MissingFact, UnequalLists
from escrow.clauses.result import Evaluation
from escrow.clauses.schema import Paper

if TYPE_CHECKING:
    from escrow.clauses.catalogue import Catalogue


class Conflict(NamedTuple):
    """Two clauses of one matter that both pay, with what each would pay, and no text that ranks them."""

    matter: str
    one: str
    other: str
    one_fen: int
    other_fen: int


class Ranking(NamedTuple):
    """Why two clauses of one matter are no conflict: how they stand, and the clause that says so."""

    how: str
    first: str
    clause: str


def conflicts(catalogue: "Catalogue", facts: Mapping[str, Any], day: int) -> tuple[Conflict, ...]:
    """Every pair that both pays on these facts without a ranking; drafts pay nothing."""
    paying: dict[str, list[Evaluation]] = {}
    for clause in catalogue.clauses.values():
        result = _paid(catalogue, clause, facts, day)
        if result is not None:
            paying.setdefault(clause.matter, []).append(result)
    return tuple(
        Conflict(matter, one.clause.id, other.clause.id, one.amount_fen or 0, other.amount_fen or 0)
        for matter, results in sorted(paying.items())
        for one, other in combinations(results, 2)
        if one_place(catalogue, one.clause, other.clause)
        and ranking(catalogue, one.clause, other.clause, day) is None
    )


def _paid(catalogue: "Catalogue", clause: Clause, facts: Mapping[str, Any], day: int) -> Evaluation | None:
    row = clause.row
    if clause.draft or row.amount is None or row.pays in ("rule", "envelope") or row.yields != "money":
        return None
    try:
        result = catalogue.evaluate(clause.id, facts, day)
    except (MissingFact, UnequalLists):
        return None  # the facts do not speak of this clause
    return result if result.amount_fen else None


def one_place(catalogue: "Catalogue", a: Clause, b: Clause) -> bool:
    """Whether one applicant can meet both: papers of one place, or joined by a rule on stacking."""
    if a.paper.place == b.paper.place:
        return True
    both = {a.paper.id, b.paper.id}
    return any(both <= set(rule.across) for paper in catalogue.papers.values() for rule in paper.stacking)


def ranking(catalogue: "Catalogue", a: Clause, b: Clause, day: int) -> Ranking | None:
    """How the texts rank the two on that day; None when they do not."""
    return (
        _named(a, b) or _named(b, a) or _grouped(a, b) or _stacked(catalogue, a, b, day) or _papers(a, b, day)
    )


def _named(a: Clause, b: Clause) -> Ranking | None:
    if b.id in a.row.yields_to:
        return Ranking("yields_to", b.id, a.id)
    if b.id in a.row.adds_to:
        return Ranking("adds_to", "", a.id)
    return Ranking("replaces", a.id, a.id) if b.id in a.row.replaces else None


def _grouped(a: Clause, b: Clause) -> Ranking | None:
    one, other = a.row.stack, b.row.stack
    same = one is not None and other is not None and one.group == other.group
    return Ranking("stack", "", a.id) if same else None


def _stacked(catalogue: "Catalogue", a: Clause, b: Clause, day: int) -> Ranking | None:
    for paper in catalogue.papers.values():
        for rule in paper.stacking:
            started = rule.from_ is None or rule.from_.toordinal() <= day
            read = rule.holds(catalogue.clauses[rule.clause].readings)
            inside = {a.paper.id, b.paper.id} <= set(rule.across) and not {a.id, b.id} & set(rule.except_)
            if started and read and inside and paper.status == "in_force":
                return Ranking(rule.pick, "", rule.clause)
    return None


def _papers(a: Clause, b: Clause, day: int) -> Ranking | None:
    for over, under in ((a, b), (b, a)):
        clause = outranks(over.paper, under.paper.id, day)
        if clause is not None:
            return Ranking("ranks", over.id, clause)
    return None


def outranks(paper: Paper, other: str, day: int) -> str | None:
    """The clause that puts the paper over the other one on that day; None when none does."""
    for rank in paper.ranks:
        started = rank.from_ is None or rank.from_.toordinal() <= day
        if started and other in rank.over and paper.status == "in_force":
            return rank.clause
    return None
