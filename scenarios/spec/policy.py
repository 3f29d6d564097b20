"""The policy of a scenario, resolved; what it refuses becomes a fault with its line."""

from collections.abc import Mapping
from typing import NamedTuple

from escrow.catalogue import Policy, Resolved, load_policy
from ledger.problem import Problem
from ledger.text import Text
from scenarios.spec.model.scenario import POLICY, Scenario, flat
from scenarios.spec.nodes import Map, Path, Scalar, plain
from scenarios.spec.problem import Fault


def _fault(path: Path, problem: Problem) -> Fault:
    said = Text(problem.say("zh"), problem.say("en"))
    return Fault(
        "policy", path, {"problem": said, "advice": Text(problem.advise("zh"), problem.advise("en"))}
    )


def policy_of(root: Map) -> tuple[Policy | None, list[Fault]]:
    """The policy that the file names, or the fault that keeps it from being read."""
    named = root.items.get("policy")
    name = named.value if isinstance(named, Scalar) and isinstance(named.value, str) else POLICY
    try:
        return load_policy(name), []
    except Problem as problem:
        return None, [_fault(("policy",), problem)]


def resolve_scenario(scenario: Scenario) -> Resolved:
    """Preset, readings and overrides of a scenario applied to its policy."""
    policy = load_policy(scenario.policy)
    return policy.resolve(scenario.preset, scenario.readings, scenario.overrides)


class Choices(NamedTuple):
    """What a scenario asks of its policy."""

    preset: str
    readings: Mapping[str, object]
    overrides: Mapping[str, object]


def choices_of(root: Map) -> Choices:
    """The choices as far as they can be read from a file that is not valid as a whole."""
    data = plain(root)
    given = data if isinstance(data, dict) else {}
    preset, readings, overrides = (given.get(name) for name in ("preset", "readings", "overrides"))
    return Choices(
        preset if isinstance(preset, str) else "literal",
        _texts(readings),
        _texts(flat(overrides)),
    )


def _texts(table: object) -> dict[str, object]:
    items = table.items() if isinstance(table, dict) else ()
    return {name: value for name, value in items if isinstance(value, str | int)}


def resolve_or_explain(policy: Policy, asked: Choices) -> tuple[Resolved, list[Fault]]:
    """The resolved policy; where something is refused, the policy without it and a fault for each."""
    faults: list[Fault] = []
    preset = asked.preset
    try:
        policy.resolve(preset)
    except Problem as problem:
        faults.append(_fault(("preset",), problem))
        preset = "literal"
    readings, refused = _accepted(policy, preset, asked.readings, "readings")
    overrides, refused_too = _accepted(policy, preset, asked.overrides, "overrides")
    resolved = policy.resolve(preset, readings, overrides)
    return resolved, [*faults, *refused, *refused_too]


def _accepted(
    policy: Policy, preset: str, asked: Mapping[str, object], section: str
) -> tuple[dict[str, object], list[Fault]]:
    """The items that the policy takes together; each other one as a fault.

    One may need another (a rate below its old floor needs the new floor), so refused items are
    tried again as long as a round accepts any.
    """
    try:
        # Fields of one table may stand only together, so all are tried at once before each alone.
        _resolve(policy, preset, section, asked)
    except Problem:
        pass
    else:
        return dict(asked), []
    taken: dict[str, object] = {}
    left = dict(asked)
    problems: dict[str, Problem] = {}
    moved = True
    while left and moved:
        moved, problems = False, {}
        for name in list(left):
            try:
                _resolve(policy, preset, section, {**taken, name: left[name]})
            except Problem as problem:
                problems[name] = problem
            else:
                taken[name], moved = left.pop(name), True
    return taken, [_fault((section, name), problem) for name, problem in problems.items()]


def _resolve(policy: Policy, preset: str, section: str, items: Mapping[str, object]) -> Resolved:
    if section == "readings":
        return policy.resolve(preset, readings=items)
    return policy.resolve(preset, overrides=items)
