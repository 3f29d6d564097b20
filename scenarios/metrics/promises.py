"""Steps of a project and the limits promised for them (承诺时限).

The text prints no limits: these are assumptions from common practice, in working days where an office acts.
"""

from dataclasses import dataclass

from escrow.tape import Kind
from ledger.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """From one kind of row to another of the same project (and stage); `promised_days` None: no promise.

    Days are working days when `working`, else calendar days.
    """

    id: str
    title: Text
    start: frozenset[Kind]
    end: frozenset[Kind]
    promised_days: int | None
    working: bool = False
    per_stage: bool = False


def _step(
    name: str, zh: str, en: str, start: set[Kind], end: set[Kind], promise: str = "", per_stage: bool = False
) -> Step:
    """A promise is written as `5 working` or `15 calendar`."""
    days, _, unit = promise.partition(" ")
    working = unit == "working"
    return Step(
        name, Text(zh, en), frozenset(start), frozenset(end), int(days) if days else None, working, per_stage
    )


_JUDGED = {Kind.MILESTONE_REACHED, Kind.MILESTONE_MISSED, Kind.STAGE_ENDED}
_REACHED = {Kind.MILESTONE_REACHED}
STEPS: tuple[Step, ...] = (
    _step(
        "accept",
        "申报到受理",
        "filing to acceptance",
        {Kind.FILED},
        {Kind.ACCEPTED, Kind.REFUSED},
        "5 working",
    ),
    _step("review", "受理到论证", "acceptance to review", {Kind.ACCEPTED}, {Kind.REVIEWED}, "20 working"),
    _step("notice", "论证到立项通知", "review to notice", {Kind.REVIEWED}, {Kind.APPROVED}, "18 working"),
    _step("deposit", "通知到保证金", "notice to deposit", {Kind.APPROVED}, {Kind.DEPOSITED}, "30 calendar"),
    _step(
        "pool",
        "保证金到风险池拨付",
        "deposit to pool money",
        {Kind.DEPOSITED},
        {Kind.POOL_PAID},
        "10 working",
    ),
    _step("first_money", "申报到首笔资金", "filing to first money", {Kind.FILED}, {Kind.POOL_PAID}),
    _step(
        "acceptance", "提请验收到结论", "hand-in to outcome", {Kind.SUBMITTED}, _JUDGED, "25 working", True
    ),
    _step(
        "balance", "里程碑到尾款", "milestone to balance", _REACHED, {Kind.BALANCE_PAID}, "15 calendar", True
    ),
    _step(
        "release",
        "尾款到拨付",
        "balance to release",
        {Kind.BALANCE_PAID},
        {Kind.RELEASED},
        "20 working",
        True,
    ),
    _step("grant", "审计到资助兑现", "audit to cost share", {Kind.AUDITED}, {Kind.COST_SHARE_PAID}),
)
