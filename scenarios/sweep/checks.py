"""Whether axes and design of an experiment fit together and name what a scenario has."""

from collections.abc import Sequence

from scenarios.spec.nodes import Mark
from scenarios.spec.problem import refuse
from scenarios.spec.settings import Names, meaning
from scenarios.sweep.axes import MAX_POINTS, Axis, stop
from scenarios.sweep.spec import Design


def check_names(axes: Sequence[Axis], names: Names) -> None:
    """Every name is known, once, and a choice among cases has a name of its own."""
    faults, seen = [], set()
    known = frozenset().union(*names.values())
    for axis in axes:
        if axis.name in seen:
            stop("axis_twice", axis.mark, name=axis.name)
        seen.add(axis.name)
        if axis.bundle:
            if axis.name in known:
                stop("axis_known", axis.mark, name=axis.name)
            paths = [each for level in axis.levels for each in level.assigned]
            meant = [(each.path, each.value.mark) for each in paths]
        else:
            meant = [(axis.name, axis.mark)]
        for path, mark in meant:
            steps = meaning(path, names)
            faults += [] if isinstance(steps, list) else [steps.at(mark)]
    refuse(faults)


def check_design(axes: Sequence[Axis], design: Design, mark: Mark) -> None:
    """A grid needs levels and no number of points, a sample the reverse; `mark` is its place."""
    if not design.sampled:
        for axis in axes:
            if axis.scale is not None:
                stop("grid_needs_levels", axis.mark, name=axis.name)
        if design.points is not None:
            stop("points_unused", mark)
    elif design.points is None:
        stop("needs_points", mark, most=f"{MAX_POINTS:,}")
