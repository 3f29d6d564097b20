"""Everything the catalogue holds can be described, in both languages, as plain data."""

import json

import pytest

from escrow.clauses import load_catalogue
from escrow.programmes import describe
from escrow.programmes.coverage import coverage
from escrow.programmes.lookup import NothingOfThatName, look_up
from escrow.programmes.words import KINDS, PAYERS, PAYS
from ledger.text import Lang

CATALOGUE = load_catalogue()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_paper_and_clause_is_plain_data(lang: Lang) -> None:
    for paper in CATALOGUE.papers.values():
        json.dumps(describe.paper(CATALOGUE, paper, lang))
    for clause in CATALOGUE.clauses.values():
        told = describe.clause(CATALOGUE, clause, lang)
        json.dumps(told)
        assert told["gist"], clause.id
        assert told["amount"] or told["outcomes"] or told["not_computed"], clause.id


def test_every_code_has_words() -> None:
    rows = [clause.row for clause in CATALOGUE.clauses.values()]
    assert {row.kind for row in rows} <= set(KINDS)
    assert {row.pays for row in rows} <= set(PAYS)
    assert {name for row in rows if row.pay for name in row.pay.payers} <= set(PAYERS)


def test_a_dated_parameter_shows_each_value_with_its_source() -> None:
    clause = CATALOGUE.clauses["xiaoshan-cost-share-30"]
    told = describe.parameter(clause.parameters["rate"], "en", clause=clause.id)
    assert told["values"] == [{"from": "2025-03-09", "value": "30%", "cite": "xiaoshan-cost-share-30"}]


def test_a_name_that_is_nothing_is_refused_with_what_comes_near() -> None:
    with pytest.raises(NothingOfThatName, match="hgx2024-17") as problem:
        look_up(lambda: CATALOGUE, "hgx2024-17", None, "en")
    assert "hgx2024-16" in problem.value.advise("en")


def test_the_scheme_needs_no_catalogue() -> None:
    def never() -> None:
        raise AssertionError

    assert look_up(never, "xiaoshan-anxinbao", None, "en")  # type: ignore[arg-type]


def test_a_clause_without_examples_does_not_count_as_executable() -> None:
    row = CATALOGUE.clauses["aimd-elig-entity"].row
    added = row.model_copy(update={"id": "aimd-untried", "examples": ()})
    plain = added.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    amended = CATALOGUE.amended({"changes": [{"add": plain, "paper": "aimd"}]})
    found = {each.clause.id: each.executable for each in coverage(amended, "aimd")}
    assert (found["aimd-elig-entity"], found["aimd-untried"]) == (True, False)
