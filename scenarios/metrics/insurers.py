"""Loss ratio (赔付率) by insurer: claims paid over premiums received."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from escrow.tape import Kind
from scenarios.metrics.subject import Line, Subject


@dataclass(frozen=True, slots=True)
class InsurerResult:
    """Premiums and claims of one insurer, fen."""

    premiums_fen: int
    claims_fen: int

    @property
    def loss_ratio(self) -> Fraction | None:
        """Claims over premiums; None without premiums."""
        return Fraction(self.claims_fen, self.premiums_fen) if self.premiums_fen else None


def insurer_results(tape: Iterable[Line], subject: Subject) -> dict[str, InsurerResult]:
    """Premiums and claims by insurer, in order of name."""
    sums: dict[str, list[int]] = {}
    for line in tape:
        if line.kind in (Kind.PREMIUM_PAID, Kind.CLAIM_PAID):
            pair = sums.setdefault(subject.insurer(line.project), [0, 0])
            pair[line.kind == Kind.CLAIM_PAID] += line.amount
    return {name: InsurerResult(*sums[name]) for name in sorted(sums)}
