"""Blocks: replications together, alone, in rooms used before, and when a buffer was too small."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from escrow.compiled import block as blocks
from escrow.compiled.block import Room, run_block
from escrow.compiled.outcomes.plan import plan_of
from escrow.compiled.outcomes.reduce import outcomes_of
from escrow.compiled.pack import pack_worlds
from escrow.compiled.policy import policy_of
from escrow.compiled.scratch import scratch_for
from escrow.processes.simulate import simulate
from tests.escrow.compiled.mechanism.dense import district
from tests.escrow.compiled.mechanism.twins import setting_of


@pytest.mark.slow
@pytest.mark.parametrize("seed", [38, 40, 44])
def test_a_block_gives_what_the_readable_engine_gives_one_by_one(seed: int) -> None:
    settings = [setting_of(district(seed, filings=20), replication) for replication in range(4)]
    packed = pack_worlds(settings)
    horizon = date(2025, 3, 9).toordinal()
    held = {party: fen for setting in settings for party, fen in setting.openings.items()}
    policy = policy_of(replace(settings[0], openings=held), packed.names, horizon)
    plan = plan_of(settings[0], fans=False)
    found = run_block(policy, packed.block, plan, 0, 4, Room())
    assert found.error.tolist() == [0, 0, 0, 0]
    for k, setting in enumerate(settings):
        tape = simulate(setting)
        assert found.rows[k] == len(tape)
        assert found.values[k].tolist() == list(outcomes_of(tape, setting, plan).values.values())


def test_a_room_used_before_and_parts_of_a_block_change_nothing() -> None:
    settings = [setting_of(district(40, filings=10), replication) for replication in range(3)]
    packed = pack_worlds(settings)
    policy, plan = policy_of(settings[0], packed.names), plan_of(settings[0], fans=False)
    room = Room()
    whole = run_block(policy, packed.block, plan, 0, 3, room)
    parts = [run_block(policy, packed.block, plan, k, k + 1, room) for k in range(3)]
    assert np.array_equal(whole.values, np.concatenate([part.values for part in parts]))


def test_a_replication_whose_tape_is_full_is_done_again_with_more_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setting = setting_of(district(40, filings=10))
    packed = pack_worlds([setting])
    policy, plan = policy_of(setting, packed.names), plan_of(setting, fans=False)
    usual = run_block(policy, packed.block, plan, 0, 1)

    def narrow(policy: object, block: object, size: int = 1) -> object:
        made = scratch_for(policy, block, size)  # type: ignore[arg-type]
        return made._replace(tape=made.tape[: 20 * size * size])

    monkeypatch.setattr(blocks, "scratch_for", narrow)
    again = run_block(policy, packed.block, plan, 0, 1)
    assert again.error[0] == 0
    assert np.array_equal(again.values, usual.values)
