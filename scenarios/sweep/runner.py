"""Run a sweep: lay it out, run the chunks that are not there yet, keep what they came to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ledger.text import Text
from scenarios.sweep import folder as places
from scenarios.sweep.cells import Failure
from scenarios.sweep.chunks import Chunk, chunks_of, sharded
from scenarios.sweep.engines import Engine
from scenarios.sweep.experiment import Experiment
from scenarios.sweep.layout import Layout, lay_out
from scenarios.sweep.manifest import described
from scenarios.sweep.parts import OUTCOMES_FOLDER, part, sweep_away, write
from scenarios.sweep.precision import Wanted, enough
from scenarios.sweep.problems import NoReplications, ShardOfUnknown
from scenarios.sweep.shard import WHOLE, check_shard
from scenarios.sweep.spec import MAX_REPLICATIONS
from scenarios.sweep.study import POINTS
from scenarios.sweep.task import ChunkDone, ChunkTask, run_chunk
from scenarios.sweep.workers import AHEAD, Pool, count, pool_for, run_all

Progress = Callable[[int, int], None]


class How(NamedTuple):
    """How a sweep is run; nothing of it changes a number, except which engine may be used."""

    engine: Engine = "auto"
    workers: int | None = None
    shard: tuple[int, int] = WHOLE
    resume: bool = False
    pool: Pool | None = None
    progress: Progress | None = None


AS_USUAL = How()


@dataclass(frozen=True, slots=True)
class Swept:
    """A sweep that is done: its folder, points by engine, why some fell back, failures of this run.

    `recognised` when all of it was there already; `met` is None without a wished precision.
    """

    folder: Path
    layout: Layout
    replications: int
    ran: int
    failures: tuple[Failure, ...]
    recognised: bool
    met: bool | None = None

    @property
    def fallbacks(self) -> dict[int, list[Text]]:
        """Why points run in SimPy."""
        return self.layout.fallbacks


def sweep(
    experiment: Experiment, out: Path | None = None, how: How = AS_USUAL, wanted: Sequence[Wanted] = ()
) -> Swept:
    """Run every replication of every point and keep it in `out` (by default under runs/).

    A finished sweep of the same inputs is recognised; an interrupted one goes on with `resume`, to
    identical files. With `wanted` it goes on until every half width is met.
    """
    _check(experiment, how, wanted)
    layout = lay_out(experiment, how.engine)
    manifest = described(experiment, layout, how.engine, how.shard, wanted)
    folder = places.folder_for(out, experiment.name, manifest["digest"], how.shard)
    with places.locked(folder):
        begun = places.begun(folder, manifest, resume=how.resume)
        if begun is not None and begun["finished"]:
            return Swept(folder, layout, begun["replications"], 0, (), True, begun.get("met"))
        sweep_away(folder)
        write(folder / POINTS, layout.columns(), manifest["digest"])
        places.tell(folder, manifest)
        return _run(Work(folder, manifest, layout, how), experiment, wanted)


@dataclass
class Work:
    """A sweep under way."""

    folder: Path
    manifest: dict[str, Any]
    layout: Layout
    how: How
    ran: int = 0
    done: int = 0
    failures: tuple[Failure, ...] = ()

    def chunks(self, first: int, last: int) -> list[Chunk]:
        """Chunks of this shard."""
        return sharded(chunks_of(self.layout.groups(), first, last), self.how.shard)

    def run(self, first: int, last: int) -> None:
        """Run the chunks of replications `first` to below `last` that are not kept yet."""
        chunks = self.chunks(first, last)
        left = [chunk for chunk in chunks if not part(self.folder, OUTCOMES_FOLDER, chunk.name).exists()]
        self.done += sum(chunk.cells for chunk in chunks) - sum(chunk.cells for chunk in left)
        total = self.done + sum(chunk.cells for chunk in left)
        tasks = [ChunkTask(str(self.folder), self.manifest["digest"], chunk) for chunk in left]
        workers = count(self.how.workers)
        self._tell(total)
        if self.how.pool is not None:
            self._all(self.how.pool, tasks, total, 4 * getattr(self.how.pool, "workers", workers))
        elif tasks:
            with pool_for(sorted({chunk.engine for chunk in left}), workers) as pool:
                self._all(pool, tasks, total, AHEAD * workers)

    def _all(self, pool: Pool, tasks: list[ChunkTask], total: int, ahead: int) -> None:
        for done in run_all(pool, run_chunk, tasks, ahead):
            self._took(done)
            self._tell(total)

    def _tell(self, total: int) -> None:
        if self.how.progress is not None:
            self.how.progress(self.done, total)

    def _took(self, done: ChunkDone) -> None:
        self.ran += done.cells
        self.done += done.cells
        self.failures += done.failures


def _run(work: Work, experiment: Experiment, wanted: Sequence[Wanted]) -> Swept:
    first, last = 0, experiment.replications
    met: bool | None = None
    while True:
        work.run(first, last)
        if not wanted:
            break
        more = enough(work.folder, wanted, last)
        met = more is not None and more <= last
        if more is None or more <= last:
            break
        first, last = last, more
    sweep_away(work.folder)  # a worker that was lost may have left one
    finished = {**work.manifest, "replications": last, "met": met, "finished": True}
    places.tell(work.folder, finished)
    return Swept(work.folder, work.layout, last, work.ran, work.failures, False, met)


def _check(experiment: Experiment, how: How, wanted: Sequence[Wanted]) -> None:
    if not 1 <= experiment.replications <= MAX_REPLICATIONS:
        raise NoReplications(found=experiment.replications, most=f"{MAX_REPLICATIONS:,}")
    check_shard(how.shard)
    if wanted and how.shard != WHOLE:
        raise ShardOfUnknown
