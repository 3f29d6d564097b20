"""From a source to a checked scenario: read, set, validate, check, all faults at once."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar, cast

from pydantic import BaseModel, ValidationError

from escrow.catalogue import Policy, Resolved
from scenarios.spec import checks
from scenarios.spec.complain import faults_of
from scenarios.spec.model.population import BehaviourSpec
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.nodes import Map, Mark, Path, Scalar, plain
from scenarios.spec.policy import choices_of, policy_of, resolve_or_explain
from scenarios.spec.problem import Fault, SpecProblem, placed, refuse
from scenarios.spec.settings import Assigned, Names, apply_settings, assign
from scenarios.spec.source import Source, read_source
from scenarios.spec.yaml_reader import read_yaml

M = TypeVar("M", bound=BaseModel)


class Asked(NamedTuple):
    """What goes over the file: settings, readings, seed, preset, then values with places of their own."""

    sets: Sequence[str] = ()
    readings: Sequence[str] = ()
    seed: int | None = None
    preset: str | None = None
    assigned: Sequence[Assigned] = ()


NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario that may be run: its text, its policy resolved, and warnings with their places."""

    scenario: Scenario
    resolved: Resolved
    source: Source
    warnings: tuple[Fault, ...]


def load_scenario(
    source: str | os.PathLike[str],
    *,
    sets: Sequence[str] = (),
    readings: Sequence[str] = (),
    seed: int | None = None,
    preset: str | None = None,
) -> Scenario:
    """The scenario at a path, from `-`, or of the library; SpecProblem with every fault found."""
    return open_scenario(source, sets=sets, readings=readings, seed=seed, preset=preset).scenario


def open_scenario(
    source: str | os.PathLike[str] | Source,
    *,
    sets: Sequence[str] = (),
    readings: Sequence[str] = (),
    seed: int | None = None,
    preset: str | None = None,
) -> Loaded:
    """Like load_scenario, with the resolved policy, the text and the warnings beside it."""
    found = source if isinstance(source, Source) else read_source(source)
    root, faults = read_yaml(found.text, found.file)
    if not isinstance(root, Map):
        raise SpecProblem(faults=(*faults, Fault("not_map", (), {}, root.mark)))
    return open_nodes(root, found, Asked(sets, readings, seed, preset), faults)


def open_nodes(root: Map, found: Source, asked: Asked, known: Sequence[Fault] = ()) -> Loaded:
    """The scenario of nodes already read, which are written to; `known` are faults met while reading."""
    faults = list(known)
    policy, policy_faults = policy_of(root)
    faults += policy_faults
    names = names_of(policy)
    faults += apply_settings(root, asked.sets, asked.readings, names)
    _options(root, seed=asked.seed, preset=asked.preset)
    faults += [fault for each in asked.assigned for fault in assign(root, each, names)]
    scenario, value_faults = validated(plain(root), Scenario)
    faults += value_faults
    resolved: Resolved | None = None
    if policy:
        resolved, more = resolve_or_explain(policy, choices_of(root))
        faults += more
    if scenario and resolved:
        faults += _checked(scenario, resolved, value_faults)
    refuse(placed(faults, root))
    # refuse() has raised unless both are there.
    kept = cast("tuple[Scenario, Resolved]", (scenario, resolved))
    return Loaded(*kept, found, tuple(placed(checks.warnings(*kept), root)))


def names_of(policy: Policy | None) -> Names:
    """The names that a setting may use alone, by where they live."""
    top = frozenset(info.alias or name for name, info in Scenario.model_fields.items())
    behaviour = frozenset(info.alias or name for name, info in BehaviourSpec.model_fields.items())
    numbers = frozenset(policy.parameters) if policy else frozenset()
    choices = frozenset(policy.readings) if policy else frozenset()
    return {"": top, "overrides": numbers, "readings": choices, "behaviour": behaviour}


def _options(root: Map, **given: int | str | None) -> None:
    """`--seed` and `--preset` go before what the file says."""
    for name, value in given.items():
        if value is not None:
            mark = Mark(f"--{name}", 0)
            root.items[name], root.keys[name] = Scalar(mark, value), mark


def validated(data: Any, model: type[M]) -> tuple[M | None, list[Fault]]:
    """The file as a model, and the faults of its values; unknown keys are dropped to go on."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        faults = faults_of(error, model)
        extras = [e["loc"] for e in error.errors(include_url=False) if e["type"] == "extra_forbidden"]
    for loc in extras:
        _drop(data, loc)
    try:
        return (model.model_validate(data) if extras else None), faults
    except ValidationError:
        return None, faults


def _drop(data: Any, loc: Path) -> None:
    for step in loc[:-1]:
        data = data[step]
    data.pop(loc[-1], None)


def _checked(scenario: Scenario, resolved: Resolved, known: Sequence[Fault]) -> list[Fault]:
    """Faults of the checks, but not of projects whose values are already faulty."""
    spoilt = {fault.path[:3] for fault in known if len(fault.path) > 3}
    return [fault for fault in checks.errors(scenario, resolved) if fault.path[:3] not in spoilt]
