"""Readings of the risk pool (科创风险池): repayment, scope, timing, shortage, split, source, form."""

from collections.abc import Callable
from typing import Any

# pool_repayment: (stage just released, number of stages) -> must what was advanced come back now?


def never_repaid(stage: int, stages: int) -> bool:
    """列支 means spent: nothing comes back."""
    return False


def repaid_on_any_success(stage: int, stages: int) -> bool:
    """The first success after an advance brings it back."""
    return True


def repaid_on_last_success(stage: int, stages: int) -> bool:
    """Only the whole project's success brings it back."""
    return stage == stages


# pool_offset: is a success of the last stage set off against the platform's next yearly budget?


def not_offset(stage: int, stages: int) -> bool:
    """No set-off."""
    return False


# pool_scope: does stage k get a pool budget?


def first_stage_only(stage: int) -> bool:
    """The platform's project budget is tied to the first instalment."""
    return stage == 1


def every_stage(stage: int) -> bool:
    """One pool budget per stage."""
    return True


# pool_payment_timing: share of the budget paid at set-up, as (numerator, denominator).


def paid_at_once(first_share: tuple[int, int]) -> tuple[int, int]:
    """The whole budget after the deposit."""
    return 1, 1


def paid_by_progress(first_share: tuple[int, int]) -> tuple[int, int]:
    """The agreed first share at set-up, the rest in the middle of the stage."""
    return first_share


# yes/no readings are functions without arguments, so that every reading resolves the same way.


def yes() -> bool:
    """The option applies."""
    return True


def no() -> bool:
    """The option does not apply."""
    return False


# pool_split: weights of the pots, one common pot or one per platform (quota shares in percent or equal).


def one_common_pot(shares: list[int]) -> list[int]:
    """One size of 1亿 is printed, so one pot."""
    return []


def one_pot_per_platform(shares: list[int]) -> list[int]:
    """A quota for each platform, by its share."""
    return shares


def unspent_nothing(planned_days: int, elapsed_days: int) -> tuple[int, int]:
    """Nothing returns on a failure."""
    return 0, 1


def unspent_linear(planned_days: int, elapsed_days: int) -> tuple[int, int]:
    """The part of the planned days not yet run counts as unspent (nothing prints the real spending)."""
    return max(0, planned_days - elapsed_days), max(1, planned_days)


# selection_rule and pool_overtaking decide who is served next; a request is (score, filed, arrival).


def by_score_when_short(requests: list[Any]) -> list[Any]:
    """Best score first, ties by filing date, then by arrival."""
    return sorted(requests, key=lambda r: (-r.score, r.filed, r.arrival))


def by_arrival(requests: list[Any]) -> list[Any]:
    """First come, first served."""
    return requests


OPTIONS: dict[str, dict[str, Callable[..., Any]]] = {
    "pool_repayment": {
        "none": never_repaid,
        "after_first_success": repaid_on_any_success,
        "after_last_success": repaid_on_last_success,
        "offset_next_budget": never_repaid,
    },
    "pool_offset": {
        "none": not_offset,
        "after_first_success": not_offset,
        "after_last_success": not_offset,
        "offset_next_budget": repaid_on_last_success,
    },
    "pool_scope": {"once_per_project": first_stage_only, "each_stage": every_stage},
    "pool_payment_timing": {"at_once": paid_at_once, "by_progress": paid_by_progress},
    "pool_shortage": {"queue": no, "refuse": yes},
    "pool_split": {"common": one_common_pot, "quota_per_platform": one_pot_per_platform},
    "pool_source": {"opening_balance": no, "district_treasury_day_one": yes},
    "pool_on_failure": {"nothing_returns": unspent_nothing, "unspent_returns": unspent_linear},
    "pool_form": {"cash_account": no, "budget_quota": yes},
    "quota_year_end": {"carried_over": no, "lapses": yes},
    "pool_overtaking": {"no": no, "yes": yes},
    "pool_after_trial": {"stays": no, "rest_to_district": yes},
    "selection_rule": {
        "score_when_pool_short": by_score_when_short,
        "first_come": by_arrival,
        "fixed_number": by_score_when_short,
    },
    "selection_number_binds": {"score_when_pool_short": no, "first_come": no, "fixed_number": yes},
}
# A second question that the same option answers: derived name -> the reading it follows.
DERIVED = {"pool_offset": "pool_repayment", "selection_number_binds": "selection_rule"}
