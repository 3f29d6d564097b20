"""Columns say row by row what one case says: lists, texts, days, facts left out, numbers beyond 64 bits."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest

from escrow.clauses.catalogue import Catalogue
from escrow.clauses.column import Column
from escrow.clauses.columns import PASSED, ColumnResult
from escrow.clauses.problems import CrossingPools, MissingFact, TooLarge, UnequalColumns
from escrow.clauses.result import IN_FORCE, SELECTED
from tests.escrow.clauses.small import catalogue, clause, guard, parameter

DAY = date(2024, 6, 30)
Rows = Sequence[dict[str, Any]]


def both(known: Catalogue, rows: Rows, on: Any = DAY) -> ColumnResult:
    """The column, after comparing each row with one case."""
    found = known.evaluate_columns("trial-one", known.columns(rows), on)
    days = [date.fromordinal(int(each)) for each in on] if isinstance(on, np.ndarray) else [on] * len(rows)
    for row, (facts, day) in enumerate(zip(rows, days, strict=True)):
        one = known.evaluate("trial-one", facts, day)
        assert found.failed[row] == (one.failed[0].index if one.failed else PASSED), facts
        if found.amount_fen is not None:
            assert found.amount_fen[row] == one.amount_fen, facts
        if one.outcome is not None:
            assert found.outcomes[found.outcome[row]] == one.outcome, facts
    return found


def test_lists_of_different_lengths_stand_in_one_column() -> None:
    known = catalogue(clause(amount="sum(min(costs * marks, 100元)) + max(costs)"))
    both(
        known,
        [
            {"costs": [1, 2], "marks": [3]},
            {"costs": [500], "marks": [1, 2, 3]},
            {"costs": [7, 8], "marks": [1, 2]},
        ],
    )


def test_an_empty_list_has_no_largest_item() -> None:
    known = catalogue(clause(amount="max(costs)"))
    assert both(known, [{"costs": []}, {"costs": [3, 5]}]).amount_fen.tolist() == [0, 500]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "amount",
    [
        "pick(level, 'a', 1元, 'b', 2元, 3元)",
        "sum(pick(levels, 'a', 1元, 'b', 2元, 3元))",
        "distinct(levels) * 1元",
        "sum_best(levels, costs)",
        "5元 if level in levels else 6元",
        "count(levels == level) * 1元",
        "sum(take(costs, 2)) - costs[0]",
        "sum(running(costs))",
        "sum((costs if levels == 'a' else costs * 2))",
        "9元 if any(levels == 'a') and not all(costs > 1元) else 0",
        "costs[-1] / costs[1] * 1元",
        "count(costs / (costs - 2元) > 0%) * 1元",
    ],
)
def test_texts_and_lists_agree_with_one_case(amount: str) -> None:
    rows: Rows = [
        {"level": "a", "levels": ["a", "b", "a"], "costs": [1, 2, 5]},
        {"level": "c", "levels": ["c"], "costs": [2]},
        {"level": "b", "levels": ["b", "b"], "costs": [3, 1]},
    ]
    both(catalogue(clause(amount=amount)), rows)


def test_series_and_growth_agree_with_one_case() -> None:
    known = catalogue(clause(when=[guard("growth(spend) >= 20%")], amount="spend * 10%"))
    both(known, [{"spend": [100, 120]}, {"spend": [5]}, {"spend": [0, 7]}, {"spend": [9, 100, 119]}])


def test_each_row_may_have_its_own_day_and_dated_parameter() -> None:
    dated = [{"from": "2024-01-01", "value": "1元"}, {"from": "2024-07-01", "value": "2元"}]
    award = {"award": {"unit": "money", "title": {"zh": "额", "en": "award"}, "values": dated}}
    known = catalogue(clause(amount="award if on < 2024-12-01 else 9元", parameters=award))
    days = [date(2023, 12, 31), date(2024, 6, 30), date(2024, 7, 1), date(2024, 12, 1), date(2025, 1, 1)]
    found = both(known, [{"cost": 1}] * 5, np.array([day.toordinal() for day in days]))
    assert found.amount_fen is not None
    assert found.amount_fen.tolist() == [0, 100, 200, 900, 0]
    assert found.failed.tolist() == [IN_FORCE, PASSED, PASSED, PASSED, IN_FORCE]


def test_calendar_functions_agree_with_one_case() -> None:
    known = catalogue(
        clause(when=[guard("months(filed_on, pieces) <= working_days(2024-06-03, 4)")], amount="1元")
    )
    both(known, [{"filed_on": "2024-01-31", "pieces": n} for n in range(8)])


def test_rows_may_leave_out_what_they_do_not_need() -> None:
    known = catalogue(clause(when=[guard("resident")], amount="cost if level == 'a' else other_cost"))
    both(
        known,
        [
            {"resident": False},
            {"resident": True, "level": "a", "cost": 3},
            {"resident": True, "level": "b", "other_cost": 4},
        ],
    )
    with pytest.raises(MissingFact):
        known.evaluate_columns(
            "trial-one", known.columns([{"resident": True, "level": "a", "other_cost": 4}]), DAY
        )


def test_a_whole_column_may_be_missing_where_no_row_needs_it() -> None:
    known = catalogue(clause(amount="cost if level == 'a' else other_cost"))
    both(known, [{"level": "a", "cost": 3}, {"level": "a", "cost": 4}])


def test_an_undefined_amount_stays_zero_whatever_the_steps() -> None:
    for steps in (
        [{"zero_below": "cost"}, {"at_least": "cost"}],
        [{"at_least": "cost"}, {"minus": "cost / 0"}],
    ):
        known = catalogue(clause(amount="cost * (cost / other_cost)", steps=steps))
        found = both(known, [{"cost": 1, "other_cost": 0}, {"cost": 2, "other_cost": 1}])
        assert found.amount_fen is not None
        assert found.amount_fen.tolist()[0] == 0


def test_an_undefined_amount_takes_nothing_from_a_pool() -> None:
    limit = {"cap": "cost", "per": ["enterprise"], "pool": "whole", "short": "reject"}
    known = catalogue(clause(amount="cost * (cost / other_cost)", limits=[limit]))
    both(known, [{"cost": 1, "other_cost": 0}, {"cost": 1, "other_cost": 1}, {"cost": 2, "other_cost": 1}])


def test_numbers_beyond_64_bits_stay_exact() -> None:
    big = "9999亿"
    known = catalogue(clause(amount="cost * share * (cost / other_cost) * (cost / other_cost) / 3"))
    both(
        known,
        [
            {"cost": big, "other_cost": big, "share": "9999/10000"},
            {"cost": 1, "other_cost": big, "share": "1"},
        ],
    )


def test_an_overflow_names_clause_and_step_and_counts_only_paying_rows() -> None:
    known = catalogue(
        clause(when=[guard("resident")], amount="cost", steps=[{"rate": "pieces"}, {"cap": "1元"}])
    )
    columns = {"cost": Column(np.array([10**14, 5])), "pieces": Column(np.array([10**6, 1]))}
    safe = {**columns, "resident": Column(np.array([False, True]))}
    assert known.evaluate_columns("trial-one", safe, DAY).amount_fen.tolist() == [0, 5]  # type: ignore[union-attr]
    with pytest.raises(TooLarge) as large:
        known.evaluate_columns("trial-one", {**columns, "resident": Column(np.array([True, True]))}, DAY)
    assert large.value.facts == {"clause": "trial-one", "step": "steps[0] rate"}


def test_outcomes_values_and_scores_come_as_codes() -> None:
    outcomes = [
        {"when": "not passed", "code": "low", "say": {"zh": "低", "en": "low"}},
        {"code": "fine", "say": {"zh": "好", "en": "fine"}},
    ]
    select = {"score": {"pieces": "60%"}, "min": "70"}
    known = catalogue(clause(amount="pieces / 4", yields="number", outcomes=outcomes, select=select))
    found = both(known, [{"pieces": 100}, {"pieces": 117}])
    assert found.failed.tolist() == [SELECTED, PASSED]
    assert found.value_num is not None
    assert found.value_den is not None
    assert found.value_num[1] * 4 == 117 * found.value_den[1]


def test_rows_share_a_pool_in_their_order() -> None:
    limit = {"cap": "award_cap", "per": ["enterprise", "year"], "pool": "yearly", "used": "paid"}
    keys: dict[str, Any] = {"parameters": {"award_cap": parameter("money", "1元")}}
    known = catalogue(clause(amount="cost", limits=[limit], **keys))
    groups = {"enterprise": np.array([1, 2, 1, 1]), "year": np.zeros(4, np.int64)}
    columns = {"cost": Column(np.array([60, 60, 60, 60]))}
    found = known.evaluate_columns("trial-one", columns, DAY, groups=groups)
    assert found.amount_fen.tolist() == [60, 60, 40, 0]  # type: ignore[union-attr]


def test_pools_that_cross_are_left_to_the_order_of_events() -> None:
    limits = [{"cap": "1元", "per": [name], "pool": name} for name in ("enterprise", "year")]
    known = catalogue(clause(amount="cost", limits=limits))
    groups = {"enterprise": np.array([0, 0, 1, 1]), "year": np.array([0, 1, 0, 1])}
    with pytest.raises(CrossingPools):
        known.evaluate_columns("trial-one", {"cost": Column(np.array([1, 1, 1, 1]))}, DAY, groups=groups)


def test_columns_of_different_lengths_are_refused() -> None:
    known = catalogue(clause(amount="cost + other_cost"))
    with pytest.raises(UnequalColumns):
        known.evaluate_columns(
            "trial-one", {"cost": Column(np.zeros(3)), "other_cost": Column(np.zeros(2))}, DAY
        )


def test_no_rows_give_no_rows() -> None:
    known = catalogue(clause(when=[guard("level == 'a'")], amount="cost"))
    columns = {"cost": Column(np.zeros(0, np.int64)), "level": Column(np.zeros(0, np.int64), 1, ("a",))}
    assert len(known.evaluate_columns("trial-one", columns, DAY)) == 0
