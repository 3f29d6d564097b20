"""Columns of results by replication: outcomes, and the budget of all years together."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from escrow.behaviour.quantile import IntArray
from scenarios.sweep.results import Results

BUDGET = "budget_fen"
_BUDGETS: "WeakKeyDictionary[Results, IntArray]" = WeakKeyDictionary()
"""Every point asks for the same table of years, which is large: it is added up once."""


def holds(results: Results, name: str) -> bool:
    """Whether there is one number a replication: an outcome, or the budget where years are kept."""
    return name in results.outcome_names or (name == BUDGET and name in results.yearly_names)


def columns(results: Results, names: Sequence[str]) -> dict[str, IntArray]:
    """(points, replications) for each name, 0 where not valid."""
    found = results.outcomes(*(name for name in names if name in results.outcome_names))
    return {name: found[name] if name in found else _budgets(results) for name in names}


def _budgets(results: Results) -> IntArray:
    if results not in _BUDGETS:
        _BUDGETS[results] = results.years(BUDGET)[1].sum(axis=2)
    return _BUDGETS[results]
