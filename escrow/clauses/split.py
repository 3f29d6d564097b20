"""One amount shared among payers or over stages, so that the parts always sum to it."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

Stage = tuple[str, int, Fraction | int | None]


def split(
    amount_fen: int, payers: Mapping[str, int], odd_to: str | None = None
) -> tuple[tuple[str, int], ...]:
    """Each payer's whole fen by integer shares; what does not divide goes to `odd_to`, else the first.

    Who has no share is no payer.
    """
    total = sum(payers.values())
    if total <= 0:
        return ()
    parts = {name: int(amount_fen * share // total) for name, share in payers.items() if share}
    odd = odd_to if odd_to in parts else next(iter(parts))
    parts[odd] += amount_fen - sum(parts.values())
    return tuple(parts.items())


def stages_of(amount_fen: int, stages: Iterable[Stage]) -> tuple[tuple[str, int, int], ...]:
    """(event, years later, fen) of each stage: running totals are rounded down, `None` takes the rest.

    Shares that sum to one use up the amount to the fen.
    """
    listed = list(stages)
    stated = sum((Fraction(share) for _, _, share in listed if share is not None), Fraction(0))
    rest = max(Fraction(0), 1 - stated)
    rests = sum(share is None for _, _, share in listed) or 1
    done, paid, found = Fraction(0), 0, []
    for event, years, share in listed:
        done += rest * Fraction(1, rests) if share is None else Fraction(share)
        upto = int(amount_fen * done // 1)
        found.append((event, years, upto - paid))
        paid = upto
    return tuple(found)
