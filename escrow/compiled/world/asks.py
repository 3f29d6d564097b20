"""Everything a world asks the counter for, numbered, with how the answer is read off the uniform."""

from typing import NamedTuple

import numpy as np

from escrow.behaviour import Behaviour, Chance, Group, Level, Split, names
from escrow.behaviour.chance import Draw
from escrow.behaviour.quantile import ONE, IntArray
from escrow.compiled.world.counter import Words
from escrow.compiled.world.tables import TableMaker
from escrow.world.counter import digest

EFFECTS = ("effect/project", "effect/platform", "effect/enterprise")
FILING = (
    "filings",
    "joining",
    "announcement",
    "day",
    "rush",
    "platform",
    "enterprise",
    "total",
    "bunched",
    "equipment",
    "equipment_percent",
    "stages",
    "share",
    "planned_days",
    "first_share",
    "borrows",
    "loan",
    "ring_seen",
    "ring_sampled",
    "ring_found",
    "late_day",  # read off the uniform of `day`
    "bunched_total",  # off that of `total`
    "ring_total",
)
ASKS = (
    *names(Level.PROJECT),
    *names(Level.STAGE),
    *EFFECTS,
    *(f"generate/{name}" for name in FILING),
)
NUMBER = {name: k for k, name in enumerate(ASKS)}

# How an answer is read: a constant costs no draw, a chance compares, a table (or split) is looked up.
CONSTANT, CHANCE, TABLE = range(3)
KIND, VALUE, AT, GROUP, FLIPS = range(5)  # of a rule: how it is read, how it is shared
OWN, SHARED, COMMON = range(3)  # heads: one's own draw, whether it is shared, the group's draw
GROUPS = (Group.PROJECT, Group.ENTERPRISE, Group.PLATFORM, Group.DISTRICT, Group.RISK)
RISK = GROUPS.index(Group.RISK)


class Asks(NamedTuple):
    """By number of ask: digests of its three purposes, and its rule."""

    word: Words  # (OWN | SHARED | COMMON, asks)
    rule: IntArray  # (asks, KIND | VALUE | AT | GROUP | FLIPS)


class AskMaker:
    """Collects rules; an ask without one is the constant 0."""

    def __init__(self, tables: TableMaker) -> None:
        self._tables = tables
        self.rule = np.zeros((len(ASKS), FLIPS + 1), dtype=np.int64)

    def behaviour(self, behaviour: Behaviour) -> None:
        """The rules of all purposes of a behaviour."""
        for name, draw in behaviour.draws.items():
            self.rule[NUMBER[name], :AT] = self._rule(draw)
        for name, shared in behaviour.shared.items():
            flips = isinstance(behaviour.draws[name], Chance)
            self.rule[NUMBER[name], AT:] = shared.chance.at, GROUPS.index(shared.group), flips

    def filing(self, name: str, draw: Draw) -> None:
        """The rule of a draw of generated filings."""
        self.rule[NUMBER[f"generate/{name}"], :AT] = self._rule(draw)

    def choice(self, name: str, weights: list[int], codes: list[int]) -> None:
        """The rule of a choice by weights."""
        self.rule[NUMBER[f"generate/{name}"], :AT] = TABLE, self._tables.weights(weights, codes)

    def asks(self) -> Asks:
        """All of them."""
        purposes = (ASKS, [f"{name}/shared" for name in ASKS], [f"{name}/group" for name in ASKS])
        words = np.array([[digest(name) for name in row] for row in purposes], dtype=np.uint64)
        return Asks(words, self.rule)

    def _rule(self, draw: Draw) -> tuple[int, int]:
        if isinstance(draw, Chance):
            return (CONSTANT, draw.at // ONE) if draw.at in (0, ONE) else (CHANCE, draw.at)
        if isinstance(draw, Split):
            sure = [code for code, share in draw.parts if share == ONE]
            return (CONSTANT, sure[0]) if sure else (TABLE, self._tables.split(draw))
        if draw.lowest == draw.highest:
            return CONSTANT, draw.lowest
        return TABLE, self._tables.quantiles(draw)
