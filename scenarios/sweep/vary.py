"""`--vary NAME=A,B,C`, `NAME=FROM:TO:STEP`, `NAME=LOW..HIGH` and `overlay=FILE,FILE`."""

import re
from pathlib import Path

from scenarios.spec.nodes import Map, Mark, Node
from scenarios.spec.problem import SpecProblem, refuse
from scenarios.spec.settings import Assigned, stamp
from scenarios.spec.source import read_source
from scenarios.spec.yaml_reader import read_yaml
from scenarios.sweep.axes import Axis, Level, bounded, bundled, listed, stepped, stop
from scenarios.sweep.quantity import Number, read_number

OVERLAY = "overlay"
_HALF_AMOUNT = re.compile(r"0\d\d(\.\d+)?(万|亿|元)?")


def parse_vary(text: str) -> Axis:
    """The axis that one `--vary` states; SpecProblem naming the option."""
    mark = Mark(f"--vary {text}", 0)
    name, sign, rest = (part.strip() for part in text.partition("="))
    if not sign or not name or not rest:
        stop("vary_form", mark, text=text)
    if name == OVERLAY:
        return bundled(name, mark, [_overlay(part, mark) for part in split(rest)])
    if numbers := _numbers(rest.split(":"), 3):
        return stepped(name, mark, numbers)
    if numbers := _numbers(rest.split(".."), 2):
        return bounded(name, mark, numbers)
    return listed(name, mark, [(part, value(part, name, mark)) for part in split(rest)])


def split(text: str) -> list[str]:
    """Parts between the commas that stand outside brackets and quotes."""
    parts, depth, quote, begin = [], 0, "", 0
    for place, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "[{(":
            depth += 1
        elif sign in "]})":
            depth -= 1
        elif sign == "," and depth == 0:
            parts.append(text[begin:place].strip())
            begin = place + 1
    return [*parts, text[begin:].strip()]


def _numbers(parts: list[str], wanted: int) -> list[Number]:
    """The numbers in the parts, none unless every part is one."""
    try:
        return [read_number(part) for part in parts] if len(parts) == wanted else []
    except ValueError:
        return []


def level_of(text: str, name: str, mark: Mark) -> Level:
    """One value of an axis."""
    return Level(text, (Assigned(name, value(text, name, mark)),))


def value(part: str, name: str, mark: Mark) -> Node:
    """A value as nodes, whose faults are told at `mark`."""
    if not part or _HALF_AMOUNT.fullmatch(part):
        stop("axis_empty", mark, name=name)
    try:
        node, faults = read_yaml(part, mark.file)
    except SpecProblem:
        stop("set_value", mark, text=part)
    refuse([fault.at(mark) for fault in faults])
    stamp(node, mark)
    return node


def _overlay(part: str, mark: Mark) -> tuple[str, Map]:
    """Names and values of a file that goes over the scenario."""
    if not part:
        stop("axis_empty", mark, name=OVERLAY)
    source = read_source(Path(part))
    node, faults = read_yaml(source.text, source.file)
    refuse(faults)
    if not isinstance(node, Map):
        stop("not_map", node.mark)
    return source.name, node
