"""A study run small: some of its levels, a few replications."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scenarios.sweep.axes import Axis
from scenarios.sweep.dataset import open_results
from scenarios.sweep.read import load_experiment
from scenarios.sweep.results import Results
from scenarios.sweep.runner import How, sweep

Means = NDArray[np.float64]


def small(folder: Path, name: str, levels: Mapping[str, Sequence[str]], replications: int = 8) -> Results:
    """The study with these levels; axes that are not named keep the baseline's (or their first) only."""
    study = load_experiment(name)
    axes = tuple(
        _kept(axis, levels.get(axis.name, [study.baseline.get(axis.name, "")])) for axis in study.axes
    )
    baseline = {axis.name: axis.levels[0].text for axis in axes}
    less = replace(study, axes=axes, baseline=baseline, replications=replications)
    sweep(less, folder / name, How(engine="simpy", workers=1))
    return open_results(folder / name)


def means(results: Results, *names: str) -> dict[str, list[float]]:
    """The mean of each outcome at each point, in the order of the levels."""
    found = results.outcomes(*names)
    return {name: [float(row.mean()) for row in found[name]] for name in names}


def _kept(axis: Axis, wanted: Sequence[str]) -> Axis:
    by_text = {level.text: level for level in axis.levels}
    levels = [by_text[text] for text in wanted if text] or [axis.levels[0]]
    return replace(axis, levels=tuple(levels))
