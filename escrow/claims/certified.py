"""What the ledger certifies of a claim: earlier payments and upper-level money that has arrived."""

from collections.abc import Container
from typing import NamedTuple

from escrow.claims.model import Facts, Value

RECEIVED = "higher_level_received"


class Certified(NamedTuple):
    """Fen: granted before for the same, taken of the pool this year, received (None: not a match).

    `repeated`: the same was granted at the same level, which is more than the same matter.
    """

    paid_before_fen: int = 0
    paid_this_year_fen: int = 0
    received_fen: int | None = None
    repeated: bool = False


NOTHING = Certified()


def with_certified(asked: Container[str], facts: Facts, known: Certified) -> Facts:
    """Facts of a case with what the run knows, as far as the clause asks; stated amounts are added to."""
    found: dict[str, Value] = dict(facts)
    if "paid_before" in asked:
        found["paid_before"] = _fen(facts.get("paid_before")) + known.paid_before_fen
    if "already_paid" in asked:
        found["already_paid"] = bool(facts.get("already_paid")) or known.repeated
    if "paid_this_year" in asked:
        found["paid_this_year"] = _fen(facts.get("paid_this_year")) + known.paid_this_year_fen
    if RECEIVED in asked and known.received_fen is not None:
        found[RECEIVED] = known.received_fen
    return found


def _fen(value: Value | None) -> int:
    return value if isinstance(value, int) else 0
