"""Experiments from a file, from the library of studies, or from a scenario and `--vary`."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from scenarios.kinds import is_claims, says
from scenarios.spec.guess import near
from scenarios.spec.load import NOTHING_ASKED, Asked, validated
from scenarios.spec.nodes import Map, Mark, Node, place, plain
from scenarios.spec.problem import Fault, SpecProblem, placed, refuse
from scenarios.spec.settings import Assigned, Names
from scenarios.spec.source import Source, read_source
from scenarios.spec.yaml_reader import read_yaml
from scenarios.sweep.axes import Axis, axis_of, keyed, shown, stop
from scenarios.sweep.base import Base, base_of
from scenarios.sweep.checks import check_design, check_names
from scenarios.sweep.experiment import NOTHING, Experiment
from scenarios.sweep.problems import ClaimsCannotVary
from scenarios.sweep.spec import EVERYTHING, GRID, SCHEMA, Design, ExperimentSpec, Outputs
from scenarios.sweep.studies import study_source
from scenarios.sweep.vary import parse_vary

BASELINE = "baseline"
USUAL_REPLICATIONS = 1000


def load_experiment(source: str | os.PathLike[str], asked: Asked = NOTHING_ASKED) -> Experiment:
    """The experiment at a path, from `-`, or a study of the library; a scenario alone has one point."""
    return open_experiment(find(source), asked)


def find(source: str | os.PathLike[str]) -> Source:
    """The text of an experiment or a scenario; studies of the library are found by name."""
    study = study_source(source) if isinstance(source, str) and not os.path.isfile(source) else None
    return study or read_source(source)


def open_experiment(source: Source, asked: Asked = NOTHING_ASKED) -> Experiment:
    """The experiment of a text; SpecProblem with every fault found."""
    if not is_experiment(source):
        return experiment_of(source, asked=asked)
    root, faults = read_yaml(source.text, source.file)
    if not isinstance(root, Map):
        stop("not_map", root.mark)
    spec, more = validated(plain(root), ExperimentSpec)
    refuse(placed([*faults, *more], root))
    if spec is None:
        stop("not_experiment", root.mark)
    base = _base(spec, root, source, asked)
    axes = _axes(root, base.names())
    found = Experiment(
        name=source.name,
        base=base,
        axes=axes,
        design=spec.design,
        replications=spec.replications,
        baseline=_baseline(root, axes),
        outputs=spec.outputs,
        title=spec.title or NOTHING,
        question=spec.question or NOTHING,
        why=spec.why or NOTHING,
        notes=spec.notes or NOTHING,
    )
    check_design(found.axes, found.design, place(root, ("design",)))
    return found


def experiment_of(
    source: Source | str = BASELINE,
    vary: Iterable[str] = (),
    *,
    asked: Asked = NOTHING_ASKED,
    design: Design = GRID,
    replications: int | None = None,
    outputs: Outputs = EVERYTHING,
) -> Experiment:
    """The experiment of a scenario and what varies in it, each as `NAME=VALUES` (see parse_vary)."""
    found = find(source) if isinstance(source, str) else source
    if is_claims(found):
        raise ClaimsCannotVary(name=found.file)
    base = base_of(found, asked)
    axes = tuple(parse_vary(text) for text in vary)
    check_names(axes, base.names())
    check_design(axes, design, Mark("--design", 0))
    loaded = base.open()
    title = loaded.scenario.title
    number = _replications(loaded.scenario.replications) if replications is None else replications
    return Experiment(found.name, base, axes, design, number, {}, outputs, title)


def _replications(stated: int) -> int:
    """One run is what a scenario means when it says nothing; a sweep needs many."""
    return USUAL_REPLICATIONS if stated == 1 else stated


def varied(experiment: Experiment, vary: Iterable[str], **changes: Any) -> Experiment:
    """An experiment with further or other axes, and with other parts where they are given."""
    stated = [parse_vary(text) for text in vary]
    check_names(stated, experiment.base.names())
    new = {axis.name: axis for axis in stated}
    kept = [new.pop(axis.name, axis) for axis in experiment.axes]
    given = {name: value for name, value in changes.items() if value is not None}
    found = replace(experiment, axes=(*kept, *new.values()), **given)
    left = {name: text for name, text in found.baseline.items() if name not in {axis.name for axis in stated}}
    check_design(found.axes, found.design, Mark("--design", 0))
    return replace(found, baseline=left)


def is_experiment(source: Source) -> bool:
    """Whether the text says that it is an experiment."""
    return says(source, SCHEMA)


def _base(spec: ExperimentSpec, root: Map, source: Source, asked: Asked) -> Base:
    seed = spec.seed if asked.seed is None else asked.seed
    asked = asked._replace(seed=seed)
    inline = root.items.get("scenario")
    if isinstance(inline, Map):
        base = Base(source, inline, asked)
    else:
        found = read_source(_beside(str(spec.scenario), source))
        if is_claims(found):
            raise ClaimsCannotVary(name=found.file)
        base = base_of(found, asked)
    over = root.items.get("set")
    if isinstance(over, Map):
        own = tuple(Assigned(path, keyed(over.keys[path], node)) for path, node in over.items.items())
        base = replace(base, assigned=own)
    return base


def _beside(named: str, source: Source) -> str:
    """A path is meant from the folder of the experiment's file."""
    near_by = Path(source.file).parent / named
    return str(near_by) if near_by.is_file() and not Path(named).is_absolute() else named


def _axes(root: Map, names: Names) -> tuple[Axis, ...]:
    stated = root.items.get("axes")
    found: list[Axis] = []
    faults: list[Fault] = []
    for name, node in stated.items.items() if isinstance(stated, Map) else ():
        try:
            found.append(axis_of(name, _key(stated, name), node))
        except SpecProblem as problem:
            faults += problem.faults
    refuse(faults)
    check_names(tuple(found), names)
    return tuple(found)


def _key(table: Node | None, name: str) -> Mark:
    assert isinstance(table, Map)
    return table.keys[name]


def _baseline(root: Map, axes: Sequence[Axis]) -> dict[str, str]:
    """Values of the point to compare with, as they are written on their axes."""
    stated = root.items.get("baseline")
    found: dict[str, str] = {}
    by_name = {axis.name: axis for axis in axes}
    for name, node in stated.items.items() if isinstance(stated, Map) else ():
        axis = by_name.get(name)
        if axis is None:
            stop("baseline_axis", _key(stated, name), name=name, near=near(name, by_name))
        texts = [level.text for level in axis.levels]
        if texts and shown(node) not in texts:
            facts = {"name": name, "value": shown(node), "choices": ", ".join(texts)}
            stop("baseline_value", node.mark, **facts)
        found[name] = shown(node)
    return found
