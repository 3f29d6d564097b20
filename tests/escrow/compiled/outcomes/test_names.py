"""The catalogue: names, units, labels in both languages, hints for a name that is not there."""

import pytest

from escrow.compiled.outcomes.names import OUTCOMES, SERIES, YEARLY, F, NoSuchOutcome, O, Y, outcome

UNITS = {"fen", "days", "count", "flag", "day"}


def test_every_column_has_a_name_a_unit_and_two_labels() -> None:
    assert [each.name for each in OUTCOMES] == [column.name.lower() for column in O]
    assert [each.name for each in YEARLY] == [column.name.lower() for column in Y]
    assert [each.name for each in SERIES] == [column.name.lower() for column in F]
    for each in (*OUTCOMES, *YEARLY, *SERIES):
        assert each.unit in UNITS
        assert each.title.zh
        assert each.title.en


def test_columns_count_from_nought_without_a_gap() -> None:
    for columns in (list(O), list(Y), list(F)):
        assert [int(column) for column in columns] == list(range(len(columns)))


def test_amounts_say_their_unit_in_their_name() -> None:
    assert {each.name for each in OUTCOMES if each.unit == "fen"} == {
        each.name for each in OUTCOMES if each.name.endswith("_fen")
    }


def test_an_outcome_is_found_by_its_name() -> None:
    assert (outcome("cost_share_fen").unit, outcome("pool_depleted").unit) == ("fen", "flag")
    assert outcome("budget_fen", YEARLY).title.en == "budget needed"


def test_an_unknown_name_is_refused_with_the_close_ones() -> None:
    with pytest.raises(NoSuchOutcome) as refused:
        outcome("cost_shares_fen")
    assert "cost_share_fen" in refused.value.advise("en")
    assert "cost_shares_fen" in refused.value.say("zh")
