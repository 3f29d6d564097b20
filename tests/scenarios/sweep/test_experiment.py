"""Experiment files: what they may say, and where a fault is."""

from pathlib import Path

import pytest

from scenarios.spec import SpecProblem
from scenarios.sweep import experiment_of, load_experiment
from scenarios.sweep.designs import combinations
from scenarios.sweep.layout import lay_out
from scenarios.sweep.studies import study_names

FILE = """\
schema: anxinbao/experiment@1
title: {zh: 试验, en: A trial}
scenario: baseline
set: {deposit_rate_min: 5%}
replications: 7
seed: 3
axes:
  deposit_rate: [5%, 10%]
  pool_size: {from: 5000万, to: 1亿, step: 5000万}
  economy:
    calm: {}
    recession: {behaviour.missed: 30%, portfolio.generate.filings_factor: 50%}
baseline: {economy: recession, pool_size: 1亿}
outputs: {fans: false}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "试验.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_makes_a_grid_with_its_baseline(tmp_path: Path) -> None:
    found = load_experiment(written(tmp_path, FILE))
    points, baseline = combinations(found)
    assert [len(points), baseline, found.replications] == [8, 3, 7]
    assert [level.text for level in points[3]] == ["5%", "1亿", "recession"]
    scenario = found.base.open([each for level in points[3] for each in level.assigned]).scenario
    assert (scenario.seed, scenario.overrides["deposit_rate_min"]) == (3, "5%")
    assert scenario.behaviour is not None
    assert str(scenario.behaviour.to_escrow().chance("missed").say()) == "30%"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("seed: 3", "sead: 3", "unknown_key", 6),
        ("replications: 7", "replications: 0", "int_range", 5),
        ("deposit_rate: [5%, 10%]", "depositrate: [5%, 10%]", "set_unknown", 8),
        ("deposit_rate: [5%, 10%]", "deposit_rate: []", "axis_form", 8),
        ("step: 5000万", "step: 5%", "axis_numbers", 9),
        ("behaviour.missed: 30%", "behavior.missed: 30%", "set_unknown", 12),
        ("  economy:", "  pool_topup:", "axis_known", 10),
        ("economy: recession", "economy: boom", "baseline_value", 13),
        ("economy: recession", "weather: fine", "baseline_axis", 13),
        ("outputs: {fans: false}", "design: sobol", "needs_points", 14),
        ("outputs: {fans: false}", "design: {kind: grid, points: 3}", "points_unused", 14),
        ("scenario: baseline", "scenario: basline", "not_found", 0),
    ],
)
def test_a_fault_has_file_and_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    path = written(tmp_path, FILE.replace(old, new))
    with pytest.raises(SpecProblem) as caught:
        load_experiment(path)
    assert code in [fault.code for fault in caught.value.faults]
    fault = next(fault for fault in caught.value.faults if fault.code == code)
    assert fault.mark.line == line


def test_a_value_that_the_policy_refuses_is_told_at_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, FILE.replace("[5%, 10%]", "[5%, 1%]"))
    with pytest.raises(SpecProblem) as caught:
        lay_out(load_experiment(path), "simpy")
    assert {fault.where() for fault in caught.value.faults} == {f"{path}:8"}


def test_a_scenario_may_stand_in_the_file_or_beside_it(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("title: mine\nbehaviour: district\n", "utf-8")
    beside = load_experiment(written(tmp_path, FILE.replace("scenario: baseline", "scenario: mine.yaml")))
    inline = FILE.replace("scenario: baseline", "scenario: {title: inline, behaviour: district}")
    assert beside.base.open().scenario.title.en == "mine"
    assert load_experiment(written(tmp_path, inline)).base.open().scenario.title.en == "inline"


def test_an_overlay_file_is_an_axis_value(tmp_path: Path) -> None:
    for name, rate in (("low", "10%"), ("high", "30%")):
        (tmp_path / f"{name}.yaml").write_text(f"deposit_rate: {rate}\nbehaviour.missed: {rate}\n", "utf-8")
    experiment = experiment_of("baseline", [f"overlay={tmp_path}/low.yaml,{tmp_path}/high.yaml"])
    points, _ = combinations(experiment)
    assert [point[0].text for point in points] == ["low", "high"]
    opened = experiment.base.open(points[1][0].assigned).scenario
    assert opened.overrides["deposit_rate"] == "30%"


@pytest.mark.parametrize("name", study_names())
def test_every_study_of_the_library_can_be_laid_out(name: str) -> None:
    experiment = load_experiment(name)
    points, baseline = combinations(experiment)
    assert len(points) > 1
    assert baseline is not None
    for row in (points[0], points[-1]):
        experiment.base.open([each for level in row for each in level.assigned])
