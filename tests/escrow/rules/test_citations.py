"""The rules cite what the catalogue says, clause by clause."""

from escrow.catalogue import load_policy
from escrow.rules.citation import ARTICLES, DOCUMENT


def test_every_citation_is_the_catalogues() -> None:
    clauses = load_policy("xiaoshan-anxinbao").clauses
    assert {clause.id: (clause.document, clause.article) for clause in clauses.values()} == {
        clause: (DOCUMENT, article) for clause, article in ARTICLES.items()
    }
