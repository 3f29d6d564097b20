"""Forfeiture (保证金不予退还): what a missed milestone costs the enterprise, and what comes back."""

from collections.abc import Callable

from escrow.rules.deposit import least
from escrow.rules.entitlement import Entitlement, Rate, Readings, entitled

CLAUSE = "xiaoshan-forfeiture"
Kept = Callable[[int, int], int]  # (paid in, its deposit part) -> fen the platform keeps


def deposit_part(instalment_fen: int, paid_in_fen: int, rate: Rate, rounding: int) -> int:
    """The part of what lies in escrow that is deposit: the agreed rate of the instalment, at most all."""
    return min(paid_in_fen, least(instalment_fen, rate, rounding))


def forfeited(
    instalment_fen: int, paid_in_fen: int, deposit_fen: int, kept: Kept, readings: Readings = ()
) -> Entitlement:
    """What goes to the platform; `kept` is what reading prepaid_excess_on_failure does not give back."""
    amount = kept(paid_in_fen, min(paid_in_fen, deposit_fen))
    workings = (("instalment", instalment_fen), ("paid_in", paid_in_fen), ("deposit", deposit_fen))
    return entitled(CLAUSE, amount, workings, readings)


def excess_returned(paid_in_fen: int, forfeited_fen: int, readings: Readings = ()) -> Entitlement:
    """What goes back to the enterprise: everything in escrow that was not forfeited."""
    workings = (("paid_in", paid_in_fen), ("forfeited", forfeited_fen))
    return entitled(CLAUSE, paid_in_fen - forfeited_fen, workings, readings)
