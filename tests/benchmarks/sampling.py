"""Sampling worlds against running them: 200 projects of 5 stages in the stochastic district.

`python -m tests.benchmarks.sampling` prints the microseconds a replication takes and those of the readable
sampler. Both are read off the clock of the process, since other work may share the machine.
"""

from datetime import date
from fractions import Fraction
from time import process_time

from escrow.behaviour import Behaviour, QuantileTable, Split
from escrow.compiled.world import Sampler, WorldSpec, world_spec_of
from escrow.project import Portfolio
from escrow.world import PopulationSpec, build_world, generate
from tests.benchmarks.measure import Result, in_turns

PROJECTS, STAGES, SEED = 200, 5, 20250309
FROM, TO = date(2025, 3, 9).toordinal(), date(2026, 3, 8).toordinal()
POPULATION = PopulationSpec(filings=QuantileTable.constant(PROJECTS), stages=Split.of({STAGES: Fraction(1)}))
BEHAVIOUR = Behaviour.district()
BLOCK, BLOCKS = 4, 64


def spec() -> WorldSpec:
    """The worlds that are sampled."""
    return world_spec_of(Portfolio(()), POPULATION, BEHAVIOUR, FROM, TO)


def sampled(sampler: Sampler) -> None:
    """Many small blocks into the same arrays, as a sweep samples them."""
    for number in range(BLOCKS):
        sampler.block(SEED, number * BLOCK, BLOCK)


def readable(replications: int) -> None:
    """The same worlds from escrow.world."""
    for number in range(replications):
        build_world(generate(POPULATION, SEED, number, FROM, TO), BEHAVIOUR, SEED, number)


def sampling() -> Result:
    """Ours against the readable sampler, in microseconds a replication."""
    sampler, few = Sampler(spec(), BLOCK, tries=1), 8
    ours, theirs = in_turns(lambda: lambda: sampled(sampler), lambda: lambda: readable(few))
    mine, reference = ours / (BLOCK * BLOCKS) * 1e6, theirs / few * 1e6
    return Result(mine / reference, mine, reference, "us/world", "<= 0.02")


def _microseconds(block: int, tries: int) -> float:
    sampler = Sampler(spec(), block, tries)
    sampler.block(SEED, 0, block)
    times = []
    for number in range(256 // block + 1):
        start = process_time()
        sampler.block(SEED, number * block, block)
        times.append(process_time() - start)
    return sorted(times)[len(times) // 2] / block * 1e6


if __name__ == "__main__":
    for tries in (1, 2):
        for block in (1, 4, 16, 64):
            print(f"tries {tries}, blocks of {block}: {_microseconds(block, tries):.0f} us a world")
    print(sampling())
