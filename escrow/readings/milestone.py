"""Readings of a stage (里程碑阶段): its clock, its limit, an extension, who judges, what a part counts."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from escrow.tape import Reason

NO_LIMIT = 3_652_059  # the last ordinal of Python's calendar: a day that never comes


def clock_from_deposit(approved: int, deposited: int, waited: int) -> int:
    """Stage 1 runs from the deposit; days in the pool's queue do not count (articles 201, 202 民法典)."""
    return deposited + waited


def clock_from_notice(approved: int, deposited: int, waited: int) -> int:
    """Stage 1 runs from the approval notice, when cooperation formally starts."""
    return approved


# milestone_overrun: the last day on which the work may be handed in.


def missed_after_one_year(anniversary: int, agreed: int) -> int:
    """Only the printed limit binds."""
    return anniversary


def plan_only(anniversary: int, agreed: int) -> int:
    """The limit is a planning rule, checked at intake."""
    return NO_LIMIT


def agreed_day_binds(anniversary: int, agreed: int) -> int:
    """The agreed day (with an extension, if any) binds."""
    return agreed


# extension_rule: the agreed day after an extension.


def no_extension(agreed: int, days: int, anniversary: int) -> int:
    """The text knows no extension; the year binds whatever was agreed."""
    return min(agreed, anniversary)


def once_within_one_year(agreed: int, days: int, anniversary: int) -> int:
    """One extension, never past the printed year."""
    return min(agreed + days, anniversary)


def once_beyond(agreed: int, days: int, anniversary: int) -> int:
    """One extension, past the printed year if need be."""
    return agreed + days


# milestone_judge: does the enterprise's disagreement undo an acceptance?


def authority_judges(agrees: bool) -> bool:
    """The bureau decides after expert opinion, finally."""
    return True


def enterprise_must_agree(agrees: bool) -> bool:
    """No acceptance against the enterprise."""
    return agrees


# partial_achievement: what follows an outcome of rectify: (reached share, or None for a second look).


def partial_is_missed(achieved: Fraction) -> Fraction | None:
    """Nothing between reached and not reached."""
    return Fraction(0)


def partial_pro_rata(achieved: Fraction) -> Fraction | None:
    """The achieved share of the instalment is released."""
    return achieved


def rectify_once(achieved: Fraction) -> Fraction | None:
    """Put right and examined once more while the escrow waits."""
    return None


# expert_pass: (stated or drawn verdict, score, threshold) -> passed.


def verdict_stated(passed: bool, score: int, threshold: int) -> bool:
    """The panel's verdict is an input."""
    return passed


def score_decides(passed: bool, score: int, threshold: int) -> bool:
    """A score at or above the threshold passes."""
    return score >= threshold


# step_order: True when the deposit comes before the notice.


def notice_first() -> bool:
    """The channel opens only after approval."""
    return False


def deposit_first() -> bool:
    """The deposit is in before the notice is given."""
    return True


def pays_deposit() -> str:
    """An enterprise free to choose pays the least."""
    return "deposit"


def pays_full() -> str:
    """The whole next instalment."""
    return "full"


def ends() -> tuple[bool, Reason]:
    """The project ends without a sanction."""
    return False, Reason.NO_DEPOSIT


def ends_debarred() -> tuple[bool, Reason]:
    """Not paying counts as breaking faith."""
    return True, Reason.NO_DEPOSIT


OPTIONS: dict[str, dict[str, Callable[..., Any]]] = {
    "milestone_clock": {"deposit_then_receipt": clock_from_deposit, "approval_notice": clock_from_notice},
    "milestone_overrun": {
        "missed_after_one_year": missed_after_one_year,
        "plan_only": plan_only,
        "agreed_day_binds": agreed_day_binds,
    },
    "extension_rule": {
        "none": no_extension,
        "once_within_one_year": once_within_one_year,
        "once_beyond": once_beyond,
    },
    "milestone_judge": {"authority": authority_judges, "enterprise_must_agree": enterprise_must_agree},
    "partial_achievement": {
        "missed": partial_is_missed,
        "pro_rata": partial_pro_rata,
        "rectify_once": rectify_once,
    },
    "expert_pass": {"stated": verdict_stated, "score_threshold": score_decides},
    "step_order": {"notice_then_deposit": notice_first, "deposit_then_notice": deposit_first},
    "next_payment": {"deposit": pays_deposit, "full": pays_full},
    "next_deposit_missing": {"project_ends": ends, "debarred": ends_debarred},
}
DERIVED: dict[str, str] = {}
