"""Small portfolios for the tests of the world."""

from datetime import date
from fractions import Fraction

from escrow.project import InsurancePlan, LoanPlan, ProjectPlan, StagePlan

FILED = date(2025, 3, 14).toordinal()


def project(
    name: str,
    enterprise: str = "E1",
    platform: str = "PL1",
    *,
    total_wan: int = 600,
    stages: int = 3,
    insurance: InsurancePlan | None = None,
    loan: LoanPlan | None = None,
) -> ProjectPlan:
    """A project of equal stages of 200 days."""
    share = total_wan * 1_000_000 // stages
    plans = tuple(StagePlan(share, 200) for _ in range(stages))
    return ProjectPlan(
        name, enterprise, platform, share * stages, FILED, plans, insurance=insurance, loan=loan
    )


def policy(premium_fen: int = 2_400_000_00) -> InsurancePlan:
    """A stated policy of insurer IX, bound 11 days after filing."""
    return InsurancePlan("IX", premium_fen, FILED + 11, own_share=Fraction(1, 3))


def loan(term_days: int = 365, default_day: int | None = None) -> LoanPlan:
    """A guaranteed loan of 400万 drawn on the day of filing."""
    return LoanPlan(400_000_000, FILED, term_days, default_day=default_day)


def many(count: int, stages: int = 3) -> list[ProjectPlan]:
    """Projects P0, P1, ... over 7 platforms and two thirds as many enterprises."""
    firms = max(1, count * 2 // 3)
    return [project(f"P{i}", f"E{i % firms}", f"PL{i % 7}", stages=stages) for i in range(count)]
