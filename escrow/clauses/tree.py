"""A typed expression: one kind of node, a tree of operations with their types."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from escrow.clauses.kinds import BOOL, NUMBER, Kind


@dataclass(frozen=True, slots=True)
class Node:
    """An operation, the type of its result, what it works on, and a constant, name or lag."""

    op: str
    kind: Kind
    args: tuple["Node", ...] = ()
    value: Any = None
    source: str = field(default="", compare=False)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it."""
        yield self
        for each in self.args:
            yield from each.walk()

    def names(self) -> set[str]:
        """The facts, parameters and readings that the expression asks for."""
        return {str(each.value) for each in self.walk() if each.op in ("name", "series")}


def const(value: Any, kind: Kind) -> Node:
    """A literal."""
    return Node("const", kind, (), value)


ZERO = const(0, NUMBER)
TRUE = const(True, BOOL)


def is_zero(node: Node) -> bool:
    """Whether the node is the literal 0, which fits every numeric type."""
    return node.op == "const" and node.kind == NUMBER and node.value == 0
