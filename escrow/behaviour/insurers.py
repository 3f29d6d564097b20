"""Insurers: from when they bind no policy any more, or only at another price."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Insurers:
    """What insurers decide for the policies that are drawn; those that a scenario states stand.

    From `exit_day` on none is bound; from `dearer_from` on the premium rate is multiplied by `factor`.
    """

    exit_day: int | None = None
    dearer_from: int | None = None
    factor: Fraction = Fraction(1)

    def normal(self) -> dict[str, object]:
        """As plain data."""
        return {"exit": self.exit_day, "dearer_from": self.dearer_from, "factor": str(self.factor)}
