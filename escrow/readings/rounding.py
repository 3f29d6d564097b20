"""Readings of the sums around a deposit: how they are rounded, what they are a share of, how much is lost."""

from collections.abc import Callable
from typing import Any, NamedTuple

from escrow.arithmetic import FEN_DOWN, FEN_UP, YUAN_HALF_UP


class Roundings(NamedTuple):
    """Rounding codes of escrow.arithmetic: for amounts with a floor (deposits) and for grants."""

    floor: int
    grant: int


# rounding: () -> Roundings.


def fen_floors_up_grants_down() -> Roundings:
    """Exact to the fen: floors hold, caps are not passed."""
    return Roundings(FEN_UP, FEN_DOWN)


def yuan_half_up() -> Roundings:
    """Whole yuan, half up, for deposits and grants alike."""
    return Roundings(YUAN_HALF_UP, YUAN_HALF_UP)


# next_deposit_base: (next instalment, first instalment) -> fen the next deposit is a share of.


def next_instalment(next_fen: int, first_fen: int) -> int:
    """The instalment that the deposit belongs to."""
    return next_fen


def first_instalment(next_fen: int, first_fen: int) -> int:
    """The first instalment, for every deposit."""
    return first_fen


# prepaid_excess_on_failure: (paid into escrow for the stage, its deposit part) -> fen that come back.


def excess_returned(paid_in_fen: int, deposit_fen: int) -> int:
    """Only the deposit part is lost."""
    return paid_in_fen - deposit_fen


def excess_lost(paid_in_fen: int, deposit_fen: int) -> int:
    """Everything paid in advance is lost."""
    return 0


OPTIONS: dict[str, dict[str, Callable[..., Any]]] = {
    "rounding": {"fen_floors_up_grants_down": fen_floors_up_grants_down, "yuan_half_up": yuan_half_up},
    "next_deposit_base": {"next_instalment": next_instalment, "first_instalment": first_instalment},
    "prepaid_excess_on_failure": {"returned": excess_returned, "lost": excess_lost},
}
