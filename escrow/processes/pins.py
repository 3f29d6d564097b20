"""Pins: dates that are known, in the order in which a project meets them."""

from datetime import date

from escrow.project import ProjectPlan, StagePins
from ledger.problem import Problem
from ledger.text import Text

REVIEW, APPROVED, DEPOSIT, POOL = range(4)
OUTCOME, RECTIFIED, BALANCE, RELEASE, NEXT = range(5)
PER_STAGE = 5
REVIEW_TO_POOL = 4
NEVER = 3_652_059  # date.max as an ordinal

_NAMES = ("review.date", "approved_on", "deposit_on", "pool_paid_on")
_STAGE_NAMES = ("date", "rectified.date", "balance_on", "released_on", "next_payment_on")


class PinContradiction(Problem):
    """A known date lies before something that must come first."""

    message = Text(
        "项目 {project} 的 {field} 为 {pinned}，但在此之前必须发生的事项到 {earliest} 才发生",
        "project {project}: {field} is {pinned}, but what must come before it happens only on {earliest}",
    )
    advice = Text(
        "请更正 record 中的日期，或删去该日期由模拟推算",
        "correct the date in `record`, or leave it out and let the simulation find it",
    )


def slot(stage: int, which: int) -> int:
    """The place of a stage's pin (stage counts from 1)."""
    return REVIEW_TO_POOL + (stage - 1) * PER_STAGE + which


def field_of(place: int, occurrence: int = 1) -> str:
    """The scenario field of a place, for messages; a second try stands under `retry`."""
    if place < len(_NAMES):
        return f"record.{_NAMES[place]}"
    stage, which = divmod(place - REVIEW_TO_POOL, PER_STAGE)
    again = "retry." if occurrence == 2 else ""
    return f"record.stages[{stage}].{again}{_STAGE_NAMES[which]}"


def stage_days(pins: StagePins) -> list[int | None]:
    """The pins of one try of a stage by place."""
    missed = pins.outcome in ("missed", "ended") or pins.rectified is False
    released = pins.forfeit_day if missed or pins.balance_unpaid else pins.release_day
    return [
        pins.outcome_day,
        pins.rectified_day,
        pins.balance_day,
        released or pins.forfeit_day,
        pins.next_day,
    ]


def outcome_told(pins: StagePins) -> str | None:
    """What a payment that is known says of an acceptance that is not."""
    if pins.balance_day or pins.balance_unpaid or pins.release_day:
        return "reached"
    return "missed" if pins.forfeit_day or pins.retry else None


def pinned_days(plan: ProjectPlan) -> list[int | None]:
    """All pins of a project by place."""
    days: list[int | None] = [plan.review_day, plan.approved_day, plan.deposit_day, plan.pool_day]
    for stage in plan.stages:
        days += stage_days(stage.pins)
    return days


def latest_days(plan: ProjectPlan, pins: list[int | None], deposit_first: bool) -> list[int]:
    """For each place the earliest later pin: an unknown date in between cannot lie beyond it."""
    if not any(pins) and plan.subsidy_day is None and not any(stage.pins.retry for stage in plan.stages):
        return [NEVER] * len(pins)
    order = list(range(len(pins)))
    if deposit_first:
        order[APPROVED], order[DEPOSIT] = DEPOSIT, APPROVED
    latest, bound = [NEVER] * len(pins), NEVER
    for place in reversed(order):
        bound = min(bound, _known_beside(plan, place))
        latest[place] = bound
        day = pins[place]
        bound = bound if day is None else min(bound, day)
    return latest


def _known_beside(plan: ProjectPlan, place: int) -> int:
    """What is known to come after a place without a place of its own: the subsidy, a second try."""
    if place == APPROVED:
        return NEVER if plan.subsidy_day is None else plan.subsidy_day
    stage, which = divmod(place - REVIEW_TO_POOL, PER_STAGE)
    again = plan.stages[stage].pins.retry if place >= REVIEW_TO_POOL and which == NEXT else None
    return min((day for day in stage_days(again) if day is not None), default=NEVER) if again else NEVER


def latest_again(plan: ProjectPlan, pins: list[int | None], latest: list[int], place: int, stage: int) -> int:
    """The earliest pin after a place of a second try: of the same try, or of a later stage."""
    days = stage_days(plan.stages[stage - 1].pins.retry or StagePins())
    bounds = [day for day in days[place - slot(stage, OUTCOME) + 1 :] if day is not None]
    if stage < len(plan.stages):
        following = slot(stage + 1, OUTCOME)
        bounds += [latest[following], NEVER if pins[following] is None else pins[following] or NEVER]
    return min(bounds, default=NEVER)


def contradiction(
    project: str, place: int, pinned: int, earliest: int, occurrence: int = 1
) -> PinContradiction:
    """The problem to raise when a pin cannot hold."""
    return PinContradiction(
        project=project,
        field=field_of(place, occurrence),
        pinned=date.fromordinal(pinned).isoformat(),
        earliest=date.fromordinal(earliest).isoformat(),
    )
