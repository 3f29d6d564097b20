"""What a settlement decides for one project (and, with shares by contract, one of its enterprises)."""

from typing import NamedTuple

from escrow.settlement.books import Grant
from escrow.tape import Reason


class CapPart(NamedTuple):
    """The part of an award that falls under one cap: before it, what it had left, and what was granted."""

    bucket: int
    before_fen: int
    left_fen: int
    amount_fen: int


class Award(NamedTuple):
    """A decided grant with everything needed to explain it; all amounts in fen.

    base = input - claims (- premium subsidy); before = rate of base - settled + carried_in;
    amount = before - cut - other - withheld. `clawback_fen` is demanded back and excludes an amount.
    """

    project: int
    enterprise: int
    year: int
    input_fen: int
    claims_fen: int
    base_fen: int
    settled_fen: int
    carried_in_fen: int
    before_fen: int
    cap_left_fen: int
    cut_fen: int
    other_fen: int
    withheld_fen: int
    amount_fen: int
    clawback_fen: int
    parts: tuple[CapPart, ...]
    reasons: tuple[Reason, ...]

    @property
    def bucket(self) -> int:
        """The cap year the award falls under; the last one when it falls under several."""
        return self.parts[-1].bucket

    def grants(self) -> list[Grant]:
        """What to write into the project's book once the award is decided, so that later caps see it."""
        return [Grant(p.bucket, self.enterprise, p.amount_fen) for p in self.parts if p.amount_fen]
