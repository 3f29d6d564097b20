"""Input and claims of one project at one audit, and what a reading of claim_scope makes of them."""

from typing import NamedTuple


class ClaimFacts(NamedTuple):
    """Fen: new input and new claims of this audit, claims carried so far, and the totals to date."""

    input: int
    claims: int
    carried: int
    input_to_date: int
    claims_to_date: int


class ClaimResult(NamedTuple):
    """The base (fen), the claims deducted in it and carried on.

    `to_date` says that the base covers the whole project so far, so that grants already settled
    are subtracted and a difference below zero is demanded back.
    """

    base: int
    deducted: int
    carried: int
    to_date: bool
