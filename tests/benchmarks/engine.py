"""The engine against a bare SimPy model of the same flow, in time for each thing that happens.

Both get the same projects, and making either model is part of its time. They do not log exactly the same
number of rows, so each time is divided by the rows it produced; `python -m tests.benchmarks.engine` prints
the count of either.
"""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import hook
from tests.benchmarks.bare import District, Project, draw
from tests.benchmarks.measure import Result, Work, in_turns

PROJECTS = 400
SEED = 20250309
YEARS = 5
POOL_FEN = 10**13


def tape_only() -> Result:
    """The processes writing their tape, the world being drawn beforehand."""
    drawn = draw(PROJECTS, SEED)
    return _against_bare(drawn, lambda: hook.simulation(drawn, YEARS, POOL_FEN), "<= 3")


def with_ledger() -> Result:
    """The same, with its tape booked into a new SQLite ledger."""
    drawn = draw(PROJECTS, SEED)
    with TemporaryDirectory() as folder:
        fresh = (Path(folder, f"{number}.db") for number in count())
        return _against_bare(drawn, lambda: hook.booked(drawn, YEARS, POOL_FEN, next(fresh)), "<= 12")


def bare(drawn: list[Project]) -> Callable[[], int]:
    """The bare model, made and run; it gives its number of rows."""
    return lambda: District(drawn, POOL_FEN, YEARS).run()


def _against_bare(drawn: list[Project], ours: Callable[[], Callable[[], int]], goal: str) -> Result:
    rows_ours, rows_bare = ours()(), bare(drawn)()
    mine, theirs = in_turns(lambda: _work(ours()), lambda: _work(bare(drawn)))
    mine, theirs = mine / rows_ours, theirs / rows_bare
    return Result(mine / theirs, mine * 1e6, theirs * 1e6, "us/row", goal)


def _work(run: Callable[[], int]) -> Work:
    return run


if __name__ == "__main__":
    projects = draw(PROJECTS, SEED)
    print("rows of the engine:", hook.simulation(projects, YEARS, POOL_FEN)())
    print("rows of the bare model:", bare(projects)())
