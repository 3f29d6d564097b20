"""Rulings as rows: amount or refusal, caps, who pays, in which stages."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.claims.tape import ClaimReason, Payer
from escrow.claims.terms import Ruling
from escrow.clauses.split import Stage
from escrow.compiled.claims.layout import NONE, R

Payers = tuple[tuple[Payer, int], ...]


class Rulings:
    """The rulings of a book so far. Who pays and the stages are kept once and found by number."""

    def __init__(self, events: Mapping[str, int], limits: int) -> None:
        self.events, self.limits = events, limits
        self._rows: list[list[int]] = []
        self._splits: dict[tuple[Payers, Payer | None], int] = {}
        self._plans: dict[tuple[Stage, ...], int] = {}

    def add(self, ruling: Ruling) -> int:
        """The number of a ruling, which is added."""
        refusal, detail, missing = _refusal(ruling)
        caps = [*ruling.caps, *[0] * (self.limits - len(ruling.caps))]
        split, plan = self.split(ruling.payers, ruling.odd_to), self.plan(ruling.stages)
        self._rows.append([ruling.amount_fen, refusal, detail, missing, split, plan, *caps])
        return len(self._rows) - 1

    def split(self, payers: Payers, odd_to: Payer | None) -> int:
        """The number of a way to share an amount among payers."""
        return self._splits.setdefault((payers, odd_to), len(self._splits))

    def plan(self, stages: tuple[Stage, ...]) -> int:
        """The number of a plan of stages; NONE when all is paid at once."""
        return self._plans.setdefault(stages, len(self._plans)) if stages else NONE

    def rows(self) -> IntArray:
        """The rulings, one a row."""
        return np.array(self._rows, dtype=np.int64).reshape(-1, R.CAPS + self.limits)

    def splits(self) -> IntArray:
        """Who pays: payers in their order, shares, place of the odd fen, sum."""
        return np.array([_split(*each) for each in self._splits] or [[0] * 10], dtype=np.int64)

    def plans(self) -> tuple[IntArray, IntArray]:
        """First row of each plan, and the rows: event, years after, share paid up to here."""
        starts, rows = [0], list[list[int]]()
        for stages in self._plans:
            rows += [
                [self.events[event], years, upto.numerator, upto.denominator]
                for event, years, upto in _running(stages)
            ]
            starts.append(len(rows))
        return np.array(starts, dtype=np.int64), np.array(rows, dtype=np.int64).reshape(-1, 4)


def _refusal(ruling: Ruling) -> tuple[int, int, int]:
    if ruling.absent:
        return ClaimReason.INCOMPLETE, len(ruling.absent), 0
    if not ruling.in_force:
        return ClaimReason.NOT_IN_FORCE, 0, 0
    if ruling.failed:
        return ClaimReason.NOT_ELIGIBLE, ruling.failed[0].test, ruling.failed[0].missing_fen
    return ClaimReason.NONE, 0, 0


def _split(payers: Payers, odd_to: Payer | None) -> list[int]:
    """Who has no share is no payer; the odd fen go to a named payer, else to the first."""
    shared = [(int(payer), share) for payer, share in payers if share]
    names = [payer for payer, _ in shared]
    odd = names.index(int(odd_to)) if odd_to is not None and int(odd_to) in names else 0
    rest = 4 - len(shared)
    shares = [share for _, share in shared]
    return [*names, *[NONE] * rest, *shares, *[0] * rest, odd, sum(share for _, share in payers)]


def _running(stages: Sequence[Stage]) -> list[tuple[str, int, Fraction]]:
    """Each stage with the share of the award that is paid up to and with it."""
    stated = sum((Fraction(share) for _, _, share in stages if share is not None), Fraction(0))
    rest, rests = max(Fraction(0), 1 - stated), sum(share is None for _, _, share in stages) or 1
    done, found = Fraction(0), []
    for event, years, share in stages:
        done += rest * Fraction(1, rests) if share is None else Fraction(share)
        found.append((event, years, done))
    return found
