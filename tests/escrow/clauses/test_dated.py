"""A rate that changes: the value in force on the day of evaluation, printed with its date."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from escrow.clauses.column import Column
from escrow.clauses.dated import Timeline
from escrow.clauses.problems import BadFact, MissingFact, NotInColumns, NotYetStated
from tests.escrow.clauses.small import catalogue, clause

KNOWN = catalogue(clause(amount="cost * prime"))
RATES = [{"from": "2024-07-22", "value": "3.35%"}, {"from": "2024-02-20", "value": "3.45%"}]


def fen(on: date, rates: Any = RATES) -> int | None:
    return KNOWN.evaluate("trial-one", {"cost": 10000, "prime": rates}, on).amount_fen


@pytest.mark.parametrize("rates", [RATES, "2024-02-20: 3.45%; 2024-07-22：3.35%"])
def test_the_value_in_force_on_the_day_counts(rates: Any) -> None:
    days = (date(2024, 2, 20), date(2024, 7, 21), date(2024, 7, 22), date(2024, 12, 31))
    assert [fen(on, rates) for on in days] == [34500, 34500, 33500, 33500]


def test_its_date_is_printed() -> None:
    plain = KNOWN.evaluate("trial-one", {"cost": 1, "prime": RATES}, date(2024, 8, 1)).plain("en")
    assert plain["dated"] == {"prime": "2024-07-22"}
    assert "trial (since 2024-07-22) 3.35%" in plain["workings"][0]["text"]


def test_before_the_first_date_the_fault_says_when_it_begins() -> None:
    with pytest.raises(NotYetStated) as fault:
        fen(date(2024, 2, 19))
    assert "no value on 2024-02-19: its first one holds from 2024-02-20" in fault.value.say("en")


@pytest.mark.parametrize(
    "rates",
    [
        [*RATES, {"from": "2024-02-20", "value": "3%"}],
        [{"from": "2024-02-20"}],
        [{"from": "2024-02-30", "value": "3%"}],
        [{"from": "2024-02-20", "value": "300%"}],
        "2024-02-20: x",
        [],
    ],
)
def test_a_wrong_form_is_refused(rates: Any) -> None:
    with pytest.raises(BadFact):
        fen(date(2024, 8, 1), rates)


def test_only_facts_that_are_marked_may_be_dated() -> None:
    with pytest.raises(BadFact):
        KNOWN.evaluate("trial-one", {"cost": [{"from": "2024-01-01", "value": 1}], "prime": "3%"}, 1)


def test_a_column_takes_the_value_of_each_row_s_day() -> None:
    days = [date(2024, 2, 20), date(2024, 7, 21), date(2024, 7, 22)]
    columns = {"cost": Column(np.full(3, 10**6)), "prime": KNOWN.read_facts({"prime": RATES})["prime"]}
    assert isinstance(columns["prime"], Timeline)
    ordinals = np.array([day.toordinal() for day in days])
    found = KNOWN.evaluate_columns("trial-one", columns, ordinals).amount_fen
    assert found is not None
    assert found.tolist() == [fen(day) for day in days]
    assert KNOWN.evaluate_columns("trial-one", columns, days[2]).amount_fen.tolist() == [33500] * 3  # type: ignore[union-attr]
    with pytest.raises(MissingFact):
        KNOWN.evaluate_columns("trial-one", columns, ordinals - 1)


def test_rows_do_not_carry_dated_values_of_their_own() -> None:
    with pytest.raises(NotInColumns):
        KNOWN.columns([{"cost": 1, "prime": RATES}])
