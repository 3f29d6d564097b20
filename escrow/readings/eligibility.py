"""Readings of eligibility: what the threshold looks at, who may take part, what equipment and age do."""

from collections.abc import Callable
from typing import Any, NamedTuple

from escrow.arithmetic import deducted, missing, whole_needed
from escrow.rules.entitlement import Rate


class ThresholdTest(NamedTuple):
    """What is tested at intake (fen), and whether what was released is tested at the end."""

    counted_fen: int
    at_end: bool


# threshold_test: (total of the agreement filed, total of all its sister agreements with it) -> ThresholdTest.


def agreed_at_intake(own_fen: int, together_fen: int) -> ThresholdTest:
    """The one agreement filed, once."""
    return ThresholdTest(own_fen, False)


def actual_at_end(own_fen: int, together_fen: int) -> ThresholdTest:
    """The agreement at intake, and what was released when the project has ended."""
    return ThresholdTest(own_fen, True)


def agreements_added_up(own_fen: int, together_fen: int) -> ThresholdTest:
    """All agreements of the enterprise with the platform, once."""
    return ThresholdTest(together_fen, False)


# threshold_basis: (threshold, VAT rate) -> least total as written in the agreement.


def cash_with_vat(threshold_fen: int, vat: Rate) -> int:
    """The money as written."""
    return threshold_fen


def net_of_vat(threshold_fen: int, vat: Rate) -> int:
    """The total must reach the threshold without its tax."""
    return whole_needed(threshold_fen, *vat)


# party_tests: (platform listed, enterprise in the district, parties related) -> do they qualify?


def platform_listed(listed: bool, in_district: bool, related: bool) -> bool:
    """Only the platform has to be of the district."""
    return listed


def enterprise_in_district_and_unrelated(listed: bool, in_district: bool, related: bool) -> bool:
    """The enterprise has to be of the district too, and no relative of the platform."""
    return listed and in_district and not related


# old_agreements: (signature, first day of the trial) -> days by which the agreement is too old.


def notice_is_gate(signed_day: int, trial_from: int) -> int:
    """The day of the agreement does not matter."""
    return 0


def signed_in_trial(signed_day: int, trial_from: int) -> int:
    """The agreement is signed on the first day of the trial or later."""
    return missing(signed_day, trial_from)


class Instalments(NamedTuple):
    """What the instalments must add up to, and the equipment bought beside them (fen)."""

    sum_fen: int
    beside_fen: int


# equipment_in_instalments: (agreed total, equipment of the enterprise) -> Instalments.


def equipment_beside(agreed_fen: int, equipment_fen: int) -> Instalments:
    """Equipment is not paid to the platform, so no instalment holds it."""
    return Instalments(deducted(agreed_fen, equipment_fen), equipment_fen)


def equipment_inside(agreed_fen: int, equipment_fen: int) -> Instalments:
    """Equipment is part of the instalments, so deposit and pool budget follow it."""
    return Instalments(agreed_fen, 0)


OPTIONS: dict[str, dict[str, Callable[..., Any]]] = {
    "threshold_test": {
        "agreed_at_intake": agreed_at_intake,
        "actual_at_end": actual_at_end,
        "agreements_added_up": agreements_added_up,
    },
    "threshold_basis": {"cash_with_vat": cash_with_vat, "net_of_vat": net_of_vat},
    "party_tests": {
        "platform_listed": platform_listed,
        "enterprise_in_district_and_unrelated": enterprise_in_district_and_unrelated,
    },
    "old_agreements": {"notice_is_gate": notice_is_gate, "signed_in_trial": signed_in_trial},
    "equipment_in_instalments": {"no": equipment_beside, "yes": equipment_inside},
}
