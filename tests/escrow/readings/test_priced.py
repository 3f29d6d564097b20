"""Every option that moves money moves it, by the fen, in a smallest scenario."""

import pytest

from escrow.catalogue import Reading, load_policy
from escrow.readings import CHOICES, DERIVED
from tests.escrow.processes.kit import run
from tests.escrow.processes.stories import but
from tests.escrow.readings.priced import entry, grant, insurance, parameters, pool, stages
from tests.escrow.readings.priced.row import Moves, Priced

ROWS = [*pool.ROWS, *entry.ROWS, *stages.ROWS, *insurance.ROWS, *grant.ROWS]
CHOSEN = {name: point for name, point in load_policy().readings.items() if isinstance(point, Reading)}


def priced(row: Priced) -> Moves:
    """What every party holds under the default and under the option, where the two differ."""
    context = dict(row.scenario.get("readings", {}))
    if row.name in CHOSEN:
        context[row.name] = row.option
    default = run(row.scenario).balances(row.on)
    chosen = run(but(row.scenario, readings=context, **row.also)).balances(row.on)
    parties = sorted({*default, *chosen})
    both = {party: (default.get(party, 0), chosen.get(party, 0)) for party in parties}
    return {party: pair for party, pair in both.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name}={row.option}")
def test_an_option_moves_exactly_this_money(row: Priced) -> None:
    assert priced(row) == row.moves


@pytest.mark.parametrize("row", parameters.ROWS, ids=lambda row: f"{row.name}={row.option}")
def test_another_value_moves_exactly_this_money(row: Priced) -> None:
    assert priced(row) == row.moves


def test_no_parameter_or_fact_of_the_points_is_missing() -> None:
    points = {point.id for point in load_policy().points if not isinstance(point, Reading)}
    assert {row.name for row in parameters.ROWS} == points


def test_no_option_that_moves_money_is_missing() -> None:
    moving = {
        (name, option)
        for name, reading in CHOSEN.items()
        for option, facts in reading.options.items()
        if facts.moves_money and facts.works and option != reading.default
    }
    assert {(row.name, row.option) for row in ROWS} == moving
    assert len(ROWS) == len(moving)


def test_the_functions_are_those_of_the_catalogue() -> None:
    named = {name: set(options) for name, options in CHOICES.items() if name not in DERIVED}
    assert named == {name: set(reading.options) for name, reading in CHOSEN.items()}
    derived = {name: set(CHOICES[name]) for name in DERIVED}
    assert derived == {name: set(CHOSEN[source].options) for name, source in DERIVED.items()}


def test_the_first_option_of_a_reading_is_its_default() -> None:
    assert all(next(iter(CHOICES[name])) == reading.default for name, reading in CHOSEN.items())
