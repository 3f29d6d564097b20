"""Instalments: how an agreed total is divided, and how the first answers to who pays for it."""

from dataclasses import dataclass
from fractions import Fraction

from escrow.world.joining import Levers


@dataclass(frozen=True, slots=True)
class FirstShareResponse:
    """The parties enlarge instalment 1 towards a share of the total, the more of it the public carries.

    The pool pays for instalment 1 and the enterprise risks only its deposit, so both gain from a large
    one. They go `strength` of the way when the pool pays all and no deposit is asked; a limit on the first
    share is kept. Both numbers are judgements (J), and no draw is asked for.
    """

    towards: Fraction = Fraction(4, 5)
    strength: Fraction = Fraction(1, 2)

    def first(self, instalments: list[int], levers: Levers) -> int:
        """Instalment 1 as agreed under these levers, in the unit of the instalments."""
        own, total = instalments[0], sum(instalments)
        wanted = max(own, int(total * self.towards))
        carried = min(max(levers.pool_budget_rate - levers.deposit_rate, Fraction(0)), Fraction(1))
        first = own + int((wanted - own) * self.strength * carried)
        if levers.first_share_max is not None:
            first = min(first, int(total * levers.first_share_max))
        return max(1, min(first, total - len(instalments) + 1))


def divided(total: int, weights: list[int], first_percent: int | None = None) -> list[int]:
    """Whole 万元 that add up to `total`, by weights; the last stage takes what rounding leaves."""
    if first_percent is not None and len(weights) > 1:
        return with_first(max(1, total * first_percent // 100), total, weights)
    whole = sum(weights)
    shares = [max(1, total * weight // whole) for weight in weights[:-1]]
    return [*shares, total - sum(shares)]


def with_first(first: int, total: int, weights: list[int]) -> list[int]:
    """The same with the first instalment given and the rest divided by the other weights."""
    return [first, *divided(total - first, weights[1:])]
