"""The typed expressions of a clause, part by part."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from escrow.clauses.tree import Node


class StepTree(NamedTuple):
    """One operation on the value: its code, what it works with, and when it applies."""

    code: str
    operand: Node
    test: Node | None
    way: str = ""


class LimitTree(NamedTuple):
    """A pool: its cap and what it already paid."""

    cap: Node
    used: Node


class OutcomeTree(NamedTuple):
    """A result in words with the values its words show."""

    when: Node | None
    show: Mapping[str, Node]


class StageTree(NamedTuple):
    """A payment stage: the share or shares, the delay, and the test that claws it back."""

    after_years: Node
    share: Node | None
    shares: Node | None
    claw_back: Node | None


class Trees(NamedTuple):
    """Every expression of a clause, typed."""

    assume: Mapping[str, Node]
    when: tuple[Node, ...]
    amount: Node | None
    steps: tuple[StepTree, ...]
    outcomes: tuple[OutcomeTree, ...]
    envelope: Node | None
    total_cap: Node | None
    score: Node | None
    minimum: Node | None
    top: Node | None
    places: Mapping[str, Node]
    limits: tuple[LimitTree, ...]
    payers: Mapping[str, Node]
    stages: tuple[StageTree, ...]
    recheck: Node | None
    recheck_years: Node | None

    def names(self) -> set[str]:
        """Every fact, parameter and reading that the clause asks for."""
        found: set[str] = set()
        for node in self.nodes():
            found |= node.names()
        return found

    def nodes(self) -> Iterator[Node]:
        """Every tree of the clause."""
        return _nodes(self)


def _nodes(part: Any) -> Iterator[Node]:
    if isinstance(part, Node):
        yield part
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from _nodes(each)
    elif isinstance(part, tuple):
        for each in part:
            yield from _nodes(each)
