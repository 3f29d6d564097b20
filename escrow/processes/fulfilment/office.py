"""The office at work: agenda, purses, envelopes, tape and everything the claims share."""

from collections.abc import Generator
from datetime import date
from typing import Any

from simpy import Resource
from simpy.events import Event

from escrow.calendar import Calendar
from escrow.chart import cash
from escrow.claims.model import Applicant, ClaimPlan, Value
from escrow.claims.setting import ClaimsSetting, Window
from escrow.claims.tape import TREASURIES, ClaimKind, ClaimReason, Payer
from escrow.processes.agenda import Agenda
from escrow.processes.fulfilment.case import Case
from escrow.processes.fulfilment.envelopes import Envelopes
from escrow.processes.fulfilment.paid import Granted
from escrow.tape import Phase, Row

Process = Generator[Any, Any, None]
Asks = Generator[Any, Any, Any]
LAST_OF_THE_DAY = 63


class Office:
    """Shared state of one replication."""

    def __init__(self, setting: ClaimsSetting) -> None:
        self.setting, self.book, self.choices = setting, setting.book, setting.choices
        self.calendar: Calendar = setting.calendar
        self.first_day, self.last_day = setting.first_day, setting.last_day
        plans = setting.portfolio.claims
        self.agenda = Agenda(self.first_day, len(plans))
        self.env = self.agenda.env
        seats = setting.panel_seats
        self.panel = Resource(self.env, capacity=seats) if seats else None
        self.tape: list[Row] = []
        self.purses = {cash(party): amount for party, amount in setting.openings.items()}
        self.granted = Granted(self.book.rules)
        self.cases = [self._case(plan) for plan in plans]
        self.envelopes = Envelopes(self)

    @property
    def today(self) -> int:
        """The current day (ordinal)."""
        return self.agenda.today

    @property
    def year(self) -> int:
        """The current year."""
        return date.fromordinal(self.agenda.today).year

    @property
    def years(self) -> range:
        """The years of the horizon."""
        return range(date.fromordinal(self.first_day).year, date.fromordinal(self.last_day).year + 1)

    # --- days ------------------------------------------------------------------------------

    def at(self, day: int, phase: Phase, case: Case | None = None, occurrence: int = 0) -> Event:
        """Wait for a day, in the claim's place (or the office's, after all claims)."""
        serial = self.agenda.district if case is None else case.serial
        return self.agenda.at(day, phase, serial, occurrence)

    def after(self, step: str, case: Case, known: int | None = None) -> int:
        """The day on which a step that begins today ends: known, or so many working days later.

        It ends no later than the next step whose day is known.
        """
        if known is not None:
            return known
        day = self.calendar.add_working(self.today, self.setting.days[step][case.serial])
        latest = case.plan.known.at_latest(step)
        return day if latest is None else max(self.today, min(day, latest))

    def pay_day(self, day: int) -> int:
        """The first day from `day` on which public money may be paid; beyond the horizon when none is."""
        paying = self.setting.paying
        while day <= self.last_day:
            day = self.calendar.next_open(self.calendar.next_working(day), paying.closed)
            if self.calendar.is_working(day) and inside(day, paying.windows):
                return day
            day += 1
        return day

    # --- what is written -------------------------------------------------------------------

    def note(
        self,
        phase: Phase,
        kind: ClaimKind,
        case: Case | None = None,
        stage: int = 0,
        amount: int = 0,
        a: int = 0,
        b: int = 0,
        c: int = 0,
        d: int = 0,
    ) -> None:
        """Write a row of today."""
        serial = -1 if case is None else case.serial
        self.tape.append((self.today, phase, kind, serial, stage, amount, int(a), int(b), c, d))

    def refuse(
        self, phase: Phase, case: Case, reason: ClaimReason, b: int = 0, missing: int = 0, withheld: int = 0
    ) -> None:
        """Write that a claim is refused, and why."""
        self.note(phase, ClaimKind.REFUSED, case, 0, 0, reason, b, missing, withheld)

    def move(self, payer: str, payee: str, amount: int) -> bool:
        """Move cash between two accounts; False, with nothing moved, when the payer's is short."""
        held = self.purses.get(payer, 0)
        if held < amount:
            return False
        self.purses[payer] = held - amount
        self.purses[payee] = self.purses.get(payee, 0) + amount
        return True

    def _case(self, plan: ClaimPlan) -> Case:
        clause = self.book.number(plan.clause)
        applicant = self.setting.portfolio.applicants.get(plan.enterprise, Applicant(plan.enterprise))
        facts: dict[str, Value] = {**applicant.facts, **plan.facts}
        return Case(plan, clause, self.book.clauses[clause], facts, cash(f"enterprise:{plan.enterprise}"))


def treasury(payer: Payer) -> str:
    """The cash account of a level of government."""
    return cash(TREASURIES[payer])


def inside(day: int, windows: tuple[Window, ...]) -> bool:
    """Whether a day lies in one of the windows; with no window every day does."""
    on = date.fromordinal(day)
    here = on.month, on.day
    return not windows or any(
        each.opens <= here <= each.closes
        if each.opens <= each.closes
        else here >= each.opens or here <= each.closes
        for each in windows
    )
