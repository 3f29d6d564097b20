"""One claim while it runs: what was awarded, held and paid so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from escrow.claims.certified import NOTHING, Certified
from escrow.claims.model import ClaimPlan, Value
from escrow.claims.terms import ClauseTerms, Ruling, StagePart

NO_RULING = Ruling(0)


@dataclass(slots=True, eq=False)
class Case:
    """State of a claim; amounts in fen. `granted_fen` counts against stacking rules and limits."""

    plan: ClaimPlan
    clause: int
    terms: ClauseTerms
    facts: Mapping[str, Value]
    enterprise: str  # cash account
    ruling: Ruling = NO_RULING
    certified: Certified = NOTHING
    granted_fen: int = 0
    paid_fen: int = 0
    arrived_fen: int = 0
    counted_day: int = 0  # the day its award counts on under limits and stacking rules
    notice_day: int = 0
    charged_year: int = 0  # the envelope year its money is held in
    held: dict[int, int] = field(default_factory=dict)  # envelope -> fen still held
    stages: tuple[StagePart, ...] = ()
    payments: dict[tuple[int, int], int] = field(default_factory=dict)  # (payer, year) -> fen
    paid_by: dict[int, int] = field(default_factory=dict)  # payer -> fen ever paid
    stopped: bool = False
    selected: bool = False  # in a selection round, which answers for the fact of that name

    @property
    def serial(self) -> int:
        """Its place among the claims."""
        return self.plan.serial

    @property
    def owed_fen(self) -> int:
        """Awarded and not yet paid."""
        return self.granted_fen - self.paid_fen
