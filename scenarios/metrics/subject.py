"""What the measures must know beside the tape: who is who, the pool's start, the rates in force."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from escrow.openings import cash_openings
from escrow.project import ProjectPlan
from escrow.tape import Row

if TYPE_CHECKING:
    from scenarios.prepare import Prepared


class Line(NamedTuple):
    """One row of the tape with named columns (escrow/tape.py says what a to d hold)."""

    day: int
    phase: int
    kind: int
    project: int
    stage: int
    amount: int
    a: int
    b: int
    c: int
    d: int

    @property
    def year(self) -> int:
        """Calendar year of the row."""
        return date.fromordinal(self.day).year


@dataclass(frozen=True, slots=True)
class Subject:
    """The run that is measured: project serials index `plans`, days are ordinals, money is fen."""

    plans: tuple[ProjectPlan, ...]
    first_day: int
    last_day: int
    pool_opening_fen: int
    pool_is_quota: bool = False
    cost_share_rate: Fraction = Fraction(3, 10)
    pool_budget_rate: Fraction = Fraction(1)
    premium_subsidy_rate: Fraction = Fraction(4, 5)
    premium_subsidy_cap_fen: int | None = 50_000_000

    def plan(self, serial: int) -> ProjectPlan | None:
        """The project with this serial; None for a row that concerns no project."""
        return self.plans[serial] if 0 <= serial < len(self.plans) else None

    def enterprise(self, serial: int) -> str:
        """Enterprise of a project; empty for a row that concerns none."""
        plan = self.plan(serial)
        return plan.enterprise if plan else ""

    def platform(self, serial: int) -> str:
        """Platform of a project; empty for a row that concerns none."""
        plan = self.plan(serial)
        return plan.platform if plan else ""

    def insurer(self, serial: int) -> str:
        """Insurer of a project; empty when it has none."""
        plan = self.plan(serial)
        return plan.insurance.insurer if plan and plan.insurance else ""

    def project_id(self, serial: int) -> str:
        """Id of a project; empty for a row that concerns none."""
        plan = self.plan(serial)
        return plan.id if plan else ""


def lines(tape: Iterable[Sequence[int] | Row]) -> list[Line]:
    """The tape's rows with names, in tape order."""
    return [Line._make(row) for row in tape]


def subject_of(prepared: "Prepared") -> Subject:
    """What the measures need of a prepared run."""
    parameters = prepared.resolved.parameters
    quota = prepared.resolved.readings.get("pool_form") == "budget_quota"
    return Subject(
        plans=tuple(prepared.world.plans),
        first_day=prepared.setting.first_day,
        last_day=prepared.setting.last_day,
        pool_opening_fen=cash_openings(prepared.terms, prepared.openings).get("risk_pool", 0),
        pool_is_quota=quota,
        cost_share_rate=_rate(parameters["cost_share_rate"]),
        pool_budget_rate=_rate(parameters["pool_budget_rate"]),
        premium_subsidy_rate=_rate(parameters["premium_subsidy_rate"]),
        premium_subsidy_cap_fen=_money(parameters["premium_subsidy_cap"]),
    )


def _rate(value: object) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(int(str(value)))


def _money(value: object) -> int | None:
    return value if isinstance(value, int) else None
