"""What may be asked of results, and what is said of the rest."""

import numpy as np
import pytest

from scenarios.analysis.bound import bound
from scenarios.analysis.compare import compare_points
from scenarios.analysis.frontier import aims, frontier
from scenarios.analysis.measures import known, measure, measures
from scenarios.analysis.problems import DayHasNoMean, KeptByYear, NoYears
from scenarios.analysis.resample import responses
from scenarios.analysis.sensitivity import what_matters
from scenarios.analysis.shown import titled
from scenarios.analysis.sides import Side
from scenarios.sweep.problems import NoSuchColumn
from scenarios.sweep.results import Results


def by_year() -> Results:
    """Two points, three replications, two years; the last replication failed at the second point."""
    budget = np.array([[[1, 10], [2, 20], [3, 30]], [[5, 10], [6, 20], [7, 30]]])
    dry = np.array([[0, 739_000, 0], [0, 0, 739_100]])
    valid = np.array([[True, True, True], [True, True, False]])
    years = {"budget_fen": ([2025, 2026], budget), "exposure_end_fen": ([2025, 2026], budget)}
    outcomes = {"completed": dry * 0 + 4, "pool_depleted_on": dry}
    return Results.of([{"k": "a"}, {"k": "b"}], outcomes, years=years, valid=valid, baseline=0)


def test_the_budget_of_all_years_is_compared_replication_by_replication() -> None:
    (pair,) = compare_points(by_year(), ["budget_fen"]).pairs
    (line,) = pair.lines
    assert (line.before.value, line.before.n) == (22.0, 3)
    assert (line.after.value, line.after.n) == (20.5, 2)
    assert line.difference.estimate[:2] == (4.0, 0.0)
    assert titled(line.measure, "en") == "budget needed, all years together (万元)"


def test_the_lowest_budget_is_an_aim_a_knob_moves_and_a_quantile_bounds() -> None:
    found = frontier(by_year(), aims(["budget_fen:min"], by_year()))
    assert [place.point for place in found.best] == [1]
    (moved,) = what_matters(by_year(), ["budget_fen"]).tornados
    assert moved.swings[0].high == 4.0
    assert responses(by_year(), measure("budget_fen", by_year())).tolist() == [16.5, 20.5]
    assert bound("p50(budget_fen)<=1万").estimate(Side(by_year(), 0)).value == 22.0


def test_results_without_years_say_that_the_budget_is_kept_by_year() -> None:
    none = Results.of([{}], {"completed": np.array([[1, 2]])})
    with pytest.raises(NoYears) as caught:
        measure("budget_fen", none)
    assert "by year" in caught.value.say("en")
    assert "outputs: {years: true}" in caught.value.advise("zh")
    assert "budget_fen" in {each.name for each in measures(by_year())} - {
        each.name for each in measures(none)
    }


@pytest.mark.parametrize("ask", [known, lambda name: measure(name, by_year())])
def test_what_is_kept_by_year_alone_is_said_to_be(ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(KeptByYear) as caught:
        ask("exposure_end_fen")
    assert "by year" in caught.value.say("en")


@pytest.mark.parametrize(
    "ask",
    [
        known,
        lambda name: measure(name, by_year()),
        lambda name: compare_points(by_year(), [name]),
        lambda name: what_matters(by_year(), [name]),
        lambda name: aims([f"{name}:max"], by_year()),
        lambda name: bound(f"{name}>=1").of(by_year()),
    ],
)
def test_a_day_that_may_never_come_has_no_mean(ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DayHasNoMean) as caught:
        ask("pool_depleted_on")
    assert "compare" in caught.value.advise("en")


def test_no_day_is_proposed_for_a_name_mistyped() -> None:
    for ask in (known, lambda name: measure(name, by_year())):
        with pytest.raises(NoSuchColumn) as caught:
            ask("pool_depleted_om")
        assert "pool_depleted_on" not in caught.value.advise("en")
