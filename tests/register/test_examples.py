"""Every example kept from the register comes out right, as one case and as rows of a column."""

from collections import Counter

import pytest

from escrow.clauses import load_catalogue
from tests.register.examples import Example, stored
from tests.register.names import every_name
from tests.register.trial import failures

BY_CLAUSE: dict[str, list[Example]] = {}
for example in stored():
    BY_CLAUSE.setdefault(example.clause, []).append(example)


@pytest.mark.parametrize("clause", BY_CLAUSE)
def test_the_examples_of_the_clause_come_out(clause: str) -> None:
    found = list(failures(load_catalogue(), BY_CLAUSE[clause], every_name()))
    assert not found, "\n".join(map(str, found))


def test_every_clause_of_the_nine_papers_is_there() -> None:
    papers = Counter(clause.paper.id for clause in load_catalogue().clauses.values())
    assert (len(papers), sum(papers.values())) == (9, 283)
    assert set(BY_CLAUSE) == set(load_catalogue().clauses)


def test_an_input_nobody_mapped_is_named() -> None:
    strange = Example("binjiang2024-major-project", {"weather": "fine"}, 0)
    (failure,) = failures(load_catalogue(), [strange], every_name())
    assert "binjiang2024-major-project: input weather is not mapped; mapped are: " in failure.found
    assert ", proposed_yuan" in failure.found
