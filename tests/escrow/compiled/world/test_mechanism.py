"""The mechanism cannot tell sampled worlds from those of the readable engine."""

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from escrow.compiled.block import Results, run_block
from escrow.compiled.columns import Block
from escrow.compiled.names import Names
from escrow.compiled.outcomes.plan import plan_of
from escrow.compiled.pack import pack_worlds
from escrow.compiled.policy import policy_of
from escrow.compiled.world import sample_block
from scenarios.prepare import Prepared, prepare
from scenarios.spec import Source, open_scenario
from scenarios.spec.openings import openings_of
from scenarios.sweep.compiled import worlds_of
from tests.escrow.processes.stories import Table
from tests.escrow.processes.test_random_worlds import districts

REPLICATION = 3


def outcomes(prepared: Prepared, names: Names, block: Block) -> Results:
    """What the policy makes of a block of one world."""
    parties = {"enterprise": names.enterprises, "platform": names.platforms, "insurer": names.insurers}
    held = {**openings_of(prepared.scenario, parties), **prepared.openings}
    setting = replace(prepared.setting, openings=held)
    return run_block(policy_of(setting, names), block, plan_of(setting, fans=False), 0, 1)


@settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
@given(districts())
def test_sampled_worlds_have_the_outcomes_of_drawn_ones(scenario: Table) -> None:
    text = json.dumps({**scenario, "as_of": None}, ensure_ascii=False)
    made = open_scenario(Source(text, "test.yaml", "test")).scenario
    prepared = prepare(made, replication=REPLICATION)
    spec, packed = worlds_of(made), pack_worlds([prepared.setting])
    tries = 2 if prepared.terms.read.after_failure(1) else 1
    ours = outcomes(prepared, spec.names, sample_block(spec, made.seed, REPLICATION, 1, tries))
    theirs = outcomes(prepared, packed.names, packed.block)
    assert (ours.error.tolist(), ours.rows.tolist()) == (theirs.error.tolist(), theirs.rows.tolist())
    assert ours.values.tolist() == theirs.values.tolist()
    assert ours.years.tolist() == theirs.years.tolist()
