"""The names an expression may use, with their types."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from escrow.clauses.kinds import Kind


class Known(NamedTuple):
    """A name of an expression: its type, and whether it is a yearly series."""

    kind: Kind
    series: bool = False


class Scope(NamedTuple):
    """The names one clause may use: facts of the vocabulary, its parameters and readings, `on`, `passed`."""

    names: Mapping[str, Known]
    facts: Mapping[str, Known]

    def find(self, name: str) -> Known | None:
        """What the name means; the clause's own names come first."""
        return self.names.get(name) or self.facts.get(name)

    def all(self) -> Iterable[str]:
        """Every name that could be meant."""
        return [*self.names, *self.facts]

    def plus(self, **more: Kind) -> "Scope":
        """The scope with built-in names added."""
        return Scope({**self.names, **{name: Known(kind) for name, kind in more.items()}}, self.facts)
