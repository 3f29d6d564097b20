"""The yearly special audit and its grant as pure integer functions; the guaranteed loan's dated flows."""

from escrow.settlement.award import Award, CapPart
from escrow.settlement.books import (
    NO_GROUP,
    AuditDay,
    Claim,
    Dated,
    Grant,
    Moved,
    Movement,
    Partner,
    ProjectBook,
)
from escrow.settlement.caps import caps_used, room_under_cap
from escrow.settlement.envelope import SHORT, Outcome
from escrow.settlement.loan import LoanFlow, loan_flows
from escrow.settlement.settle import Settlement, settle
from escrow.settlement.state import State
from escrow.settlement.terms import SettlementTerms

__all__ = [
    "NO_GROUP",
    "SHORT",
    "AuditDay",
    "Award",
    "CapPart",
    "Claim",
    "Dated",
    "Grant",
    "LoanFlow",
    "Moved",
    "Movement",
    "Outcome",
    "Partner",
    "ProjectBook",
    "Settlement",
    "SettlementTerms",
    "State",
    "caps_used",
    "loan_flows",
    "room_under_cap",
    "settle",
]
