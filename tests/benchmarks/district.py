"""The district of the compiled benchmarks: 200 projects of five stages, with the district's behaviour."""

from functools import lru_cache

from escrow.compiled.columns import Block
from escrow.compiled.world import WorldSpec, sample_block, world_spec_of
from escrow.processes.scheme import Setting
from scenarios.prepare import levers, prepare
from scenarios.spec import Scenario, Source, open_scenario, resolve_scenario, to_portfolio

SEED = 20250309
TRIES = 1  # the literal readings grant no second try, and a sweep then draws none
TEXT = """
schema: anxinbao/scenario@1
horizon: {from: 2025-03-09, to: 2029-12-31}
seed: 20250309
behaviour: {base: district}
overrides: {panel_seats: 20, selection_number: 200, pool_size: 5亿}
portfolio:
  generate: {filings: 200, stages: {5: 100%}, loans: {chance: 25%}}
"""


@lru_cache(maxsize=1)
def scenario() -> Scenario:
    """The scenario; every project files within the trial year."""
    return open_scenario(Source(TEXT, "district.yaml", "bench")).scenario


def settings(number: int) -> list[Setting]:
    """The first replications as the readable engine takes them."""
    return [prepare(scenario(), replication=replication).setting for replication in range(number)]


@lru_cache(maxsize=1)
def world_spec() -> WorldSpec:
    """What the compiled worlds are sampled from."""
    made, setting = scenario(), prepare(scenario()).setting
    resolved = resolve_scenario(made)
    spec = made.portfolio.generate
    assert spec is not None
    assert made.behaviour is not None
    return world_spec_of(
        to_portfolio(made, resolved),
        spec.to_escrow(),
        made.behaviour.to_escrow(),
        max(setting.terms.trial_from, made.horizon.from_.toordinal()),
        setting.intake_until,
        levers(setting.terms),
    )


def block(number: int, first: int = 0) -> Block:
    """Worlds of consecutive replications, sampled."""
    return sample_block(world_spec(), SEED, first, number, tries=TRIES)
