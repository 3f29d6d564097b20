"""Readings of the premium subsidy: what shares a cap, whose premium, when, and which policies are in time."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from escrow.rules.premium import Group
from escrow.tape import Payer


class Handling(IntEnum):
    """What becomes of a policy that was handed in late, or in time."""

    NEVER = 0
    IN_TIME = 1
    AT_AUDIT = 2


# premium_cap_scope: (premiums, used by the project, used by the enterprise this year) -> one group a cap.


def per_project(premiums: tuple[int, ...], project_fen: int, year_fen: int) -> tuple[Group, ...]:
    """All policies of a project share one cap, once."""
    return ((sum(premiums), project_fen),)


def per_enterprise_year(premiums: tuple[int, ...], project_fen: int, year_fen: int) -> tuple[Group, ...]:
    """All policies of an enterprise share one cap in each calendar year."""
    return ((sum(premiums), year_fen),)


def per_policy(premiums: tuple[int, ...], project_fen: int, year_fen: int) -> tuple[Group, ...]:
    """Each policy has its own cap."""
    return tuple((premium, 0) for premium in premiums)


# premium_payer: (payer) -> does this premium qualify?


def enterprise_only(payer: int) -> bool:
    """Only a premium that the enterprise itself has paid."""
    return payer == Payer.ENTERPRISE


def platform_passed_on(payer: int) -> bool:
    """A premium paid by the platform is passed on to the enterprise and qualifies too."""
    return True


# premium_subsidy_timing: (notice, next day on which grants are paid, days after the notice) -> day due.


def after_notice(notice_day: int, grant_day: int, days: int) -> int:
    """On application, some days after the notice."""
    return notice_day + days


def with_yearly_grant(notice_day: int, grant_day: int, days: int) -> int:
    """In the yearly batch."""
    return grant_day


# insurance_start: (opening of the channel, signature) -> last day on which the policy may be bound.


def by_channel_opening(channel_day: int, signed_day: int) -> int:
    """Cooperation formally starts when the channel opens."""
    return channel_day


def before_agreement(channel_day: int, signed_day: int) -> int:
    """The policy is older than the signature."""
    return signed_day - 1


# policy_late: (days late) -> Handling.


def no_subsidy(late_days: int) -> Handling:
    """What was not handed in with the application is not subsidised."""
    return Handling.NEVER if late_days > 0 else Handling.IN_TIME


def accepted_at_audit(late_days: int) -> Handling:
    """A late policy is accepted with the yearly audit."""
    return Handling.AT_AUDIT if late_days > 0 else Handling.IN_TIME


OPTIONS: dict[str, dict[str, Callable[..., Any]]] = {
    "premium_cap_scope": {
        "per_project": per_project,
        "per_enterprise_year": per_enterprise_year,
        "per_policy": per_policy,
    },
    "premium_payer": {"enterprise_only": enterprise_only, "platform_passed_on": platform_passed_on},
    "premium_subsidy_timing": {"after_notice": after_notice, "with_yearly_grant": with_yearly_grant},
    "insurance_start": {"by_channel_opening": by_channel_opening, "before_agreement": before_agreement},
    "policy_late": {"no_subsidy": no_subsidy, "accepted_at_audit": accepted_at_audit},
}
