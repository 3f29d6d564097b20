"""Who runs the chunks: this thread, threads (the compiled engine lets go of the interpreter), processes."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from contextlib import contextmanager
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 2
"""Tasks handed out for each worker, so that none waits and a stop loses little."""


class Pool(Protocol):
    """What the runner needs of an executor (concurrent.futures, or a cluster's)."""

    def submit(self, call: Callable[[T], R], task: T, /) -> "Future[R]":
        """Begin a task."""


def count(asked: int | None) -> int:
    """Workers: as asked, else one a processor that this process may use."""
    if asked is not None:
        return asked
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def pool_for(engines: Sequence[str], workers: int) -> Iterator[Executor]:
    """Threads where everything is compiled; processes where Python itself has to run."""
    pool: Executor
    if workers == 1 or "simpy" not in engines:
        pool = ThreadPoolExecutor(workers)
    else:
        pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_leave_stopping)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def run_all(pool: Pool, call: Callable[[T], R], tasks: Sequence[T], ahead: int) -> Iterator[R]:
    """The results as they come, with few tasks under way so that stopping is quick."""
    left = iter(tasks)
    under_way: set[Future[R]] = set()
    while True:
        while len(under_way) < ahead and (task := next(left, None)) is not None:
            under_way.add(pool.submit(call, task))
        if not under_way:
            return
        done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()


def _leave_stopping() -> None:
    """Ctrl-C goes to every process of the terminal; the one that hands out the work answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
