"""The yearly special audit, its caps and the district's budget on arrays, equal to escrow.settlement."""

from escrow.compiled.settlement.books import (
    Capacity,
    F,
    claimed,
    given,
    granted,
    make_books,
    moved,
    other_granted,
    partnered,
    reset,
    subsidised,
    taken_back,
)
from escrow.compiled.settlement.caps import room_under_cap
from escrow.compiled.settlement.codes import Full
from escrow.compiled.settlement.days import first_day_of, last_day_of, year_of
from escrow.compiled.settlement.decide import Audit, decide, write_grants
from escrow.compiled.settlement.envelope import divide
from escrow.compiled.settlement.found import A, Carried, Found, Size, adopt, forget, make_carried, make_found
from escrow.compiled.settlement.payment import Bearing, bearing, recorded
from escrow.compiled.settlement.policy import SettlementPolicy, settlement_policy

__all__ = [
    "A",
    "Audit",
    "Bearing",
    "Capacity",
    "Carried",
    "F",
    "Found",
    "Full",
    "SettlementPolicy",
    "Size",
    "adopt",
    "bearing",
    "claimed",
    "decide",
    "divide",
    "first_day_of",
    "forget",
    "given",
    "granted",
    "last_day_of",
    "make_books",
    "make_carried",
    "make_found",
    "moved",
    "other_granted",
    "partnered",
    "recorded",
    "reset",
    "room_under_cap",
    "settlement_policy",
    "subsidised",
    "taken_back",
    "write_grants",
    "year_of",
]
