"""Grids and samples: how many points, which, and the same ones every time."""

import pytest

from scenarios.spec import SpecProblem
from scenarios.sweep import Experiment, experiment_of
from scenarios.sweep.designs import combinations
from scenarios.sweep.spec import Design

RANGES = ("deposit_rate=10%..30%", "pool_size=5000万..2亿", "preset=literal,prudent")


def made(kind: str, points: int | None, *vary: str, seed: int = 0) -> Experiment:
    design = Design.model_validate({"kind": kind, "points": points, "seed": seed})
    return experiment_of("baseline", vary or RANGES, design=design)


def rows(experiment: Experiment) -> list[tuple[str, ...]]:
    return [tuple(level.text for level in point) for point in combinations(experiment)[0]]


@pytest.mark.parametrize(("kind", "expected"), [("latin_hypercube", 10), ("sobol", 10), ("saltelli", 50)])
def test_a_sample_has_its_points_and_is_the_same_every_time(kind: str, expected: int) -> None:
    found = rows(made(kind, 10))
    assert len(found) == expected
    assert found == rows(made(kind, 10))
    assert found != rows(made(kind, 10, seed=1))


def test_a_latin_hypercube_meets_every_tenth_of_a_range_once() -> None:
    found = rows(made("latin_hypercube", 10, "milestones_min=0..99"))
    assert sorted(int(row[0]) // 10 for row in found) == list(range(10))


def test_sobol_points_of_a_longer_sequence_begin_alike() -> None:
    assert rows(made("sobol", 16))[:11] == rows(made("sobol", 11))


def test_samples_are_rounded_to_what_people_write() -> None:
    for rate, size, preset in rows(made("sobol", 32)):
        assert rate.endswith("%")
        assert len(rate) <= 6
        assert size.endswith(("万", "亿"))
        assert preset in ("literal", "prudent")


def test_saltelli_mixes_one_column_at_a_time() -> None:
    first, *mixed, last = rows(made("saltelli", 2, "deposit_rate=10%..30%", "pool_size=5000万..2亿"))[:4]
    assert mixed == [(last[0], first[1]), (first[0], last[1])]


def test_one_at_a_time_leaves_the_rest_at_the_baseline() -> None:
    experiment = made("one_at_a_time", None, "deposit_rate=10%,20%,30%", "preset=literal,prudent")
    points, baseline = combinations(experiment)
    assert rows(experiment) == [
        ("10%", "literal"),
        ("20%", "literal"),
        ("30%", "literal"),
        ("10%", "prudent"),
    ]
    assert (len(points), baseline) == (4, 0)


def test_a_sweep_of_nothing_is_one_point() -> None:
    assert combinations(experiment_of("baseline")) == ([()], 0)


@pytest.mark.parametrize(
    ("vary", "kind", "points", "code"),
    [
        (("deposit_rate=10%..30%",), "grid", None, "grid_needs_levels"),
        (("deposit_rate=10%,30%",), "grid", 5, "points_unused"),
        (("deposit_rate=10%,30%",), "sobol", None, "needs_points"),
        (("deposit_rate=1%,2%", "deposit_rate=3%,4%"), "grid", None, "axis_twice"),
        (("depositrate=1%,2%",), "grid", None, "set_unknown"),
    ],
)
def test_a_design_that_does_not_fit_its_axes_is_refused(
    vary: tuple[str, ...], kind: str, points: int | None, code: str
) -> None:
    with pytest.raises(SpecProblem) as caught:
        made(kind, points, *vary)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_grid_of_too_many_points_is_refused_with_advice() -> None:
    experiment = experiment_of("baseline", ["milestones_min=1:2000:1", "panel_seats=1:2000:1"])
    with pytest.raises(SpecProblem) as caught:
        combinations(experiment)
    assert "4,000,000 points" in str(caught.value)
    assert "--design latin-hypercube" in str(caught.value)
