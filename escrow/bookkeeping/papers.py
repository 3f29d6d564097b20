"""Papers: which body decided, and the number of the paper, for every decision of a simulated run."""

from collections.abc import Mapping

from escrow.settlement.books import year_of
from escrow.tape import Kind, Row

# Who decides (practice): the bureau's party group, the bureau, finance with the bureau, the district.
_BODIES: dict[int, str] = {
    Kind.REVIEWED: "panel_opinion",
    Kind.DECIDED: "party_group_minutes",
    Kind.APPROVED: "bureau_notice",
    Kind.REFUSED: "bureau_notice",
    Kind.AUTHORITY_REVIEWED: "bureau_review",
    Kind.MILESTONE_REACHED: "acceptance_form",
    Kind.MILESTONE_MISSED: "acceptance_form",
    Kind.POOL_PAID: "payment_order",
    Kind.PREMIUM_SUBSIDY_PAID: "payment_order",
    Kind.COST_SHARE_PAID: "payment_order",
    Kind.AUDITED: "audit_report",
    Kind.POOL_TOPPED_UP: "district_minutes",
    Kind.DEBARRED: "bureau_decision",
}


class Papers:
    """Numbers papers by kind and year; SIM marks a number that no office has given."""

    def __init__(self, bodies: Mapping[int, str] = _BODIES) -> None:
        self._bodies = bodies
        self._last: dict[tuple[str, int], int] = {}

    def of(self, row: Row) -> tuple[tuple[str, str], ...]:
        """The paper of a row as (kind, number), or nothing."""
        paper = self._bodies.get(row[2])
        if paper is None:
            return ()
        year = year_of(row[0])
        number = self._last.get((paper, year), 0) + 1
        self._last[paper, year] = number
        return ((paper, f"SIM-{year}-{number:04d}"),)
