"""A yearly district budget (区财政预算) that may fall short; the fiscal year is that of the payment.

Each function takes the amounts due in the order they are served and what is left, in fen, and
says for each what is paid now, what waits for the next year, and what lapses.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Outcome(NamedTuple):
    """One amount under the envelope, in fen: the three add up to what was due."""

    paid_fen: int
    deferred_fen: int
    lapsed_fen: int


def trim(due: Sequence[int], left_fen: int) -> list[Outcome]:
    """Pay in order; the one that meets the end of the money is cut, the rest lapses."""
    outcomes: list[Outcome] = []
    for amount in due:
        paid = max(0, min(amount, left_fen))
        left_fen -= paid
        outcomes.append(Outcome(paid, 0, amount - paid))
    return outcomes


def prorate(due: Sequence[int], left_fen: int) -> list[Outcome]:
    """Pay every amount in the same proportion, rounded down to the fen; the rest lapses."""
    asked, left_fen = sum(due), max(0, left_fen)
    if asked <= left_fen:
        return [Outcome(amount, 0, 0) for amount in due]
    paid = [amount * left_fen // asked for amount in due]
    return [Outcome(part, 0, amount - part) for part, amount in zip(paid, due, strict=True)]


def defer(due: Sequence[int], left_fen: int) -> list[Outcome]:
    """Pay whole amounts in order; the first that does not fit and all after it wait for the next year."""
    outcomes: list[Outcome] = []
    short = False
    for amount in due:
        short = short or amount > left_fen
        left_fen -= 0 if short else amount
        outcomes.append(Outcome(0, amount, 0) if short else Outcome(amount, 0, 0))
    return outcomes


SHORT: dict[str, Callable[[Sequence[int], int], list[Outcome]]] = {
    "trim": trim,
    "prorate": prorate,
    "defer": defer,
}
