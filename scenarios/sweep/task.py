"""A chunk as a task that any worker can run: small to send, its parts written where it runs."""

from typing import NamedTuple

from scenarios.sweep import by_compiled, by_simpy
from scenarios.sweep.cells import Failure
from scenarios.sweep.chunks import Chunk
from scenarios.sweep.parts import keep
from scenarios.sweep.study import study_of


class ChunkTask(NamedTuple):
    """A chunk of the sweep that is laid out in `folder`."""

    folder: str
    digest: str
    chunk: Chunk


class ChunkDone(NamedTuple):
    """A chunk that is kept: how many replications of points, and which failed."""

    name: str
    cells: int
    failures: tuple[Failure, ...]


def run_chunk(task: ChunkTask) -> ChunkDone:
    """Run a chunk and write its parts; the same call gives the same bytes on every worker."""
    study, chunk = study_of(task.folder, task.digest), task.chunk
    engine = by_compiled if chunk.engine == "compiled" else by_simpy
    cells = list(engine.run(study, chunk.points, chunk.first, chunk.last))
    keep(study.folder, chunk.name, cells, task.digest, years=study.years, fans=study.fans)
    failures = tuple(failure for each in cells for failure in each.failures)
    return ChunkDone(chunk.name, chunk.cells, failures)
