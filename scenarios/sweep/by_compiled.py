"""Chunks in the compiled engine: small blocks of worlds, each run under every policy while in the cache."""

from collections.abc import Iterator, Sequence

import numpy as np

from escrow.compiled.block import Results, Room, results_for, run_block
from escrow.compiled.columns import Block
from escrow.compiled.world import Sampler
from ledger.problem import Problem
from scenarios.prepare import prepare
from scenarios.sweep.by_simpy import failure, reduced_of
from scenarios.sweep.cells import Failure, PointCells
from scenarios.sweep.compiled import Ready, group_of
from scenarios.sweep.study import Study

BLOCK = 8
"""Worlds sampled at a time: what 200 projects take of each fits the processor's second cache."""


def run(study: Study, points: Sequence[int], first: int, last: int) -> Iterator[PointCells]:
    """Replications `first` to below `last` of points that meet the same worlds."""
    group, room = group_of(study, tuple(points)), Room()
    pairs = zip(points, group.points, strict=True)
    by_point = [PointBlocks(study, point, each, first, last) for point, each in pairs]
    sampler = Sampler(group.spec, min(BLOCK, last - first), group.tries)
    for at in range(first, last, BLOCK):
        number = min(BLOCK, last - at)
        block = sampler.block(group.seed, at, number)
        for each in by_point:
            each.take(block, at, number, room)
    yield from (each.cells() for each in by_point)


class PointBlocks:
    """One point in block after block of worlds: arrays that each block fills on."""

    def __init__(self, study: Study, point: int, ready: Ready, first: int, last: int) -> None:
        self._study, self._point, self._ready = study, point, ready
        self._first, self._last = first, last
        self._all = results_for(ready.plan, last - first)

    def take(self, block: Block, at: int, number: int, room: Room) -> None:
        """Run a block; one fan counts for the whole chunk."""
        begin = at - self._first
        end, all_of_them = begin + number, self._all
        part = Results(
            error=all_of_them.error[begin:end],
            rows=all_of_them.rows[begin:end],
            values=all_of_them.values[begin:end],
            years=all_of_them.years[begin:end],
            fan=all_of_them.fan,
        )
        run_block(self._ready.policy, block, self._ready.plan, 0, number, room, part)

    def cells(self) -> PointCells:
        """All replications; what the compiled engine gives up is tried by the readable one."""
        results, failures = self._all, []
        for place in np.flatnonzero(results.error).tolist():
            failed = self._again(place)
            failures += [failed] if failed else []
        done = np.flatnonzero(results.error == 0)
        return PointCells(
            point=self._point,
            replications=done + self._first,
            outcomes=results.values[done],
            first_year=self._ready.first_year,
            years=results.years[done],
            days=self._ready.days,
            fan=results.fan,
            failures=tuple(failures),
        )

    def _again(self, place: int) -> Failure | None:
        replication, results = place + self._first, self._all
        prepared = prepare(self._study.scenario(self._point), replication=replication)
        try:
            reduced = reduced_of(prepared, self._ready.plan)
        except Problem as problem:
            return failure(self._point, replication, problem)
        results.values[place] = list(reduced.values.values())
        results.years[place], results.error[place] = reduced.years, 0
        for total, one, add in zip(results.fan, reduced.fan, (np.add, np.minimum, np.maximum), strict=True):
            add(total, one, out=total)
        return None
