"""Points named one by one, run on the same worlds and given back as results in memory."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from scenarios.spec.load import NOTHING_ASKED, Asked
from scenarios.spec.nodes import Mark
from scenarios.spec.source import Source
from scenarios.sweep.axes import AS_STATED, Axis
from scenarios.sweep.checks import check_names
from scenarios.sweep.dataset import open_results
from scenarios.sweep.experiment import Experiment
from scenarios.sweep.read import experiment_of
from scenarios.sweep.results import InMemory, Results
from scenarios.sweep.runner import AS_USUAL, How, Swept, sweep
from scenarios.sweep.vary import level_of


def experiment_of_points(
    source: Source | str,
    points: Sequence[Mapping[str, str]],
    *,
    replications: int | None = None,
    asked: Asked = NOTHING_ASKED,
) -> Experiment:
    """An experiment of points, each with its values by name; what a point leaves out is as stated.

    The first point is the baseline.
    """
    base = experiment_of(source, asked=asked, replications=replications)
    names = list(dict.fromkeys(name for point in points for name in point))
    axes, rows = [], []
    for name in names:
        texts = dict.fromkeys(point[name] for point in points if name in point)
        mark = Mark(f"{name}={','.join(texts)}", 0)
        axes.append(Axis(name, mark, tuple(level_of(text, name, mark) for text in texts)))
    check_names(axes, base.base.names())
    known = {(axis.name, level.text): level for axis in axes for level in axis.levels}
    for point in points:
        rows.append(tuple(known[name, point[name]] if name in point else AS_STATED for name in names))
    return replace(base, axes=tuple(axes), listed=tuple(rows))


def sweep_points(
    source: Source | str,
    points: Sequence[Mapping[str, str]],
    *,
    replications: int | None = None,
    asked: Asked = NOTHING_ASKED,
    how: How = AS_USUAL,
) -> Results:
    """Run points on the same worlds and keep the results in memory only."""
    experiment = experiment_of_points(source, points, replications=replications, asked=asked)
    return swept_in_memory(experiment, how)[1]


def swept_in_memory(experiment: Experiment, how: How = AS_USUAL) -> tuple[Swept, Results]:
    """Run an experiment in a folder that is gone afterwards; the results stay in memory."""
    with tempfile.TemporaryDirectory(prefix="anxinbao-") as folder:
        swept = sweep(experiment, Path(folder) / "sweep", how)
        return swept, in_memory(open_results(swept.folder))


def in_memory(results: Results) -> Results:
    """The same results without their folder."""
    held = InMemory(
        results.outcomes(*results.outcome_names),
        {name: results.years(name) for name in results.yearly_names},
        {name: results.fan(name) for name in results.series_names},
        results.valid,
    )
    return Results(results.points, held, baseline=results.baseline, manifest=results.manifest)
