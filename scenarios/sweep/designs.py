"""Designs: which combinations of levels are run, in an order that never changes."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from escrow.behaviour.quantile import IntArray
from scenarios.spec.nodes import Mark, Scalar
from scenarios.spec.settings import Assigned
from scenarios.statistics.extra import needed
from scenarios.sweep.axes import AS_STATED, MAX_POINTS, Axis, Combination, Level, stop
from scenarios.sweep.experiment import Experiment
from scenarios.sweep.spec import Design

_PLACES = 1 << 32


def combinations(experiment: Experiment) -> tuple[list[Combination], int | None]:
    """The points, and the number of the one that others are compared with.

    A sampled design has no such point unless the experiment states one, which then comes last.
    """
    axes, design = experiment.axes, experiment.design
    if experiment.listed:
        return list(experiment.listed), 0
    check_size(axes, design)
    if not design.sampled:
        points = list(_grid(axes) if design.kind == "grid" else _one_at_a_time(axes, experiment.baseline))
        return points, points.index(_stated(axes, experiment.baseline))
    points = [_row(axes, row) for row in _sampled(design, len(axes)).tolist()]
    if not experiment.baseline:
        return points, None
    return [*points, _stated(axes, experiment.baseline)], len(points)


def check_size(axes: Sequence[Axis], design: Design) -> None:
    """Refuse more points than anybody would wait for, before any is made."""
    number = math.prod(len(axis.levels) for axis in axes)
    if design.kind == "one_at_a_time":
        number = 1 + sum(len(axis.levels) - 1 for axis in axes)
    elif design.sampled:
        number = (design.points or 0) * (len(axes) + 2 if design.kind == "saltelli" else 1)
    if number > MAX_POINTS:
        stop("too_many_points", Mark("--vary", 0), points=f"{number:,}", most=f"{MAX_POINTS:,}")


def _grid(axes: Sequence[Axis]) -> Iterator[Combination]:
    return itertools.product(*(axis.levels for axis in axes))


def _one_at_a_time(axes: Sequence[Axis], baseline: dict[str, str]) -> Iterator[Combination]:
    """The baseline, then each other level of each axis with the rest left as in the baseline."""
    usual = _stated(axes, baseline)
    yield usual
    for place, axis in enumerate(axes):
        for level in axis.levels:
            if level != usual[place]:
                yield (*usual[:place], level, *usual[place + 1 :])


def _stated(axes: Sequence[Axis], baseline: dict[str, str]) -> Combination:
    return tuple(_usual(axis, baseline.get(axis.name)) for axis in axes)


def _usual(axis: Axis, text: str | None) -> Level:
    """The level that the baseline states; without one the first, or what the scenario says itself."""
    if axis.scale is None:
        return next(level for level in axis.levels if text in (None, level.text))
    return AS_STATED if text is None else Level(text, (Assigned(axis.name, Scalar(axis.mark, text)),))


def _row(axes: Sequence[Axis], row: Sequence[int]) -> Combination:
    return tuple(axis.at(place, _PLACES) for axis, place in zip(axes, row, strict=True))


def _sampled(design: Design, axes: int) -> IntArray:
    """(points, axes): places from 0 to 2^32 - 1."""
    points = design.points or 0
    if not axes:
        return np.zeros((1, 0), dtype=np.int64)
    if design.kind == "saltelli":
        return _saltelli(_sobol(points, 2 * axes, design.seed), axes)
    if design.kind == "sobol":
        return _sobol(points, axes, design.seed)
    qmc = needed("scipy.stats.qmc")
    return _whole(qmc.LatinHypercube(axes, seed=np.random.default_rng(design.seed)).random(points))


def _sobol(points: int, columns: int, seed: int) -> IntArray:
    """The first points of a scrambled Sobol sequence, which fill the ranges evenly."""
    sequence = needed("scipy.stats.qmc").Sobol(columns, seed=np.random.default_rng(seed))
    # Only whole powers of two can be drawn without a warning; the first points of more are the same.
    return _whole(sequence.random_base2((points - 1).bit_length()))[:points]


def _saltelli(rows: IntArray, axes: int) -> IntArray:
    """For each pair of rows A and B: A, A with each column from B in turn, B."""
    blocks = []
    for row in rows:
        first, second = row[:axes], row[axes:]
        mixed = np.tile(first, (axes, 1))
        np.fill_diagonal(mixed, second)
        blocks.append(np.vstack([first, mixed, second]))
    return np.concatenate(blocks)


def _whole(places: Any) -> IntArray:
    found: IntArray = (places * _PLACES).astype(np.int64)
    return found
