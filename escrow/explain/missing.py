"""What was missing when a guard failed, from the named integers of its event."""

from typing import NamedTuple

from escrow.explain.records import Record
from escrow.tape import Reason


class Missing(NamedTuple):
    """Money (fen) or days that were missing; zero where nothing can be measured."""

    fen: int = 0
    days: int = 0


_DAY_REASONS = frozenset(
    {Reason.STAGE_OVER_ONE_YEAR, Reason.POLICY_LATE, Reason.OUTSIDE_TRIAL, Reason.SIGNED_BEFORE_TRIAL}
)


def missing_of(event: Record) -> Missing:
    """Money or days by which the event's condition failed."""
    data = event.data
    if data.get("required"):
        return _measured(Reason(data.get("reason", 0)), abs(data["required"] - data.get("found", 0)))
    if "pool_fen" in data and "budget_fen" in data:
        return Missing(fen=max(0, data["budget_fen"] - data["pool_fen"]))
    if event.type == "premium_subsidy_paid":
        full = data["premium_fen"] * data["rate_num"] // (data["rate_den"] or 1)
        return Missing(fen=max(0, full - data["cap_left_fen"]))
    for name in ("withheld_fen", "owed_fen", "due_fen", "committed_fen"):
        if data.get(name):
            return Missing(fen=data[name])
    return Missing()


def _measured(reason: Reason, gap: int) -> Missing:
    return Missing(days=gap) if reason in _DAY_REASONS else Missing(fen=gap)
