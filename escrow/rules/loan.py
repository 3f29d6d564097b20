"""Guaranteed loan (担保贷款): every number is a term of the scenario, the text prints none."""

from escrow.arithmetic import FEN_HALF_UP, share
from escrow.rules.entitlement import Entitlement, Rate, entitled

CLAUSE = "xiaoshan-guarantee-loan"
DAYS_A_YEAR = 365


def simple_interest(principal_fen: int, rate: Rate, days: int) -> int:
    """Simple interest or a fee (fen) for `days` at a yearly rate on 365 days, half up to the fen."""
    num, den = rate
    return share(principal_fen, num * days, den * DAYS_A_YEAR, FEN_HALF_UP)


def charge(principal_fen: int, rate: Rate, days: int) -> Entitlement:
    """A fee or interest with its workings."""
    workings = (("principal", principal_fen), ("rate", *rate), ("days", days))
    return entitled(CLAUSE, simple_interest(principal_fen, rate, days), workings)


def shared(total_fen: int, rates: tuple[Rate, ...]) -> tuple[int, ...]:
    """`total_fen` cut by rates, each running sum rounded down; the last place is the rest.

    The parts add up to the total exactly, whatever the rates, so long as these do not pass 1.
    """
    parts: list[int] = []
    num, den, before = 0, 1, 0
    for part_num, part_den in rates:
        num, den = num * part_den + part_num * den, den * part_den
        running = total_fen * num // den
        parts.append(running - before)
        before = running
    return (*parts, total_fen - before)


def part(total_fen: int, amount_fen: int, rate: Rate) -> Entitlement:
    """One sharer's part of a payout or a recovery, with its workings."""
    return entitled(CLAUSE, amount_fen, (("base", total_fen), ("rate", *rate)))
