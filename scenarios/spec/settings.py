"""`--set PATH=VALUE` and `--reading NAME=OPTION`: written into the nodes before anything is checked."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scenarios.spec.guess import near
from scenarios.spec.nodes import Map, Mark, Node, Scalar, Seq
from scenarios.spec.problem import Fault, SpecProblem
from scenarios.spec.yaml_reader import read_yaml

Names = Mapping[str, frozenset[str]]
"""Names by where they live: "" (top of the file), overrides, readings, behaviour."""


class Assigned(NamedTuple):
    """A value to write at a bare name or dotted path, as nodes with a place of their own."""

    path: str
    value: Node


_BY_ID = ("id", "year", "enterprise", "platform", "date")


def apply_settings(root: Map, sets: Sequence[str], readings: Sequence[str], names: Names) -> list[Fault]:
    """Write every setting into `root`; the faults met are returned."""
    faults: list[Fault] = []
    for text in sets:
        faults += _one(root, text, f"--set {text}", names)
    for text in readings:
        name, sign, option = text.partition("=")
        origin = Mark(f"--reading {text}", 0)
        if not sign or not name.strip():
            faults.append(Fault("set_form", (), {"text": text}, origin))
        else:
            faults += _put(root, ["readings", name.strip()], Scalar(origin, option.strip()), origin)
    return faults


def assign(root: Map, given: Assigned, names: Names) -> list[Fault]:
    """Write one value into `root`, its name meant as in `--set`; the faults met are returned."""
    mark = given.value.mark
    steps = meaning(given.path, names)
    return [steps.at(mark)] if isinstance(steps, Fault) else _put(root, steps, given.value, mark)


def _one(root: Map, text: str, origin: str, names: Names) -> list[Fault]:
    path, sign, value = text.partition("=")
    mark = Mark(origin, 0)
    if not sign or not path.strip():
        return [Fault("set_form", (), {"text": text}, mark)]
    steps = meaning(path.strip(), names)
    if isinstance(steps, Fault):
        return [steps.at(mark)]
    try:
        node, faults = read_yaml(value if value.strip() else '""', origin)
    except SpecProblem:
        return [Fault("set_value", (), {"text": value}, mark)]
    stamp(node, mark)
    placed = [Fault(f.code, tuple(steps), f.facts, mark) for f in faults]
    return [*placed, *_put(root, steps, node, mark)]


def meaning(path: str, names: Names) -> list[str] | Fault:
    """The full path a setting means; a bare name may stand for a parameter, reading or behaviour."""
    first, *rest = path.split(".")
    full = {where: ([where] if where else []) for where in names if first in names[where]}
    if not rest and len(full) > 1:
        listed = ", ".join(".".join([*steps, first]) for steps in full.values())
        return Fault("set_ambiguous", (), {"name": path, "candidates": listed})
    if not full:
        known = frozenset().union(*names.values())
        return Fault("set_unknown", (), {"name": path, "near": near(first, known)})
    where = "" if "" in full else next(iter(full))
    return ["overrides", path] if where == "overrides" else [*full[where], first, *rest]


def _put(root: Map, steps: list[str], value: Node, mark: Mark) -> list[Fault]:
    node: Node = root
    if steps[0] in ("overrides", "readings") and len(steps) > 2:
        steps = [steps[0], ".".join(steps[1:])]
    done: list[str] = []
    while len(steps) > 1 or isinstance(node, Seq):
        if isinstance(node, Seq):
            index, used = _item(node, steps)
            if index is None:
                known = _ids(node)
                facts = {"step": steps[0], "within": ".".join(done), "near": near(steps[0], known)}
                return [Fault("set_no_item", (), facts, mark)]
            done, steps = [*done, *steps[:used]], steps[used:]
            if not steps:
                node.items[index] = value
                return []
            node = node.items[index]
        elif isinstance(node, Map):
            node = _below(node, steps[0], mark)
            done, steps = [*done, steps[0]], steps[1:]
        else:
            break
    if not isinstance(node, Map):
        return [Fault("set_no_such", (), {"step": steps[0], "within": ".".join(done)}, mark)]
    _write(node, steps[0], value, mark)
    return []


def _below(node: Map, step: str, mark: Mark) -> Node:
    """The node under `step`; an absent or empty one becomes a mapping that can be written to."""
    found = node.items.get(step)
    if step == "behaviour" and isinstance(found, Scalar) and isinstance(found.value, str):
        # `behaviour: district` is short for `{base: district}`, and only the long form has room for more.
        found = Map(mark, {"base": found}, {"base": mark})
        _write(node, step, found, mark)
    if found is None or (isinstance(found, Scalar) and found.value is None):
        found = Map(mark)
        _write(node, step, found, mark)
    return found


def _write(node: Map, key: str, value: Node, mark: Mark) -> None:
    # A table given in nested form would otherwise stand beside the dotted form of the same field.
    table, _, field = key.partition(".")
    inner = node.items.get(table)
    if field and isinstance(inner, Map):
        inner.items[field], inner.keys[field] = value, mark
    else:
        node.items[key], node.keys[key] = value, mark


def _item(node: Seq, steps: list[str]) -> tuple[int | None, int]:
    """Index of the item that the first steps name, by id (it may hold dots) or number, and steps used."""
    for used in range(len(steps), 0, -1):
        name = ".".join(steps[:used])
        for index, item in enumerate(node.items):
            if name in _own_names(item):
                return index, used
    if steps[0].isdecimal() and int(steps[0]) < len(node.items):
        return int(steps[0]), 1
    return None, 0


def _own_names(item: Node) -> list[str]:
    if not isinstance(item, Map):
        return []
    leaf = next((item.items[key] for key in _BY_ID if key in item.items), None)
    return [_text(leaf)] if isinstance(leaf, Scalar) else []


def _text(leaf: Scalar) -> str:
    return getattr(leaf.value, "written", str(leaf.value))


def _ids(node: Seq) -> list[str]:
    return [name for item in node.items for name in _own_names(item)]


def stamp(node: Node, mark: Mark) -> None:
    """Every node of a value carries the option it came from."""
    node.mark = mark
    if isinstance(node, Map):
        node.keys = dict.fromkeys(node.keys, mark)
        for item in node.items.values():
            stamp(item, mark)
    elif isinstance(node, Seq):
        for item in node.items:
            stamp(item, mark)
