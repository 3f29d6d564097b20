"""The compiled engine: against SimPy, two threads against one, sampling, a cached start, and a loop in C."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from escrow.compiled.block import Room, replications, results_for, run_block
from escrow.compiled.columns import Block
from escrow.compiled.known import fitting
from escrow.compiled.outcomes.plan import plan_of
from escrow.compiled.policy import policy_of
from escrow.compiled.world import Sampler
from escrow.processes.simulate import simulate
from tests.benchmarks import c_loop, district
from tests.benchmarks.measure import REPEATS, Result, Work, in_turns

REPLICATIONS = 64
AT_ONCE = 8  # what about fits a core's second-level cache
READABLE = 2
START_AIM_SECONDS = 0.5
_START = """
from time import perf_counter
begun = perf_counter()
import pickle, sys
from escrow.compiled.block import run_block
from escrow.compiled.world import sample_block
policy, plan, spec, seed = pickle.load(open(sys.argv[1], "rb"))
run_block(policy, sample_block(spec, seed, 0, 4), plan, 0, 4)
print(perf_counter() - begun)
"""


def engine() -> Result:
    """Milliseconds a replication, tape against tape; the outcomes are not counted, as SimPy makes none."""
    run, settings = tapes(_blocks(0)), district.settings(READABLE)
    ours, theirs = in_turns(_work(run), _work(lambda: [simulate(setting) for setting in settings]))
    ours, theirs = ours / REPLICATIONS * 1e3, theirs / READABLE * 1e3
    return Result(theirs / ours, ours, theirs, "ms", ">= 100")


def threads() -> Result:
    """Replications a second on two threads against one."""
    halves = [mechanism(_blocks(0)), mechanism(_blocks(REPLICATIONS))]
    with ThreadPoolExecutor(2) as pool:
        two, one = in_turns(
            _work(lambda: list(pool.map(lambda run: run(), halves))),
            _work(lambda: [run() for run in halves]),
        )
    return Result(one / two, 2 * REPLICATIONS / two, 2 * REPLICATIONS / one, "runs/s", ">= 1.8")


def sampling() -> Result:
    """Microseconds a replication: drawing its world against running it."""
    sampler = Sampler(district.world_spec(), AT_ONCE, district.TRIES)
    firsts = range(0, REPLICATIONS, AT_ONCE)
    ours, theirs = in_turns(
        _work(lambda: [sampler.block(district.SEED, first, AT_ONCE) for first in firsts]),
        _work(mechanism(_blocks(0))),
    )
    ours, theirs = ours / REPLICATIONS * 1e6, theirs / REPLICATIONS * 1e6
    return Result(ours / theirs, ours, theirs, "us", "<= 1")


def against_c() -> Result:
    """Nanoseconds for each thing that happens, against the C loop on the same worlds."""
    blocks, setting = _blocks(0), district.settings(1)[0]
    span = setting.first_day, setting.last_day
    loops = [c_loop.loop(block, *span, setting.openings["risk_pool"]) for block in blocks]
    run = mechanism(blocks)
    rows_c = sum(int(loop()[:, c_loop.OUTCOMES.index("rows")].sum()) for loop in loops)
    rows = run()
    ours, theirs = in_turns(_work(run), _work(lambda: [loop() for loop in loops]))
    ours, theirs = ours / rows * 1e9, theirs / rows_c * 1e9
    return Result(ours / theirs, ours, theirs, "ns/row", "level")


def cached_start() -> Result:
    """Seconds from a fresh interpreter's first import to the end of its first block, all compiled before."""
    setting, spec = district.settings(1)[0], district.world_spec()
    given = policy_of(setting, spec.names), plan_of(setting, fans=False), spec, district.SEED
    with TemporaryDirectory() as folder:
        path = Path(folder, "given.pickle")
        path.write_bytes(pickle.dumps(given))
        seconds = median([_fresh(path) for _ in range(REPEATS + 1)][1:])
    return Result(seconds / START_AIM_SECONDS, seconds, START_AIM_SECONDS, "s", "<= 1")


def mechanism(blocks: list[Block]) -> Callable[[], int]:
    """Running worlds drawn beforehand, with their outcomes, on one thread; gives the number of rows."""
    setting = district.settings(1)[0]
    policy, plan = policy_of(setting, district.world_spec().names), plan_of(setting, fans=False)
    room, into = Room(), results_for(plan, AT_ONCE)

    def run() -> int:
        return sum(_rows(run_block(policy, block, plan, 0, AT_ONCE, room, into)) for block in blocks)

    return run


def tapes(blocks: list[Block]) -> Callable[[], None]:
    """Writing the tapes of worlds drawn beforehand, and nothing else."""
    setting = district.settings(1)[0]
    policy, plan = policy_of(setting, district.world_spec().names), plan_of(setting, fans=False)
    policy = policy._replace(known=fitting(policy.known, blocks[0].stage.shape[2]))
    scratch, state = Room().arrays(policy, blocks[0], plan, 1)
    into, chosen = results_for(plan, AT_ONCE), np.arange(AT_ONCE, dtype=np.int64)

    def run() -> None:
        for block in blocks:
            replications(policy, block, scratch, plan, state, into, chosen, 0)
            _rows(into)

    return run


def _rows(results: Any) -> int:
    assert not results.error.any()
    return int(results.rows.sum())


def _blocks(first: int) -> list[Block]:
    return [district.block(AT_ONCE, at) for at in range(first, first + REPLICATIONS, AT_ONCE)]


def _fresh(path: Path) -> float:
    command = [sys.executable, "-c", _START, str(path)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _work(run: Callable[[], object]) -> Callable[[], Work]:
    return lambda: run
