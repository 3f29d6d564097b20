"""The queue for pool money (排队): who waited, how long, and how many at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from escrow.tape import Kind
from scenarios.metrics.percentile import at_percent
from scenarios.metrics.subject import Line, Subject

_LEAVES = frozenset({Kind.POOL_PAID, Kind.POOL_REFUSED, Kind.PROJECT_ENDED, Kind.DEPOSIT_RETURNED})


@dataclass(frozen=True, slots=True)
class Queue:
    """Projects that waited for the pool; days are whole days, those still waiting count to the last day."""

    queued: int
    longest: int
    still_waiting: int
    waits: tuple[int, ...]
    median_days: int
    longest_days: int
    by_day: tuple[tuple[int, int], ...]


def queue(tape: Iterable[Line], subject: Subject) -> Queue:
    """Length and waiting days of the queue."""
    since: dict[int, int] = {}
    waits: list[int] = []
    lengths: dict[int, int] = {}
    queued = longest = 0
    for line in tape:
        if line.kind == Kind.POOL_QUEUED and line.project not in since:
            since[line.project] = line.day
            queued += 1
        elif line.kind in _LEAVES and line.project in since:
            waits.append(line.day - since.pop(line.project))
        else:
            continue
        lengths[line.day] = len(since)
        longest = max(longest, len(since))
    waits += [subject.last_day - day for day in since.values()]
    ordered = tuple(sorted(waits))
    return Queue(
        queued=queued,
        longest=longest,
        still_waiting=len(since),
        waits=ordered,
        median_days=at_percent(ordered, 50) or 0,
        longest_days=ordered[-1] if ordered else 0,
        by_day=tuple(sorted(lengths.items())),
    )
