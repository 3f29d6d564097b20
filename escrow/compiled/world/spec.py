"""From a population, a behaviour and stated plans to the arrays that worlds are sampled from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from typing import Any

import numpy as np

from escrow.behaviour import Behaviour
from escrow.behaviour.effects import STANDARD_NORMAL, thresholds
from escrow.behaviour.quantile import ONE, IntArray
from escrow.compiled.columns import D
from escrow.compiled.names import Names
from escrow.compiled.world.arrays import ALWAYS, FOLLOWING, INSURED, RECTIFIED, Arrays, Risk, Wanted
from escrow.compiled.world.asks import AT, CONSTANT, KIND, NUMBER, AskMaker
from escrow.compiled.world.counter import Words, step
from escrow.compiled.world.filings import FilingMaker, Window
from escrow.compiled.world.parties import NameMaker, parties_of, stated_of
from escrow.compiled.world.purposes import PLAIN
from escrow.compiled.world.tables import TableMaker
from escrow.project import Portfolio
from escrow.world import Levers, PopulationSpec
from escrow.world.counter import place

# Columns that only some stages can be asked for.
_ONLY = {
    FOLLOWING: (D.NEXT_DAYS, D.NEXT_COMES),
    INSURED: (D.TRIGGER_ACCEPTED, D.CLAIM_DAYS, D.LOSS_PERCENT),
    RECTIFIED: (D.ACHIEVED_PERCENT, D.RECTIFIED, D.RECTIFY_DAYS),
}


@dataclass(frozen=True, eq=False)
class WorldSpec:
    """Everything a world is a function of but seed and replication, and the names of all who may appear."""

    arrays: Arrays
    names: Names

    @property
    def stages(self) -> int:
        """The largest number of stages a project can have."""
        return int(self.arrays.steps.shape[0])

    @property
    def projects(self) -> int:
        """The largest number of projects a world can have."""
        return len(self.arrays.stated.word) + len(self.arrays.filings.word)


def world_spec_of(
    stated: Portfolio,
    population: PopulationSpec | None,
    behaviour: Behaviour,
    first_day: int,
    last_day: int,
    levers: Levers | None = None,
    as_of: int | None = None,
) -> WorldSpec:
    """What escrow.world.generate and build_world get, as arrays; days are ordinals, both included."""
    tables, names = TableMaker(), NameMaker(stated)
    asks = AskMaker(tables)
    asks.behaviour(behaviour)
    window = Window(first_day, last_day, levers or Levers(), as_of or first_day)
    filings = FilingMaker(population, window, names, asks)
    stages = max([1, filings.most, *(len(plan.stages) for plan in stated.projects)])
    risk = _risk(behaviour, tables.quantiles(STANDARD_NORMAL))
    arrays = Arrays(
        tables=tables.tables(),
        asks=asks.asks(),
        parties=parties_of(names.names(), stated),
        stated=stated_of(names, stated, stages, asks.rule),
        filings=filings.filings(),
        terms=filings.terms(behaviour),
        risk=risk,
        wanted=_wanted(asks.rule),
        steps=_steps(stages),
    )
    return WorldSpec(arrays, names.names())


def world_key(spec: WorldSpec) -> str:
    """SHA-256 of everything the worlds are a function of but the seed: equal keys, equal worlds."""
    found = sha256(repr(spec.names).encode())
    for leaf in _leaves(spec.arrays):
        found.update(leaf.tobytes() if isinstance(leaf, np.ndarray) else repr(int(leaf)).encode())
        found.update(repr(getattr(leaf, "shape", ())).encode())
    return found.hexdigest()


def _leaves(value: Any) -> list[Any]:
    return [leaf for part in value for leaf in _leaves(part)] if isinstance(value, tuple) else [value]


def _steps(stages: int) -> Words:
    return np.array([[step(place(s, attempt)) for attempt in range(2)] for s in range(stages)])


def _risk(behaviour: Behaviour, normal: int) -> Risk:
    spread = behaviour.spread
    spreads = (spread.project, spread.platform, spread.enterprise)
    missed = behaviour.chance("missed").at
    flawed = min(ONE, missed + behaviour.chance("rectify").at)
    passed = thresholds(behaviour.chance("passed").at, (spread.project,))
    return Risk(spreads, normal, passed, thresholds(missed, spreads), thresholds(flawed, spreads))


def _wanted(rule: IntArray) -> Wanted:
    special = {column for columns in _ONLY.values() for column in columns}
    always = tuple(each for each in D if each not in special and each != D.OUTCOME)
    stage = {when: _drawn(rule, columns) for when, columns in {ALWAYS: always, **_ONLY}.items()}
    constants = [0 if each == D.OUTCOME else _constant(rule, each.name) for each in D]
    return Wanted(
        project=_drawn(rule, PLAIN),
        stage=np.concatenate(list(stage.values())),
        when=np.repeat(list(stage), [len(part) for part in stage.values()]),
        constants=np.array(constants, dtype=np.int64),
    )


def _constant(rule: IntArray, name: str) -> int:
    kind, value = rule[NUMBER[name.lower()], :AT].tolist()
    return int(value) if kind == CONSTANT else 0


def _drawn(rule: IntArray, columns: Sequence[IntEnum]) -> IntArray:
    """Ask and column of those that are no constants."""
    pairs = [(NUMBER[column.name.lower()], int(column)) for column in columns]
    drawn = [pair for pair in pairs if rule[pair[0], KIND] != CONSTANT]
    return np.array(drawn, dtype=np.int64).reshape(-1, 2)
