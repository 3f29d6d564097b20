"""Concentration by platform (平台集中度): who holds how much of the approved contract value."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from escrow.tape import Kind
from scenarios.metrics.subject import Line, Subject


@dataclass(frozen=True, slots=True)
class Concentration:
    """Approved contract value by platform (fen), the largest share, and the sum of squared shares (HHI)."""

    by_platform: dict[str, int]
    largest: str
    largest_share: Fraction | None
    hhi: Fraction | None


def concentration(tape: Iterable[Line], subject: Subject) -> Concentration:
    """Shares of the agreed totals of approved projects."""
    value: Counter[str] = Counter()
    for line in tape:
        plan = subject.plan(line.project)
        if line.kind == Kind.APPROVED and plan is not None:
            value[plan.platform] += plan.agreed_total_fen
    whole = value.total()
    if not whole:
        return Concentration({}, "", None, None)
    largest = min(value, key=lambda name: (-value[name], name))
    return Concentration(
        by_platform={name: value[name] for name in sorted(value)},
        largest=largest,
        largest_share=Fraction(value[largest], whole),
        hhi=sum((Fraction(fen, whole) ** 2 for fen in value.values()), Fraction(0)),
    )
