"""Chunks: the pieces of a sweep that are run, kept and resumed one by one, the same on every machine."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

CELLS = {"compiled": 16_384, "simpy": 256}
"""Replications of points in a chunk: a second or so of work."""
POINTS = 256
PIECES = 16
"""Chunks that a small sweep is cut into, so that workers and shards share it; each group has its own."""


class Group(NamedTuple):
    """Points that meet the same worlds in the same engine."""

    world: int
    engine: str
    points: tuple[int, ...]


class Chunk(NamedTuple):
    """Replications `first` to below `last` of some points of a group."""

    name: str
    engine: str
    points: tuple[int, ...]
    first: int
    last: int

    @property
    def cells(self) -> int:
        """How many replications of points it holds."""
        return len(self.points) * (self.last - self.first)


def chunks_of(groups: Sequence[Group], first: int, last: int) -> list[Chunk]:
    """Chunks of replications `first` to below `last`, group after group: a worker prepares each once."""
    cells = sum(len(group.points) for group in groups) * (last - first)
    piece = -(-cells // PIECES)
    numbered = enumerate(groups)
    return [chunk for number, group in numbered for chunk in _of_group(number, group, first, last, piece)]


def grouped(worlds: Iterable[int], engines: Iterable[str]) -> list[Group]:
    """Points by the worlds they meet and the engine they run in, in order of first appearance."""
    found: dict[tuple[int, str], list[int]] = {}
    for number, key in enumerate(zip(worlds, engines, strict=True)):
        found.setdefault(key, []).append(number)
    return [Group(*key, tuple(points)) for key, points in found.items()]


def sharded(chunks: Sequence[Chunk], shard: tuple[int, int]) -> list[Chunk]:
    """Every N-th chunk, beginning with the I-th, for shard (I, N)."""
    number, of = shard
    return list(chunks[number - 1 :: of])


def _of_group(number: int, group: Group, first: int, last: int, piece: int) -> Iterator[Chunk]:
    """Chunks of about `piece` replications of points, none larger than its engine's."""
    for begin in range(0, len(group.points), POINTS):
        points = group.points[begin : begin + POINTS]
        step = max(1, min(CELLS[group.engine] // len(points), -(-piece // len(points))))
        for at in range(first, last, step):
            name = f"g{number:04d}-p{begin:06d}-r{at:08d}"
            yield Chunk(name, group.engine, points, at, min(at + step, last))
