"""Sobol indices against the Ishigami function, whose indices are known; the tornado against a sum."""

import math

import numpy as np
import pytest
from SALib.sample.sobol import sample
from SALib.test_functions import Ishigami

from scenarios.analysis.measures import measure
from scenarios.analysis.pages.sensitivity import plain_sensitivity, sensitivity_page
from scenarios.analysis.problems import NoIndices
from scenarios.analysis.resample import resampled, responses
from scenarios.analysis.sobol import first_and_total, indices, of_means
from scenarios.analysis.tornado import tornado
from scenarios.report.document import Bars
from scenarios.sweep.results import Results
from tests.scenarios.analysis.kit import WAN, results

A, B = 7, 0.1
SPREAD = A**2 / 8 + B * math.pi**4 / 5 + B**2 * math.pi**8 / 18 + 0.5
FIRST = (0.5 * (1 + B * math.pi**4 / 5) ** 2 / SPREAD, A**2 / 8 / SPREAD, 0.0)
TOTAL = (FIRST[0] + 8 * B**2 * math.pi**8 / 225 / SPREAD, FIRST[1], 8 * B**2 * math.pi**8 / 225 / SPREAD)
AXES = ("x1", "x2", "x3")
PROBLEM = {"num_vars": 3, "names": list(AXES), "bounds": [[-math.pi, math.pi]] * 3}


def ishigami(rows: int = 1024, replications: int = 1, noise: float = 0.0, own: float = 0.0) -> Results:
    """The function in fen on a Saltelli design; `noise` is shared by all points, `own` is each point's."""
    design = sample(PROBLEM, rows, calc_second_order=False, seed=7)
    exact = Ishigami.evaluate(design) * WAN
    draw = np.random.default_rng(3)
    shared = draw.normal(0, noise * WAN, replications)
    apart = draw.normal(0, own * WAN, (len(exact), replications))
    values = (exact[:, None] + shared + apart).round().astype(np.int64)
    points = [dict(zip(AXES, map(str, row), strict=True)) for row in design]
    return Results.of(points, {"public_net_fen": values}, manifest={"experiment": {"design": "saltelli"}})


def test_the_indices_of_the_ishigami_function_are_found() -> None:
    made = ishigami()
    found = indices(made, measure("public_net_fen", made))
    assert found is not None
    for got, known in ((found.first, FIRST), (found.total, TOTAL)):
        assert [each.value for each in got] == pytest.approx(known, abs=0.05)
        assert all(
            abs(each.value - k) <= 1.5 * each.design + 0.01 for each, k in zip(got, known, strict=True)
        )
    assert found.spread == pytest.approx(math.sqrt(SPREAD) * WAN, rel=0.02)
    assert [found.axes[place] for place in found.order] == ["x1", "x2", "x3"]


def test_noise_that_all_points_share_does_not_move_the_indices() -> None:
    clean, shaken = ishigami(256), ishigami(256, replications=50, noise=5)
    asked = measure("public_net_fen", clean)
    one, two = indices(clean, asked), indices(shaken, asked)
    assert one is not None
    assert two is not None
    assert [e.value for e in two.total] == pytest.approx([e.value for e in one.total], abs=1e-6)
    assert max(each.replications for each in two.total) < 1e-6


def test_noise_of_each_point_is_reported_apart_from_the_design() -> None:
    made = ishigami(256, replications=20, own=8)
    found = indices(made, measure("public_net_fen", made))
    assert found is not None
    assert all(each.replications > 0.01 for each in found.total)
    assert found.replications == 20


def test_the_estimators_for_many_columns_are_those_of_salib() -> None:
    means = np.random.default_rng(1).normal(size=5 * 64)
    salib = of_means(AXES, means)
    first, total = first_and_total(means[:, None], 3)
    assert first[:, 0] == pytest.approx(salib["S1"], abs=1e-12)
    assert total[:, 0] == pytest.approx(salib["ST"], abs=1e-12)


def test_a_baseline_behind_the_design_is_left_out() -> None:
    made = ishigami(64)
    cost = made.outcomes("public_net_fen")["public_net_fen"]
    more = np.vstack([cost, [[10**12]]])
    longer = Results.of([*made.points, made.points[0]], {"public_net_fen": more}, baseline=len(made.points))
    longer.manifest.update(made.manifest)
    asked = measure("public_net_fen", made)
    one, two = indices(made, asked), indices(longer, asked)
    assert one is not None
    assert two is not None
    assert one.total == two.total


def test_what_never_differs_has_no_indices() -> None:
    made = ishigami(8)
    flat = Results.of(made.points, {"filed": np.ones((len(made.points), 3), dtype=np.int64)})
    flat.manifest.update(made.manifest)
    assert indices(flat, measure("filed", flat)) is None


def test_a_grid_has_no_indices_and_a_sample_no_tornado() -> None:
    grid = results([0, 1])
    with pytest.raises(NoIndices):
        indices(grid, measure("public_net_fen", grid))
    with pytest.raises(NoIndices):
        tornado(ishigami(8), measure("public_net_fen", grid))


def test_a_bootstrap_of_the_mean_has_its_standard_error() -> None:
    made = results([0])
    asked = measure("public_net_fen", made)
    again = resampled(made, asked, times=2000)
    cost = made.outcomes("public_net_fen")["public_net_fen"][0]
    assert again.mean() == pytest.approx(responses(made, asked)[0], rel=0.001)
    assert again.std() == pytest.approx(cost.std(ddof=1) / 20, rel=0.05)


def test_the_tornado_takes_points_that_move_one_knob_alone() -> None:
    points = [{"a": a, "b": b} for a in ("1", "2", "3") for b in ("x", "y")]
    made = results([0, 9, 2, 11, -5, 4], points=points)
    found = tornado(made, measure("public_net_fen", made))
    assert [(swing.axis, swing.usual, swing.low, swing.high) for swing in found.swings] == [
        ("b", "x", 0.0, 9.0 * WAN),
        ("a", "1", -5.0 * WAN, 2.0 * WAN),
    ]
    assert [step.value for step in found.swings[1].steps] == ["3", "2"]


def test_the_page_has_a_bar_for_every_knob() -> None:
    made = ishigami(64)
    found = indices(made, measure("public_net_fen", made))
    assert found is not None
    (bars,) = (b for b in sensitivity_page([found], [], [], "zh").blocks if isinstance(b, Bars))
    assert [row[0] for row in bars.rows] == [found.axes[place] for place in found.order]
    data = plain_sensitivity([found], [], [])
    assert set(data["sobol"][0]["indices"]["x1"]["total"]) == {"value", "design", "replications"}
