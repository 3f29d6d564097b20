"""Days by step (各环节用时) against the promised limit: median, 95th percentile, how many were late."""

from collections.abc import Sequence
from dataclasses import dataclass

from escrow.calendar import Calendar
from escrow.calendar import calendar as default_calendar
from scenarios.metrics.percentile import at_percent
from scenarios.metrics.promises import STEPS, Step
from scenarios.metrics.subject import Line


@dataclass(frozen=True, slots=True)
class StepDays:
    """One step in its own days (working or calendar); `late` counts the cases over the promised limit."""

    step: Step
    cases: int
    median_days: int
    p95_days: int
    late: int


def step_days(
    tape: Sequence[Line], calendar: Calendar | None = None, steps: Sequence[Step] = STEPS
) -> tuple[StepDays, ...]:
    """The steps that occur on the tape, in their order."""
    known = calendar or default_calendar()
    found = ((step, sorted(_durations(tape, step, known))) for step in steps)
    return tuple(_summary(step, days) for step, days in found if days)


def _durations(tape: Sequence[Line], step: Step, calendar: Calendar) -> list[int]:
    started: dict[tuple[int, int], int] = {}
    days: list[int] = []
    for line in tape:
        key = (line.project, line.stage if step.per_stage else 0)
        if line.kind in step.end and key in started:
            begun = started.pop(key)
            days.append(calendar.working_between(begun, line.day) if step.working else line.day - begun)
        if line.kind in step.start:
            started.setdefault(key, line.day)
    return days


def _summary(step: Step, days: list[int]) -> StepDays:
    limit = step.promised_days
    late = 0 if limit is None else sum(day > limit for day in days)
    return StepDays(step, len(days), at_percent(days, 50) or 0, at_percent(days, 95) or 0, late)
