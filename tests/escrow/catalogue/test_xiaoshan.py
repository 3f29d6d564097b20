"""The Xiaoshan catalogue against the register's tables."""

from fractions import Fraction

import pytest

from escrow.catalogue import OpenPoint, Reading, load_policy
from escrow.readings import CHOICES, DERIVED
from escrow.rules.citation import ARTICLES
from escrow.terms import terms_of
from tests.escrow.catalogue.expected import CLAUSES, FACTS, NUMBERS, POINTS, PRESETS

POLICY = load_policy()


def test_all_38_clauses_are_there() -> None:
    assert tuple(POLICY.clauses) == tuple(f"xiaoshan-{name}" for name in CLAUSES)
    assert len(POLICY.clauses) == 38


def test_every_clause_is_cited_and_said_in_both_languages() -> None:
    for clause in POLICY.clauses.values():
        assert clause.document in POLICY.documents
        assert clause.article
        assert all((*clause.title, *clause.gist))


def test_the_rules_cite_the_articles_of_the_catalogue() -> None:
    assert {key: each.article for key, each in POLICY.clauses.items()} == ARTICLES


@pytest.mark.parametrize(("clause", "parameter", "value"), NUMBERS)
def test_a_printed_number_is_a_cited_parameter(clause: str, parameter: str, value: object) -> None:
    found = POLICY.parameters[parameter]
    assert parameter in POLICY.clauses[f"xiaoshan-{clause}"].parameters
    assert [each.value for each in found.values] == [value]
    assert found.quality == "text"
    assert found.values[0].cite in POLICY.clauses


def test_no_parameter_claims_to_be_printed_that_the_register_does_not_print() -> None:
    printed = {key for key, each in POLICY.parameters.items() if each.quality == "text"}
    assert printed == {parameter for _, parameter, _ in NUMBERS}


def test_every_parameter_belongs_to_the_clause_that_lists_it() -> None:
    for key, parameter in POLICY.parameters.items():
        assert key in POLICY.clauses[parameter.clause].parameters


def test_every_citation_resolves() -> None:
    known = {*POLICY.clauses, *POLICY.sources}
    for parameter in POLICY.parameters.values():
        assert parameter.source in known
        assert {each.cite for each in parameter.values} <= known


def test_every_source_is_used() -> None:
    used = {each.source for each in POLICY.parameters.values()}
    used |= {dated.cite for each in POLICY.parameters.values() for dated in each.values}
    assert set(POLICY.sources) <= used


def test_all_71_points_stand_in_order_with_their_options() -> None:
    assert [each.n for each in POLICY.points] == list(range(1, 72))
    assert [each.id for each in POLICY.points] == [name for name, _ in POINTS]
    options = [tuple(each.options) if isinstance(each, Reading) else () for each in POLICY.points]
    assert options == [expected for _, expected in POINTS]


def test_the_default_is_the_first_option() -> None:
    for reading in POLICY.readings.values():
        assert reading.default == next(iter(reading.options))


def test_a_point_without_options_is_a_parameter_or_a_fact() -> None:
    for point in POLICY.points:
        if isinstance(point, OpenPoint):
            assert point.kind == ("fact" if point.id in FACTS else "parameter")
            assert (point.id in POLICY.parameters) is (point.kind == "parameter")
            assert bool(point.where) is (point.kind == "fact")


def test_every_point_has_its_clause_and_reason() -> None:
    for point in POLICY.points:
        assert point.clause in POLICY.clauses
        assert all((*point.title, *point.why))


def test_an_option_that_cannot_work_says_why() -> None:
    for reading in POLICY.readings.values():
        for option in reading.options.values():
            assert option.works is (option.why_not is None)
            assert all(option.means)


def test_the_presets_are_those_of_the_register() -> None:
    assert {key: dict(each) for key, each in POLICY.presets.items()} == PRESETS


def test_the_mechanism_knows_every_option_that_works() -> None:
    for name, reading in POLICY.readings.items():
        works = {key for key, each in reading.options.items() if each.works}
        assert works <= set(CHOICES.get(name, works)), name


def test_the_mechanism_has_no_reading_of_its_own() -> None:
    for name, options in CHOICES.items():
        assert set(options) <= set(POLICY.readings[DERIVED.get(name, name)].options), name


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_every_preset_makes_terms(preset: str) -> None:
    resolved = POLICY.resolve(preset)
    terms = terms_of(dict(resolved.readings), dict(resolved.parameters))
    assert terms.cost_share_rate == (3, 10)
    assert (terms.cash_closed is None) is (preset == "literal")


def test_rates_and_money_are_exact() -> None:
    for parameter in POLICY.parameters.values():
        for dated in parameter.values:
            cells = dated.value.values() if isinstance(dated.value, dict) else [dated.value]
            assert not any(isinstance(cell, float) for cell in cells)
    assert POLICY.parameters["vat_rate"].values[0].value == Fraction(3, 50)
