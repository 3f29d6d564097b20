"""A paper by its id, and its clauses."""

from escrow.clauses import Catalogue, Clause
from escrow.clauses.problems import UnknownPaper
from escrow.clauses.schema import Paper


def paper_of(catalogue: Catalogue, name: str) -> Paper:
    """The paper of that id; UnknownPaper with what comes near."""
    found = catalogue.papers.get(name)
    if found is None:
        raise UnknownPaper(name=name, known=tuple(catalogue.papers))
    return found


def clauses_of(catalogue: Catalogue, paper: str) -> list[Clause]:
    """The clauses of a paper in its order."""
    return [clause for clause in catalogue.clauses.values() if clause.paper.id == paper]
