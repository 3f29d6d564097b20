"""Cost share (30% 资助): a rate of the audited input less claims, within the enterprise's yearly cap."""

from collections.abc import Sequence

from escrow.arithmetic import capped, deducted, room, share
from escrow.rules.entitlement import Entitlement, Guard, Rate, Readings, entitled, money_guard
from escrow.tape import Reason

CLAUSE = "xiaoshan-cost-share-30"
CAP = "xiaoshan-cost-share-cap-3m"
AUDITED = "xiaoshan-grant-on-audited-input"


def grant(
    input_fen: int, claims_fen: int, rate: Rate, cap_left_fen: int, rounding: int, readings: Readings = ()
) -> Entitlement:
    """The grant on one project's input of one year, within what is left of the enterprise's cap."""
    base = deducted(input_fen, claims_fen)
    before = share(base, *rate, rounding)
    workings = (
        ("input", input_fen),
        ("claims", claims_fen),
        ("base", base),
        ("rate", *rate),
        ("before_cap", before),
        ("cap_left", cap_left_fen),
    )
    return entitled(CLAUSE, capped(before, cap_left_fen), workings, readings)


def stated(
    amount_fen: int, base_fen: int, before_fen: int, cap_left_fen: int, rate: Rate, readings: Readings = ()
) -> Entitlement:
    """A grant as the settlement decided it, dressed with its citation and workings."""
    workings = (("base", base_fen), ("rate", *rate), ("before_cap", before_fen), ("cap_left", cap_left_fen))
    return entitled(CLAUSE, amount_fen, workings, readings)


def enterprise_total(
    inputs: Sequence[tuple[int, int]], rate: Rate, cap_fen: int, rounding: int, used_fen: int = 0
) -> list[Entitlement]:
    """The grants of one enterprise and year, project by project; (input, claims) in serial order."""
    grants: list[Entitlement] = []
    for paid_in, claims in inputs:
        grants.append(grant(paid_in, claims, rate, room(cap_fen, used_fen), rounding))
        used_fen += grants[-1].amount_fen
    return grants


def cap_guard(before_fen: int, cap_left_fen: int) -> Guard:
    """Whether the cap left the grant whole; says how many fen it cut."""
    workings = (("before_cap", before_fen), ("cap_left", cap_left_fen))
    return money_guard(CAP, Reason.CAP_REACHED, before_fen - capped(before_fen, cap_left_fen), workings)
