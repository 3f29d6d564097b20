"""A district of two projects and short ways to write tape rows by hand."""

from datetime import date
from typing import Any

from escrow.project import InsurancePlan, ProjectPlan, StagePlan
from escrow.tape import Kind, Phase
from scenarios.metrics.subject import Line, Subject

WAN = 1_000_000  # fen


def day(text: str) -> int:
    """A day as the tape counts it."""
    return date.fromisoformat(text).toordinal()


def line(on: str, kind: Kind, project: int = 0, amount: int = 0, stage: int = 0, **more: int) -> Line:
    """One row; a to d by name."""
    a, b, c, d = (more.get(name, 0) for name in "abcd")
    return Line(day(on), Phase.PAYMENTS, kind, project, stage, amount, a, b, c, d)


def plan(name: str, enterprise: str, platform: str, *instalments: int, **more: Any) -> ProjectPlan:
    """A project of these instalments (fen), filed on 14 March 2025."""
    stages = tuple(StagePlan(fen, 90) for fen in instalments)
    return ProjectPlan(name, enterprise, platform, sum(instalments), day("2025-03-14"), stages, **more)


def insurance(premium_fen: int) -> InsurancePlan:
    """A policy with I1."""
    return InsurancePlan("I1", premium_fen, day("2025-03-25"))


def subject(*plans: ProjectPlan, **more: Any) -> Subject:
    """The run: two projects unless others are given, 1亿 in the pool, March 2025 to the end of 2026."""
    usual = (
        plan("P1", "E1", "PL1", 200 * WAN, 240 * WAN, 160 * WAN),
        plan("P2", "E2", "PL2", 200 * WAN, insurance=insurance(24 * WAN)),
    )
    facts: dict[str, Any] = {
        "plans": plans or usual,
        "first_day": day("2025-03-09"),
        "last_day": day("2026-12-31"),
        "pool_opening_fen": 10_000 * WAN,
    }
    return Subject(**{**facts, **more})


def worked_success() -> list[Line]:
    """The money rows of the first worked project: three milestones reached, 1,800,000 granted."""
    rows = [line("2025-04-10", Kind.POOL_PAID, amount=200 * WAN, stage=1)]
    for stage, fen, paid, balance, released in (
        (1, 200, "2025-04-01", "2025-07-02", "2025-07-10"),
        (2, 240, "2025-07-15", "2025-10-09", "2025-10-17"),
        (3, 160, "2025-10-22", "2025-12-22", "2025-12-30"),
    ):
        deposit = fen * WAN // 10
        rows += [
            line(paid, Kind.DEPOSITED, amount=deposit, stage=stage),
            line(balance, Kind.BALANCE_PAID, amount=fen * WAN - deposit, stage=stage),
            line(released, Kind.RELEASED, amount=fen * WAN, stage=stage),
        ]
    rows += [
        line("2025-03-28", Kind.APPROVED),
        line("2025-12-30", Kind.PROJECT_COMPLETED),
        line(
            "2026-02-27",
            Kind.COST_SHARE_PAID,
            amount=180 * WAN,
            a=2025,
            b=600 * WAN,
            c=180 * WAN,
            d=300 * WAN,
        ),
    ]
    return sorted(rows)
