"""Readings of a failure: who gets the deposit, what follows, an unpaid balance, fraud, trial's end."""

from collections.abc import Callable
from typing import Any

from escrow.readings.pool import no, yes

# The deposit of a missed stage goes to the platform (True) or back to the enterprise (False).


def deposit_to_platform() -> bool:
    """The text makes no difference by fault."""
    return True


def deposit_returned() -> bool:
    """The enterprise is not made to pay for another's failure."""
    return False


def ends_at_once(occurrence: int) -> bool:
    """No retry: the next stage starts only on receipt of an instalment."""
    return False


def one_retry(occurrence: int) -> bool:
    """One more try with a new deposit."""
    return occurrence == 1


# falsification_effect, refund_destination, trial_end.


def support_goes_on(day: int, last_day: int) -> bool:
    """Projects with a notice inside the trial run to their end."""
    return True


def support_stops(day: int, last_day: int) -> bool:
    """No public money after the trial's last day."""
    return day <= last_day


OPTIONS: dict[str, dict[str, Callable[..., Any]]] = {
    "platform_at_fault": {"deposit_to_platform": deposit_to_platform, "deposit_returned": deposit_returned},
    "platform_quits": {"missed": deposit_to_platform, "deposit_returned": deposit_returned},
    "ended_without_fault": {"missed": deposit_to_platform, "deposit_returned": deposit_returned},
    "after_failure": {"project_ends": ends_at_once, "retry_once": one_retry},
    "balance_unpaid": {"deposit_forfeited_and_debarred": no, "balance_stays_owed": yes},
    "falsification_effect": {"forward_only": no, "clawback": yes},
    "platform_falsification": {"appraisal_only": no, "pool_money_returned": yes},
    "refund_destination": {"district_treasury": no, "risk_pool": yes},
    "trial_end": {"run_on": support_goes_on, "stop": support_stops},
}
DERIVED: dict[str, str] = {}
