"""The roster: who takes part, with the digests by which everybody's draws are found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from escrow.behaviour import Group
from escrow.behaviour.quantile import IntArray
from escrow.project import ProjectPlan
from escrow.world.counter import Words, digest, place

ATTEMPTS = 2  # the first try of a stage and its retry


@dataclass(frozen=True)
class Roster:
    """Projects in file order; parties are numbered by first appearance."""

    plans: tuple[ProjectPlan, ...]
    enterprises: tuple[str, ...]
    platforms: tuple[str, ...]

    @classmethod
    def of(cls, plans: Sequence[ProjectPlan]) -> "Roster":
        """The roster of these plans."""
        enterprises = tuple(dict.fromkeys(plan.enterprise for plan in plans))
        return cls(tuple(plans), enterprises, tuple(dict.fromkeys(plan.platform for plan in plans)))

    @cached_property
    def stages(self) -> int:
        """The largest number of stages of a project, at least 1."""
        return max((len(plan.stages) for plan in self.plans), default=1)

    @cached_property
    def places(self) -> IntArray:
        """The occurrences of every stage and try."""
        return _column(place(s, a) for s in range(self.stages) for a in range(ATTEMPTS))

    @cached_property
    def enterprise(self) -> IntArray:
        """The enterprise number of each project."""
        return _numbers(self.enterprises, (plan.enterprise for plan in self.plans))

    @cached_property
    def platform(self) -> IntArray:
        """The platform number of each project."""
        return _numbers(self.platforms, (plan.platform for plan in self.plans))

    @cached_property
    def planned_days(self) -> IntArray:
        """Planned days by project and stage; 0 where a project has no such stage."""
        rows = [[stage.planned_days for stage in plan.stages] for plan in self.plans]
        padded = [row + [0] * (self.stages - len(row)) for row in rows]
        return np.array(padded, dtype=np.int64).reshape(len(rows), self.stages)

    def entities(self, group: Group) -> Words:
        """For each project the digest of the group's entity it belongs to."""
        return self._entities[group]

    @cached_property
    def _entities(self) -> dict[Group, Words]:
        own = _digests("project", (plan.id for plan in self.plans))
        return {
            Group.PROJECT: own,
            Group.RISK: own,
            Group.ENTERPRISE: _digests("enterprise", (plan.enterprise for plan in self.plans)),
            Group.PLATFORM: _digests("platform", (plan.platform for plan in self.plans)),
            Group.DISTRICT: _digests("district", ("" for _ in self.plans)),
        }


def _column(values: Iterable[int]) -> IntArray:
    return np.fromiter(values, dtype=np.int64)


def _numbers(known: tuple[str, ...], names: Iterable[str]) -> IntArray:
    number = {name: k for k, name in enumerate(known)}
    return _column(number[name] for name in names)


def _digests(kind: str, names: Iterable[str]) -> Words:
    return np.fromiter((digest(f"{kind}:{name}") for name in names), dtype=np.uint64)
