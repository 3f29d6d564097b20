"""What a rule grants: an amount that names its source, and a guard that names what is missing."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from escrow.rules.citation import Citation, cite
from escrow.tape import Reason

Rate = tuple[int, int]  # numerator, denominator
Workings = tuple[tuple[str | int, ...], ...]
Readings = tuple[tuple[str, str], ...]

# The readings that decide an amount under a clause, so that an entry can name them.
BEARING: dict[str, tuple[str, ...]] = {
    "xiaoshan-first-deposit-10": ("rounding", "equipment_in_instalments"),
    "xiaoshan-next-stage-deposit": ("rounding", "next_deposit_base", "next_payment"),
    "xiaoshan-pool-advance": ("pool_scope", "pool_payment_timing", "pool_repayment", "rounding"),
    "xiaoshan-forfeiture": ("prepaid_excess_on_failure", "platform_at_fault", "platform_quits", "rounding"),
    "xiaoshan-insurance-subsidy-80": (
        "premium_cap_scope", "premium_payer", "premium_subsidy_timing", "insurance_start", "policy_late",
        "premium_in_cap", "rounding",
    ),
    "xiaoshan-insurance-payout": ("claim_amount", "loss_basis"),
    "xiaoshan-cost-share-30": (
        "actual_input", "forfeited_deposit_counts", "equipment_in_grant_base", "outside_spending_counts",
        "claim_scope", "claim_deduction", "premium_in_grant_base", "stacking_with_others",
        "parties_per_project", "cap_year", "cap_first_year", "cap_excess", "enterprise_unit",
        "premium_in_cap", "rounding",
    ),
}  # fmt: skip


def bearing_on(clause: str, chosen: Mapping[str, str]) -> Readings:
    """The chosen readings (reading id, option id) that bear on amounts under `clause`."""
    return tuple((name, chosen[name]) for name in BEARING.get(clause, ()) if name in chosen)


class Bearing(dict[str, Readings]):
    """The chosen readings by the clause they bear on, picked when first asked for."""

    def __init__(self, chosen: Mapping[str, str]) -> None:
        super().__init__()
        self._chosen = chosen

    def __missing__(self, clause: str) -> Readings:
        self[clause] = found = bearing_on(clause, self._chosen)
        return found


class Entitlement(NamedTuple):
    """An amount (fen) that a clause allows, with the numbers it was computed from."""

    amount_fen: int
    citation: Citation
    workings: Workings = ()
    readings: Readings = ()


class Guard(NamedTuple):
    """The outcome of a condition; when it failed, why and how much money or how many days are missing."""

    passed: bool
    citation: Citation
    reason: Reason = Reason.NONE
    missing_fen: int = 0
    missing_days: int = 0
    workings: Workings = ()


def entitled(clause: str, amount_fen: int, workings: Workings = (), readings: Readings = ()) -> Entitlement:
    """An entitlement under `clause`."""
    return Entitlement(amount_fen, cite(clause), workings, readings)


def passed(clause: str, workings: Workings = ()) -> Guard:
    """A condition that holds."""
    return Guard(True, cite(clause), workings=workings) if workings else _holds(clause)


@cache
def _holds(clause: str) -> Guard:
    return Guard(True, cite(clause))


def money_guard(clause: str, reason: Reason, missing_fen: int, workings: Workings = ()) -> Guard:
    """A condition on money: it holds when nothing is missing."""
    if missing_fen <= 0:
        return passed(clause, workings)
    return Guard(False, cite(clause), reason, missing_fen=missing_fen, workings=workings)


def days_guard(clause: str, reason: Reason, missing_days: int, workings: Workings = ()) -> Guard:
    """A condition on days: it holds when no day is missing (or too many)."""
    if missing_days <= 0:
        return passed(clause, workings)
    return Guard(False, cite(clause), reason, missing_days=missing_days, workings=workings)


def fact_guard(clause: str, reason: Reason, holds: bool, workings: Workings = ()) -> Guard:
    """A condition on a plain fact, where nothing can be measured as missing."""
    return passed(clause, workings) if holds else Guard(False, cite(clause), reason, workings=workings)
