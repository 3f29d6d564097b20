"""The tape of one replication from the compiled engine, equal row for row to the readable one's."""

import numpy as np

from escrow.compiled.block import MOST_GROWTH, Room, replications, results_for
from escrow.compiled.events import FULL
from escrow.compiled.outcomes.plan import plan_of
from escrow.compiled.pack import pack_worlds
from escrow.compiled.policy import policy_of
from escrow.compiled.refuse import must_support
from escrow.processes.scheme import Setting
from escrow.processes.simulate import simulate
from escrow.tape import Row


def tape(setting: Setting) -> list[Row]:
    """One replication, equal to `escrow.processes.simulate.simulate(setting)`.

    Raises UnsupportedPolicy, and what the readable engine raises of facts that contradict each other.
    """
    must_support(setting)
    packed = pack_worlds([setting])
    policy, plan, room = policy_of(setting, packed.names), plan_of(setting, fans=False), Room()
    results, chosen, size = results_for(plan, 1), np.zeros(1, dtype=np.int64), 1
    while True:
        scratch, state = room.arrays(policy, packed.block, plan, size)
        replications(policy, packed.block, scratch, plan, state, results, chosen, 0)
        if results.error[0] != FULL or size > MOST_GROWTH:
            break
        size *= 4
    if results.error[0]:
        return simulate(setting)  # it says in words which facts contradict each other
    return [tuple(row) for row in scratch.tape[: results.rows[0]].tolist()]
