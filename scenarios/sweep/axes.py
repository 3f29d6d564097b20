"""An axis: what varies, and the values it takes, each written into the scenario as `--set` would."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from scenarios.spec.nodes import Map, Mark, Node, Scalar, Seq, WrittenInt, plain
from scenarios.spec.problem import Fault, SpecProblem
from scenarios.spec.settings import Assigned
from scenarios.sweep.quantity import Number, Scale, alike, count_steps, read_number, steps

MAX_POINTS = 1_000_000
RESERVED = frozenset({"point", "scenario", "world", "engine", "replication", "year", "problem"})
_STEPS, _BOUNDS = ("from", "to", "step"), ("low", "high")


@dataclass(frozen=True, slots=True)
class Level:
    """One value of an axis: how it is written, and what it sets in the scenario."""

    text: str
    assigned: tuple[Assigned, ...] = ()


AS_STATED = Level("as stated")
"""The scenario's own value."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What varies: levels, or a scale to sample from; a bundle sets other names than its own."""

    name: str
    mark: Mark
    levels: tuple[Level, ...] = ()
    scale: Scale | None = None
    bundle: bool = False

    def level(self, number: Number) -> Level:
        """A number of the scale as a level."""
        text = number.text()
        return Level(text, (Assigned(self.name, Scalar(self.mark, text)),))

    def at(self, place: int, of: int) -> Level:
        """The level `place / of` of the way through."""
        if self.scale is None:
            return self.levels[place * len(self.levels) // of]
        return self.level(self.scale.at(place, of))


Combination = tuple[Level, ...]


def stop(code: str, mark: Mark, **facts: object) -> NoReturn:
    """Refuse with one fault."""
    raise SpecProblem(faults=(Fault(code, (), facts, mark),))


def axis_of(name: str, mark: Mark, node: Node) -> Axis:
    """The axis that an experiment file states."""
    if isinstance(node, Seq) and node.items:
        return listed(name, mark, [(shown(item), item) for item in node.items])
    if isinstance(node, Map):
        keys = set(node.items)
        if keys == set(_STEPS):
            return stepped(name, mark, [_number(node.items[key], name) for key in _STEPS])
        if keys == set(_BOUNDS):
            return bounded(name, mark, [_number(node.items[key], name) for key in _BOUNDS])
        cases = node.items.get("cases") if keys == {"cases"} else node
        if isinstance(cases, Map) and cases.items and all(_sets(each) for each in cases.items.values()):
            return _cases(name, mark, cases)
    stop("axis_form", node.mark, name=name)


def listed(name: str, mark: Mark, values: Sequence[tuple[str, Node]]) -> Axis:
    """An axis of single values."""
    levels = [Level(text, (Assigned(name, node),)) for text, node in values]
    return Axis(name, mark, _once(name, [node.mark for _, node in values], levels))


def stepped(name: str, mark: Mark, numbers: list[Number]) -> Axis:
    """An axis from a first to a last number by a step."""
    text = ":".join(number.text() for number in numbers)
    first, last, step = _alike(_day_step(numbers), mark, text)
    if step.value <= 0 or first.value > last.value:
        stop("axis_step", mark, text=text)
    if (number := count_steps(first, last, step)) > MAX_POINTS:
        stop("too_many_points", mark, points=f"{number:,}", most=f"{MAX_POINTS:,}")
    axis = Axis(name, mark)
    return Axis(name, mark, tuple(axis.level(number) for number in steps(first, last, step)))


def bounded(name: str, mark: Mark, numbers: list[Number]) -> Axis:
    """An axis to sample from."""
    low, high = _alike(numbers, mark, "..".join(number.text() for number in numbers))
    if low.value >= high.value:
        stop("axis_step", mark, text=f"{low.text()}..{high.text()}")
    return Axis(name, mark, scale=Scale(low, high))


def bundled(name: str, mark: Mark, cases: Iterable[tuple[str, Map]]) -> Axis:
    """An axis whose values set several names each."""
    if name in RESERVED:
        stop("axis_reserved", mark, name=name)
    levels, marks = [], []
    for text, sets in cases:
        assigned = tuple(Assigned(path, keyed(sets.keys[path], node)) for path, node in sets.items.items())
        levels.append(Level(text, assigned))
        marks.append(sets.mark)
    return Axis(name, mark, _once(name, marks, levels), bundle=True)


def keyed(mark: Mark, node: Node) -> Node:
    """A value whose faults are told at its key."""
    node.mark = mark
    return node


def shown(node: Node) -> str:
    """A value as it was written; tables and lists as JSON."""
    if not isinstance(node, Scalar):
        return json.dumps(plain(node), ensure_ascii=False)
    value = node.value
    if isinstance(value, WrittenInt):
        return value.written
    return "none" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _sets(node: Node) -> bool:
    """Whether the node is a mapping of names and values, or nothing at all."""
    return isinstance(node, Map) or (isinstance(node, Scalar) and node.value is None)


def _cases(name: str, mark: Mark, cases: Map) -> Axis:
    found = ((text, node if isinstance(node, Map) else Map(node.mark)) for text, node in cases.items.items())
    return bundled(name, mark, found)


def _number(node: Node, name: str) -> Number:
    try:
        return read_number(plain(node))
    except ValueError:
        stop("axis_numbers", node.mark, name=name, text=shown(node))


def _day_step(numbers: list[Number]) -> list[Number]:
    """Between days one steps by whole days."""
    first, last, step = numbers
    by_days = first.unit == "day" and step.unit == "whole"
    return [first, last, Number("day", step.value)] if by_days else numbers


def _alike(numbers: list[Number], mark: Mark, text: str) -> list[Number]:
    try:
        return alike(numbers)
    except ValueError:
        stop("axis_numbers", mark, text=text)


def _once(name: str, marks: Sequence[Mark], levels: Sequence[Level]) -> tuple[Level, ...]:
    seen: set[str] = set()
    for mark, level in zip(marks, levels, strict=True):
        if level.text in seen:
            stop("axis_double", mark, name=name, value=level.text)
        seen.add(level.text)
    return tuple(levels)
