"""Exposure (风险敞口) at each quarter's end: paid, committed, and the cost share that must be expected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from escrow.project import ProjectPlan
from escrow.tape import Kind, Reason
from scenarios.metrics.outlay import instrument_of
from scenarios.metrics.returns import is_return
from scenarios.metrics.subject import Line, Subject


@dataclass(frozen=True, slots=True)
class Exposure:
    """State at the end of `day`, fen; paid is net of returns."""

    day: int
    paid_fen: int
    committed_fen: int
    expected_cost_share_fen: int

    @property
    def total_fen(self) -> int:
        """Paid, committed and expected together."""
        return self.paid_fen + self.committed_fen + self.expected_cost_share_fen


def quarter_ends(first_day: int, last_day: int) -> Iterator[int]:
    """The quarter ends of the horizon and its last day, upwards."""
    day = date.fromordinal(first_day)
    while True:
        month = (day.month - 1) // 3 * 3 + 3
        after = date(day.year + month // 12, month % 12 + 1, 1)
        end = (after - timedelta(days=1)).toordinal()
        yield min(end, last_day)
        if end >= last_day:
            return
        day = after


def exposures(tape: Sequence[Line], subject: Subject) -> tuple[Exposure, ...]:
    """Exposure at each quarter's end.

    Committed: pool budgets and premium subsidies of projects with a notice, not yet paid.
    Expected: the rate on money released and not yet settled, and on the instalments still to come of
    running projects; claims and the yearly cap are left out, so it is an upper bound.
    """
    states: dict[int, _State] = {}
    paid, place, found = 0, 0, []
    for day in quarter_ends(subject.first_day, subject.last_day):
        while place < len(tape) and tape[place].day <= day:
            line = tape[place]
            paid += _net_paid(line)
            plan = subject.plan(line.project)
            if plan is not None:
                states.setdefault(line.project, _State(plan, subject)).take(line)
            place += 1
        committed = sum(state.committed() for state in states.values())
        expected = sum((state.expected() for state in states.values()), Fraction(0))
        found.append(Exposure(day, paid, committed, int(expected)))
    return tuple(found)


def _net_paid(line: Line) -> int:
    return line.amount if instrument_of(line) else -line.amount if is_return(line) else 0


class _State:
    """What one project still asks of the public purse."""

    def __init__(self, plan: ProjectPlan, subject: Subject) -> None:
        self.plan, self.subject = plan, subject
        self.budget = self.subsidy = 0
        self.released = 0
        self.unsettled: dict[int, int] = {}  # year of release -> fen
        self.running = False

    def take(self, line: Line) -> None:
        kind = line.kind
        if kind == Kind.APPROVED:
            self.running = True
            self.budget, self.subsidy = _budget(self.plan, self.subject), _subsidy(self.plan, self.subject)
        elif kind in (Kind.POOL_PAID, Kind.POOL_REFUSED):
            self.budget = max(0, self.budget - line.amount)
        elif kind in (Kind.PREMIUM_SUBSIDY_PAID, Kind.PREMIUM_SUBSIDY_REFUSED):
            self.subsidy = 0
        elif kind in (Kind.RELEASED, Kind.FORFEITED):
            self.released += line.amount
            self.unsettled[line.year] = self.unsettled.get(line.year, 0) + line.amount
        elif kind in (Kind.COST_SHARE_PAID, Kind.COST_SHARE_REFUSED):
            self._settle(line)
        elif kind in (Kind.PROJECT_COMPLETED, Kind.PROJECT_ENDED):
            self.running, self.budget = False, 0

    def _settle(self, line: Line) -> None:
        """A decided grant settles what was released up to its year, whatever the audit left of it."""
        waits = line.kind == Kind.COST_SHARE_REFUSED and line.b in (Reason.BUDGET_SHORT, Reason.NO_MONEY)
        if not waits:
            self.unsettled = {year: fen for year, fen in self.unsettled.items() if year > line.a}

    def committed(self) -> int:
        return self.budget + self.subsidy

    def expected(self) -> Fraction:
        agreed = sum(stage.instalment_fen for stage in self.plan.stages)
        to_come = max(0, agreed - self.released) if self.running else 0
        return self.subject.cost_share_rate * (sum(self.unsettled.values()) + to_come)


def _budget(plan: ProjectPlan, subject: Subject) -> int:
    if plan.pool_budget_fen is not None:
        return plan.pool_budget_fen
    return -int(-(plan.stages[0].instalment_fen * subject.pool_budget_rate) // 1)


def _subsidy(plan: ProjectPlan, subject: Subject) -> int:
    if plan.insurance is None:
        return 0
    full = int(plan.insurance.premium_fen * subject.premium_subsidy_rate)
    cap = subject.premium_subsidy_cap_fen
    return full if cap is None else min(full, cap)
