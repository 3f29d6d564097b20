"""Working days by step against the promised limit: median, 95th percentile, how many were late."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from escrow.claims.setting import ClaimsSetting
from escrow.claims.tape import ClaimKind
from escrow.tape import Row
from scenarios.metrics.percentile import at_percent

# Step -> kinds that start its clock, kinds that stop it; a later start before the stop does not restart it.
_STEPS: dict[str, tuple[frozenset[ClaimKind], frozenset[ClaimKind]]] = {
    "completeness": (frozenset({ClaimKind.FILED}), frozenset({ClaimKind.COMPLETE, ClaimKind.REFUSED})),
    "review": (frozenset({ClaimKind.COMPLETE}), frozenset({ClaimKind.REVIEWED})),
    "decision": (
        frozenset({ClaimKind.COMPLETE, ClaimKind.REVIEWED, ClaimKind.SELECTED}),
        frozenset({ClaimKind.DECIDED}),
    ),
    "notice": (frozenset({ClaimKind.AWARDED}), frozenset({ClaimKind.PUBLICISED})),
    "payment": (frozenset({ClaimKind.DUE}), frozenset({ClaimKind.PAID})),
    "claw_back": (frozenset({ClaimKind.CLAWBACK_DEMANDED}), frozenset({ClaimKind.CLAWED_BACK})),
    "whole": (frozenset({ClaimKind.FILED}), frozenset({ClaimKind.PAID})),
}
_LATEST = frozenset({"decision"})  # the clock starts with the last thing before it


@dataclass(frozen=True, slots=True)
class StepClock:
    """One step in working days; `promised_days` None: no promise for it."""

    step: str
    cases: int
    median_days: int
    p95_days: int
    promised_days: int | None
    late: int


def step_clocks(tape: Sequence[Row], setting: ClaimsSetting) -> tuple[StepClock, ...]:
    """The steps that occur on the tape, in their order."""
    days: dict[str, list[int]] = defaultdict(list)
    started: dict[tuple[str, int, int], int] = {}
    between = setting.calendar.working_between
    for row in tape:
        day, kind, serial = row[0], row[2], row[3]
        if serial < 0:
            continue
        for step, (starts, stops) in _STEPS.items():
            key = (step, serial, row[4] if step == "payment" else 0)
            if kind in stops and key in started:
                days[step].append(between(started.pop(key), day))
            if kind in starts and (step in _LATEST or key not in started):
                started[key] = day
    return tuple(_clock(step, sorted(days[step]), setting) for step in _STEPS if days[step])


def _clock(step: str, days: list[int], setting: ClaimsSetting) -> StepClock:
    promised = setting.promised.get(step)
    late = 0 if promised is None else sum(each > promised for each in days)
    return StepClock(step, len(days), at_percent(days, 50) or 0, at_percent(days, 95) or 0, promised, late)
