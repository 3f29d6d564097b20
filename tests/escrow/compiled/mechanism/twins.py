"""Both engines on the same replication, and where their tapes part."""

import json
from typing import Any, NamedTuple

import numpy as np

from escrow.compiled.block import Room, replications, results_for
from escrow.compiled.outcomes.plan import plan_of
from escrow.compiled.pack import pack_worlds
from escrow.compiled.policy import policy_of
from escrow.processes.scheme import Setting
from escrow.processes.simulate import simulate
from escrow.tape import COLUMNS, Row
from scenarios.prepare import prepare
from scenarios.spec import Source, library_file, open_scenario

SIZES = (1, 16, 256)


class Twins(NamedTuple):
    """The rows of both engines and the compiled one's error."""

    readable: list[Row]
    compiled: list[Row]
    error: int

    @property
    def parted(self) -> int | None:
        """The first row in which they differ; None when they are equal."""
        if self.readable == self.compiled and not self.error:
            return None
        pairs = enumerate(zip(self.readable, self.compiled, strict=False))
        shorter = min(len(self.readable), len(self.compiled))
        return next((k for k, (one, other) in pairs if one != other), shorter)


def setting_of(scenario: dict[str, Any], replication: int = 0) -> Setting:
    """The setting of a scenario given as a table."""
    text = json.dumps(scenario, ensure_ascii=False)
    source = Source(text, "test.yaml", "test")
    return prepare(open_scenario(source).scenario, replication=replication).setting


def library_source(name: str) -> Source | None:
    """A scenario of the library; None when it states claims, which have an engine of their own."""
    file = library_file(name)
    assert file is not None
    text = file.read_text(encoding="utf-8")
    return Source(text, name, name) if "schema: anxinbao/scenario@" in text else None


def twins(setting: Setting) -> Twins:
    """Run a setting on both engines; the compiled one says itself when it could not."""
    packed = pack_worlds([setting])
    policy, plan, room = policy_of(setting, packed.names), plan_of(setting, fans=False), Room()
    results, chosen = results_for(plan, 1), np.zeros(1, dtype=np.int64)
    scratch, state = room.arrays(policy, packed.block, plan, SIZES[0])
    for size in SIZES:
        scratch, state = room.arrays(policy, packed.block, plan, size)
        replications(policy, packed.block, scratch, plan, state, results, chosen, 0)
        if not results.error[0]:
            break
    rows = scratch.tape[: int(results.rows[0]), : len(COLUMNS)].tolist()
    readable = [tuple(map(int, row)) for row in simulate(setting)]
    return Twins(readable, [tuple(row) for row in rows], int(results.error[0]))  # type: ignore[arg-type]
