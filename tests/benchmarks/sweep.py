"""A sweep of 20 policies on the baseline with 200 filings: seconds in all, and by stage of the work.

`python -m tests.benchmarks.sweep [--replications N]`; not part of `make bench`, for it takes a minute. The
stages are timed on one thread over one chunk, and told for the whole sweep; the sweep runs on all threads.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

import numpy as np

from escrow.compiled.block import Room, replications, results_for
from escrow.compiled.outcomes.state import State
from escrow.compiled.scratch import Scratch
from escrow.compiled.world import Sampler
from scenarios.spec.load import Asked
from scenarios.sweep import How, experiment_of, sweep
from scenarios.sweep.by_compiled import BLOCK, run
from scenarios.sweep.compiled import Group, group_of
from scenarios.sweep.parts import keep
from scenarios.sweep.study import study_of

VARY = ("deposit_rate=10%:25%:5%", "pool_size=5000万:2.5亿:5000万")
SETS = ("portfolio.generate.filings=200",)
CHUNK = 200


class Stage(NamedTuple):
    """A stage of the work: seconds of one thread for the whole sweep."""

    name: str
    seconds: float


def measured(number: int, workers: int | None) -> tuple[float, int, list[Stage]]:
    """Seconds of the whole sweep by the clock, its points, and its stages."""
    experiment = experiment_of(vary=VARY, asked=Asked(sets=SETS), replications=number)
    with TemporaryDirectory() as folder:
        warm = experiment_of(vary=VARY, asked=Asked(sets=SETS), replications=BLOCK)
        sweep(warm, Path(folder, "warm"))
        begun = perf_counter()
        done = sweep(experiment, Path(folder, "sweep"), How(workers=workers))
        seconds = perf_counter() - begun
        digest = json.loads(Path(done.folder, "sweep.json").read_text(encoding="utf-8"))["digest"]
        points = tuple(range(len(done.layout.points)))
        return seconds, len(points), stages(done.folder, digest, points, number)


def stages(folder: Path, digest: str, points: tuple[int, ...], number: int) -> list[Stage]:
    """Each stage over one chunk, scaled to the sweep."""
    study = study_of(str(folder), digest)
    group = group_of(study, points)
    sampler = Sampler(group.spec, BLOCK, group.tries)
    firsts = range(0, CHUNK, BLOCK)
    sampling = _seconds(lambda: [sampler.block(group.seed, first, BLOCK) for first in firsts])
    mechanism = _seconds(lambda: _all_policies(group, reducing=0))
    reduced = _seconds(lambda: _all_policies(group, reducing=1))
    cells = list(run(study, points, 0, CHUNK))
    writing = _seconds(lambda: keep(study.folder, "timed", cells, digest, years=study.years, fans=study.fans))
    scale = number / CHUNK
    return [
        Stage("sampling", sampling * scale),
        Stage("mechanism", (mechanism - sampling) * scale),
        Stage("reduction", (reduced - mechanism) * scale),
        Stage("writing", writing * scale),
    ]


def _all_policies(group: Group, reducing: int) -> None:
    """Blocks sampled and run under every policy, as by_compiled does."""
    sampler, room, chosen = Sampler(group.spec, BLOCK, group.tries), Room(), np.arange(BLOCK)
    results = [results_for(point.plan, BLOCK) for point in group.points]
    for first in range(0, CHUNK, BLOCK):
        block = sampler.block(group.seed, first, BLOCK)
        for point, into in zip(group.points, results, strict=True):
            scratch: Scratch
            state: State
            scratch, state = room.arrays(point.policy, block, point.plan, 1)
            replications(point.policy, block, scratch, point.plan, state, into, chosen, reducing)


def _seconds(work: Callable[[], object]) -> float:
    """The least of three, in time of the processor: what else the machine does is not counted."""
    work()
    times = []
    for _ in range(3):
        begun = process_time()
        work()
        times.append(process_time() - begun)
    return min(times)


def main() -> None:
    """Parses the command line, runs, prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.sweep", description=__doc__)
    parser.add_argument("--replications", type=int, default=10_000)
    parser.add_argument("--workers", type=int)
    asked = parser.parse_args()
    seconds, points, found = measured(asked.replications, asked.workers)
    print(f"{points} policies x {asked.replications:,} replications: {seconds:.1f} s by the clock")
    for name, each in found:
        print(
            f"{name:<12}{each:>8.1f} s of one thread {each / asked.replications / points * 1e6:>8.1f} us each"
        )


if __name__ == "__main__":
    main()
