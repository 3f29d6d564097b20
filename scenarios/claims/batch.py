"""Many replications of a claims scenario: their outcomes, from the compiled engine wherever it can."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.claims.setting import ClaimsSetting
from escrow.compiled.claims.office import year_starts
from escrow.compiled.claims.outcomes import OUTCOMES, YEARLY, Reduced, outcomes_of
from escrow.compiled.claims.refuse import must_support, unsupported
from escrow.compiled.claims.run import replications
from escrow.processes.fulfilment import simulate
from ledger.text import Text
from scenarios.claims.prepare import prepare_claims
from scenarios.claims.spec.load import ClaimsLoaded

Engine = Literal["auto", "compiled", "simpy"]

BLOCK = 16
"""Replications that are judged together: enough rows for the columns, few enough for the memory."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Outcomes of consecutive replications (replications, outcomes) and by year (replications, years, ...).

    `compiled` says which replications the compiled engine ran; `why` why it did not run all.
    """

    first: int
    values: IntArray
    years: IntArray
    first_year: int
    compiled: tuple[bool, ...]
    why: tuple[Text, ...] = ()

    def outcome(self, name: str) -> IntArray:
        """One outcome of every replication."""
        return self.values[:, [each.name for each in OUTCOMES].index(name)]

    def yearly(self, name: str) -> IntArray:
        """One outcome by replication and year."""
        return self.years[:, :, [each.name for each in YEARLY].index(name)]


def replicate(loaded: ClaimsLoaded, first: int, last: int, engine: Engine = "auto") -> Batch:
    """Replications `first` to below `last`; UnsupportedPolicy when `compiled` is wished and cannot be."""
    reduced: list[Reduced] = []
    compiled: list[bool] = []
    why: dict[Text, None] = {}
    for at in range(first, last, BLOCK):
        numbers = range(at, min(at + BLOCK, last))
        settings = [prepare_claims(loaded, replication=number).setting for number in numbers]
        for setting in settings if engine == "compiled" else ():
            must_support(setting)
        for setting in settings if engine == "auto" else ():
            why.update(dict.fromkeys(unsupported(setting)))
        for found, by_kernel in _run(settings, engine):
            reduced.append(found)
            compiled.append(by_kernel)
    values, years = (np.array([each[part] for each in reduced]) for part in (0, 1))
    begins = date.fromordinal(settings[0].first_day).year
    return Batch(first, values, years, begins, tuple(compiled), tuple(why))


def _run(settings: Sequence[ClaimsSetting], engine: Engine) -> Iterator[tuple[Reduced, bool]]:
    """Each replication reduced, and whether the kernel ran it."""
    left = [setting for setting in settings if engine != "simpy" and not unsupported(setting)]
    tapes = iter([each.tape() for each in replications(left)] if left else [])
    for setting in settings:
        tape = next(tapes) if any(setting is each for each in left) else None
        by_kernel = isinstance(tape, np.ndarray)
        rows = tape if isinstance(tape, np.ndarray) else np.array(simulate(setting), dtype=np.int64)
        ends = (date.fromordinal(day).year for day in (setting.first_day, setting.last_day))
        yield outcomes_of(rows, year_starts(*ends)), by_kernel
