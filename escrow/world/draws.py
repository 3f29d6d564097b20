"""Draws: the uniforms of a roster in one replication, with correlation by shared draws."""

from dataclasses import dataclass

import numpy as np

from escrow.behaviour import Behaviour, Chance, Group, Level, names
from escrow.behaviour.effects import effect
from escrow.behaviour.quantile import ONE, IntArray
from escrow.world.counter import place, uniform, uniforms
from escrow.world.roster import ATTEMPTS, Roster

_RISK = "effect/project"
_ONCE = np.zeros(1, dtype=np.int64)


@dataclass(frozen=True)
class Draws:
    """Uniforms by purpose; `one` gives for one cell what the columns hold."""

    roster: Roster
    behaviour: Behaviour
    key: int

    def project(self) -> dict[str, IntArray]:
        """Uniforms of the purposes of a project, shape (n,)."""
        return self._level(Level.PROJECT, _ONCE, (len(self.roster.plans),))

    def stage(self) -> dict[str, IntArray]:
        """Uniforms of the purposes of a stage, shape (n, stages, tries)."""
        roster = self.roster
        return self._level(Level.STAGE, roster.places, (len(roster.plans), roster.stages, ATTEMPTS))

    def effects(self) -> tuple[IntArray, IntArray]:
        """Effects on the log odds of failure in hundredths: of the project alone, and of all three."""
        spread = self.behaviour.spread
        own = effect(self._group(_RISK, Group.PROJECT), spread.project)
        platform = effect(self._group("effect/platform", Group.PLATFORM), spread.platform)
        enterprise = effect(self._group("effect/enterprise", Group.ENTERPRISE), spread.enterprise)
        return own, own + platform + enterprise

    def one(self, purpose: str, i: int, stage: int, occurrence: int) -> int:
        """The uniform of one cell; stage 0 for a project's purpose, else from 1; occurrence from 1."""
        at = place(stage - 1, occurrence - 1) if stage else 0
        own = int(self.roster.entities(Group.PROJECT)[i])
        shared = self.behaviour.shared.get(purpose)
        if shared is None or not shared.chance.happens(uniform(self.key, f"{purpose}/shared", own, at)):
            return uniform(self.key, purpose, own, at)
        if shared.group is Group.RISK:
            risk = uniform(self.key, _RISK, own)
            return ONE - 1 - risk if _flips(self.behaviour, purpose) else risk
        entity = int(self.roster.entities(shared.group)[i])
        return uniform(self.key, f"{purpose}/group", entity)

    def _level(self, level: Level, places: IntArray, shape: tuple[int, ...]) -> dict[str, IntArray]:
        purposes = names(level)
        own = self.roster.entities(Group.PROJECT)
        cells = uniforms(self.key, purposes, own, places).reshape(len(purposes), *shape)
        drawn = dict(zip(purposes, cells, strict=True))
        for purpose, shared in self.behaviour.shared.items():
            if purpose in drawn:
                asked = uniforms(self.key, (f"{purpose}/shared",), own, places).reshape(shape)
                common = self._shared(purpose, shared.group).reshape(-1, *(1,) * (len(shape) - 1))
                drawn[purpose] = np.where(asked < shared.chance.at, common, drawn[purpose])
        return drawn

    def _shared(self, purpose: str, group: Group) -> IntArray:
        if group is Group.RISK:
            risk = self._group(_RISK, group)
            return ONE - 1 - risk if _flips(self.behaviour, purpose) else risk
        return self._group(f"{purpose}/group", group)

    def _group(self, purpose: str, group: Group) -> IntArray:
        return uniforms(self.key, (purpose,), self.roster.entities(group), _ONCE)[0, :, 0]


def _flips(behaviour: Behaviour, purpose: str) -> bool:
    """Risky projects get the likelier side of a chance (low uniforms) and the upper end of a table (high)."""
    return isinstance(behaviour.draws[purpose], Chance)
