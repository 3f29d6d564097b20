"""The clause algebra: a million cases against plain numpy and OpenFisca, one case, and a cold start."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.util import find_spec
from typing import Any

import numpy as np

from escrow.clauses import load_catalogue
from escrow.clauses.column import Column
from tests.benchmarks.measure import Absent, Result, duration, rate, seconds

CASES = 1_000_000
CLAUSE = "binjiang2024-national-task-match"  # a quarter of what was received, at most 5,000,000 yuan
CAP_FEN = 500_000_000
DAY = date(2024, 6, 30)
MICROSECONDS = 50
COLD_SECONDS = 0.5
ROUNDS = 2_000


def received() -> Any:
    """What each enterprise received from above, in fen."""
    return np.random.default_rng(1).integers(0, 10**10, CASES)


def awards(amounts: Any) -> Callable[[], Any]:
    """The awards by the clause, ready to compute."""
    catalogue, columns = load_catalogue(), {"higher_level_received": Column(amounts)}
    return lambda: catalogue.evaluate_columns(CLAUSE, columns, DAY).amount_fen


def column_against_numpy() -> Result:
    """A capped rate over a million cases, against the int64 formula written out."""
    amounts = received()

    def plain() -> Any:
        return np.minimum((amounts * 25 * 2 + 100) // 200, CAP_FEN)

    assert (awards(amounts)() == plain()).all()
    return duration(lambda: awards(amounts), lambda: plain, goal="<= 5")


def column_against_openfisca() -> Result:
    """The same against OpenFisca-core, from arrays to awards; it takes 32-bit floats and keeps no fen."""
    if find_spec("openfisca_core") is None:
        raise Absent("pip install -e '.[bench]'")
    from tests.benchmarks import fisca

    amounts = received()
    return rate(
        lambda: awards(amounts), lambda: fisca.award(amounts), count=CASES, unit="cases/s", goal=">= 10"
    )


def case_against_openfisca() -> Result:
    """One case as people state it: explained by the clause, computed by OpenFisca."""
    if find_spec("openfisca_core") is None:
        raise Absent("pip install -e '.[bench]'")
    from tests.benchmarks import fisca

    catalogue, facts = load_catalogue(), {"higher_level_received": 16_000_000}

    def many(work: Callable[[], Any]) -> Callable[[], None]:
        def run() -> None:
            for _ in range(200):
                work()

        return run

    return rate(
        lambda: many(partial(catalogue.evaluate, CLAUSE, facts, DAY)),
        lambda: many(fisca.one_case(16_000_000)),
        count=200,
        unit="cases/s",
        goal=">= 1",
    )


def one_case() -> Result:
    """One explained case, in microseconds, once warm."""
    catalogue = load_catalogue()
    facts = catalogue.read_facts({"higher_level_received": "1600万"})
    day = DAY.toordinal()

    def work() -> None:
        for _ in range(ROUNDS):
            catalogue.evaluate(CLAUSE, facts, day)

    work()
    found = min(seconds(work) for _ in range(5)) * 10**6 / ROUNDS
    return Result(found / MICROSECONDS, found, MICROSECONDS, "us", "<= 1")


def load() -> Result:
    """All papers in a fresh process, interpreter and imports included, from the cache."""
    code = [sys.executable, "-c", "from escrow.clauses import load_catalogue; load_catalogue()"]

    def work() -> None:
        subprocess.run(code, check=True)

    work()
    found = min(seconds(work) for _ in range(5))
    return Result(found / COLD_SECONDS, found, COLD_SECONDS, "s", "<= 1")
