"""A parsed file as nodes that remember their line; plain data and places are read from them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]


class Mark(NamedTuple):
    """Where something stands: file (or option) and line, counted from 1; line 0 means no line."""

    file: str
    line: int


class WrittenInt(int):
    """An integer that remembers how it was written, so that the id 007 stays 007."""

    written: str

    def __new__(cls, value: int, written: str) -> "WrittenInt":
        number = super().__new__(cls, value)
        number.written = written
        return number


@dataclass(slots=True)
class Scalar:
    """A leaf."""

    mark: Mark
    value: str | int | bool | None
    weight: int = 1


@dataclass(slots=True)
class Seq:
    """A list."""

    mark: Mark
    items: list["Node"] = field(default_factory=list)
    weight: int = 1


@dataclass(slots=True)
class Map:
    """A mapping; `keys` holds the place of each key."""

    mark: Mark
    items: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)
    weight: int = 1


Node = Scalar | Seq | Map


def plain(node: Node) -> object:
    """The node as dicts, lists and scalars."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Seq):
        return [plain(item) for item in node.items]
    return {key: plain(item) for key, item in node.items.items()}


def nodes_of(data: object, mark: Mark) -> Node:
    """Dicts, lists and scalars as nodes that all stand at one place."""
    if isinstance(data, dict):
        items = {str(key): nodes_of(value, mark) for key, value in data.items()}
        return Map(mark, items, dict.fromkeys(items, mark))
    if isinstance(data, list):
        return Seq(mark, [nodes_of(item, mark) for item in data])
    if data is None or isinstance(data, str | int | bool):
        return Scalar(mark, data)
    raise TypeError(data)


def copied(node: Node) -> Node:
    """Nodes of their own with the same values and places, to be written to."""
    if isinstance(node, Scalar):
        return Scalar(node.mark, node.value, node.weight)
    if isinstance(node, Seq):
        return Seq(node.mark, [copied(item) for item in node.items], node.weight)
    return copied_map(node)


def copied_map(node: Map) -> Map:
    """The same for a mapping."""
    items = {key: copied(item) for key, item in node.items.items()}
    return Map(node.mark, items, dict(node.keys), node.weight)


def child(node: Node, step: str | int) -> Node | None:
    """The node one step down, or None."""
    if isinstance(node, Map):
        return node.items.get(str(step))
    if isinstance(node, Seq) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def descend(node: Node, path: Path) -> Iterator[Node]:
    """The nodes along `path`, the root first, as far as they exist."""
    yield node
    for step in path:
        below = child(node, step)
        if below is None:
            return
        node = below
        yield node


def place(root: Node, path: Path) -> Mark:
    """The place of `path`: of its key where it has one, else of the nearest node above it."""
    nodes = list(descend(root, path))
    if path and len(nodes) == len(path) + 1:
        above = nodes[-2]
        if isinstance(above, Map):
            return above.keys[str(path[-1])]
    return nodes[-1].mark


def written(path: Path) -> str:
    """`portfolio.projects[0].stages[1].instalment`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text
