"""The scheme at work: agenda, purses, tape and everything the projects share."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from simpy import Resource
from simpy.events import Event

from escrow.calendar import Calendar
from escrow.chart import OPENING, POOL, TREASURY, Accounts, cash, flow_places
from escrow.openings import cash_openings
from escrow.processes.agenda import Agenda
from escrow.processes.budget import DistrictBudget
from escrow.processes.case import Case
from escrow.processes.pins import NEVER
from escrow.processes.pots import RiskPool
from escrow.project import EnterpriseFacts, Portfolio, ProjectPlan
from escrow.settlement.books import NO_GROUP, AuditDay, Dated, Moved, Partner, ProjectBook
from escrow.settlement.state import State
from escrow.settlement.terms import SettlementTerms
from escrow.tape import Instrument, Kind, Phase, Reason, Row
from escrow.terms import Rate, Terms
from escrow.world import World, unit_of

PAYS = Phase.PAYMENTS
Process = Generator[Any, Any, None]
Asks = Generator[Any, Any, bool]


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything a replication is a function of; days as ordinals, openings in fen by party.

    `base` is the policy without overrides: it holds for amounts before the as-of day, and its deposit
    floor is the printed one.
    """

    terms: Terms
    base: Terms
    world: World
    portfolio: Portfolio
    calendar: Calendar
    openings: dict[str, int]
    first_day: int
    last_day: int
    intake_until: int
    as_of: int | None = None


class Columns(dict[str, list[int]]):
    """Columns of draws as flat lists, made on first use: most runs ask for few of them."""

    def __init__(self, columns: dict[str, Any]) -> None:
        super().__init__()
        self._columns = columns

    def __missing__(self, name: str) -> list[int]:
        found: list[int] = self._columns[name].ravel().tolist()
        self[name] = found
        return found


class Scheme:
    """Shared state of one replication: who holds what, who is debarred, what has happened."""

    def __init__(self, setting: Setting) -> None:
        self.terms, self._base = setting.terms, setting.base
        world, portfolio = setting.world, setting.portfolio
        self.world, self.portfolio, self.calendar = world, portfolio, setting.calendar
        self.last_day, self.intake_until = setting.last_day, setting.intake_until
        self.first_day, self.as_of = setting.first_day, setting.as_of
        self.agenda = Agenda(self.first_day, len(world.plans))
        self.env = self.agenda.env
        self.panel = Resource(self.env, capacity=setting.terms.panel_seats)
        self.tape: list[Row] = []
        self.purses: dict[str, int] = {
            cash(party): amount for party, amount in cash_openings(self.terms, setting.openings).items()
        }
        self.debarred: dict[int, int] = {}  # enterprise number -> day
        self.approvals: dict[int, int] = {}  # year -> projects approved
        self._project, self._stage = Columns(world.project), Columns(world.stage)
        self._stages: int = next(iter(world.stage.values())).shape[1]
        self._working = frozenset(
            name for name in (*world.project, *world.stage) if unit_of(name) == "working"
        )
        self.printed_floor = self._base.deposit_rate_min
        self.district = accounts_of(self.terms, None)
        self.stops = dict(portfolio.platform_stops)
        self.settlement_terms = SettlementTerms.of(self.terms)
        self._base_settlement = SettlementTerms.of(self._base)
        self.settled = State()
        self.audits_paid: set[int] = set()
        self.owed: dict[tuple[int, int, int], int] = {}  # (year, serial, instrument) -> fen
        self.offsets: list[tuple[Case, int, int]] = []  # case, fen, day of success
        self.budget = DistrictBudget(self.terms)
        self.audits = list(_audits(self))
        self._groups = groups_of(portfolio)
        self.cases = [self._case(i, plan) for i, plan in enumerate(world.plans)]
        self.of_enterprise: dict[int, list[Case]] = {}
        for case in self.cases:
            self.of_enterprise.setdefault(case.book.enterprise, []).append(case)
        self.pool = RiskPool(self, self._pool_size(setting.openings))

    # --- what is drawn and when it falls -------------------------------------------------

    def draw(self, serial: int, purpose: str, stage: int = 0, occurrence: int = 1) -> int:
        """A drawn value of the world."""
        if stage:
            return self._stage[purpose][(serial * self._stages + stage - 1) * 2 + occurrence - 1]
        return self._project[purpose][serial]

    def delay(self, serial: int, purpose: str, stage: int, occurrence: int, known_by: int = NEVER) -> int:
        """A drawn delay; what is open on the as-of day is drawn above the days already gone.

        A step that something recorded must have followed (`known_by`) is not open, only undated.
        """
        as_of = self.as_of
        if as_of is None or self.agenda.today >= as_of or known_by <= as_of:
            return self.draw(serial, purpose, stage, occurrence)
        today = self.agenda.today
        gone = as_of - today
        if purpose in self._working:
            gone = self.calendar.working_between(today, as_of)
        return int(self.world.beyond(purpose, serial, stage, occurrence, gone))

    def due(self, serial: int, purpose: str, stage: int, occurrence: int, known_by: int) -> int:
        """The day on which a drawn delay that begins today ends."""
        if self.as_of is None:
            delay = self.draw(serial, purpose, stage, occurrence)
        else:
            delay = self.delay(serial, purpose, stage, occurrence, known_by)
        return self.after(self.agenda.today, purpose, delay)

    def after(self, day: int, purpose: str, delay: int) -> int:
        """The day `delay` days after `day`, working days where offices act."""
        return self.calendar.add_working(day, delay) if purpose in self._working else day + delay

    def work_days(self, case: Case, stage: int, occurrence: int, start: int) -> int:
        """Days of work of a stage; one under way on the as-of day is not finished before it."""
        if self.as_of is None or start >= self.as_of:
            return self.draw(case.serial, "work_days", stage, occurrence)
        gone = self.as_of - start
        return int(self.world.beyond("work_days", case.serial, stage, occurrence, gone))

    def pay_day(self, day: int) -> int:
        """The first day from `day` on which public money may be paid (reading cash_window)."""
        closed = self.terms.cash_closed
        return day if closed is None else self.calendar.next_open(day, closed)

    # --- policy ----------------------------------------------------------------------------

    def terms_on(self, day: int) -> Terms:
        """The policy for amounts of `day`: before the as-of day the policy without overrides."""
        return self._base if self.as_of is not None and day < self.as_of else self.terms

    def settlement_on(self, day: int) -> SettlementTerms:
        """The same for the yearly settlement."""
        return self._base_settlement if self.terms_on(day) is self._base else self.settlement_terms

    def deposit_rate(self, plan: ProjectPlan) -> tuple[int, int]:
        """The agreed deposit rate, raised to the floor in force today."""
        terms = self.terms_on(self.agenda.today)
        return raised_to_floor(plan.deposit_rate, terms.deposit_rate, terms.deposit_rate_min)

    def supported(self, case: Case) -> Reason:
        """Why public money may not go to this project's enterprise today; NONE when it may."""
        today = self.agenda.today
        if self.draw(case.serial, "enterprise") in self.debarred:
            return Reason.DEBARRED
        if not self.terms.read.trial_end(today, self.terms.trial_to):
            return Reason.TRIAL_OVER
        return Reason.NONE

    def stopped(self, platform: str) -> bool:
        """Whether a platform has given up by today."""
        return self.stops.get(platform, NEVER) <= self.agenda.today

    def channel_day(self, case: Case) -> int:
        """The day the deposit channel opened for a project."""
        return min(case.approved, case.deposited or case.approved)

    def next_grant_day(self, day: int) -> int:
        """The next day from `day` on which grants are paid."""
        return min(
            (audit.paid_day for audit, _ in self.audits if audit.paid_day >= day), default=self.last_day + 1
        )

    def first_day_of(self, year: int) -> int:
        """1 January as an ordinal."""
        return date(year, 1, 1).toordinal()

    def owe(self, year: int, case: Case, instrument: Instrument, amount: int) -> None:
        """Remember what the district owes and has not paid (negative when it no longer does), in fen."""
        key = (year, case.serial, instrument)
        self.owed[key] = self.owed.get(key, 0) + amount

    def grantee(self, case: Case, enterprise: int) -> tuple[int, str]:
        """The number of a partner (0 the lead) and the cash account of an enterprise of the project."""
        if enterprise == case.book.enterprise:
            return 0, case.accounts.enterprise
        numbers = [partner.enterprise for partner in case.book.partners]
        number = numbers.index(enterprise)
        return number + 1, cash(f"enterprise:{case.plan.partners[number][0]}")

    # --- what is written -------------------------------------------------------------------

    def note(
        self,
        phase: Phase,
        kind: Kind,
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
        self.tape.append((self.agenda.today, phase, kind, serial, stage, amount, a, b, c, d))

    def pay(
        self,
        kind: Kind,
        accounts: Accounts,
        case: Case | None,
        stage: int,
        amount: int,
        a: int = 0,
        b: int = 0,
        c: int = 0,
        d: int = 0,
        phase: Phase = PAYS,
    ) -> bool:
        """Move money and write its row; False, with nothing moved, when the payer's account is short."""
        source, target = flow_places(kind, a)
        payer, payee = accounts[source], accounts[target]
        purses = self.purses
        held = purses.get(payer, 0)
        if held < amount and payer != OPENING:
            return False
        purses[payer] = held - amount
        purses[payee] = purses.get(payee, 0) + amount
        self.note(phase, kind, case, stage, amount, a, b, c, d)
        return True

    def at(self, day: int, phase: Phase, case: Case | None = None, occurrence: int = 0) -> Event:
        """Wait for a day, in the case's place (or the district's, after all projects)."""
        serial = self.agenda.district if case is None else case.serial
        return self.agenda.at(day, phase, serial, occurrence)

    def _case(self, serial: int, plan: ProjectPlan) -> Case:
        insurer = plan.insurance.insurer if plan.insurance else ""
        book = ProjectBook(
            serial,
            self.draw(serial, "enterprise"),
            self._groups.get(plan.enterprise, NO_GROUP),
            partners=tuple(self._partner(name, share) for name, share in plan.partners),
            other_grants=[Dated(grant.day, grant.amount_fen) for grant in plan.other_grants],
        )
        for spent in plan.outside_spending:
            book.moved(Moved.OUTSIDE, spent.day, spent.amount_fen)
        return Case(self, serial, plan, accounts_of(self.terms, plan, insurer), book)

    def _partner(self, name: str, share: Fraction) -> Partner:
        # A partner that files no project of its own gets a number after the filing enterprises.
        names = self.world.enterprises
        number = names.index(name) if name in names else len(names) + sorted(self._groups).index(name)
        return Partner(number, self._groups.get(name, NO_GROUP), share.numerator, share.denominator)

    def _pool_size(self, openings: dict[str, int]) -> int:
        return openings.get("risk_pool", 0)


@lru_cache(maxsize=1024)
def raised_to_floor(agreed: Fraction | None, usual: Rate, floor: Rate) -> Rate:
    """The agreed rate, or the usual one where none was agreed; never below the floor."""
    rate = usual if agreed is None else agreed.as_integer_ratio()
    return rate if rate[0] * floor[1] >= floor[0] * rate[1] else floor


def accounts_of(terms: Terms, plan: ProjectPlan | None, insurer: str = "") -> Accounts:
    """The accounts of a project, or of the district alone when `plan` is None."""
    quota, sourced = terms.read.pool_form(), terms.read.pool_source()
    return Accounts(
        enterprise=f"cash/enterprise:{plan.enterprise}" if plan else "",
        platform=f"cash/platform:{plan.platform}" if plan else "",
        insurer=f"cash/insurer:{insurer}" if insurer else "",
        escrow=f"custody/escrow/{plan.id}" if plan else "",
        pool=TREASURY if quota else POOL,
        topup_source=TREASURY if sourced else OPENING,
    )


def groups_of(portfolio: Portfolio) -> dict[str, int]:
    """Group numbers of the enterprises that state a group."""
    names = sorted({facts.group for facts in portfolio.enterprises.values() if facts.group})
    return {
        name: names.index(facts.group) if facts.group else NO_GROUP
        for name, facts in _with_partners(portfolio).items()
    }


def _with_partners(portfolio: Portfolio) -> dict[str, EnterpriseFacts]:
    partners = {name: EnterpriseFacts() for plan in portfolio.projects for name, _ in plan.partners}
    return {**partners, **portfolio.enterprises}


def _audits(s: Scheme) -> Iterator[tuple[AuditDay, dict[int, int]]]:
    """One audit a year: dates from the scenario or the policy's calendar, audited inputs by serial."""
    serials = {plan.id: i for i, plan in enumerate(s.world.plans)}
    stated = {audit.year: audit for audit in s.portfolio.audits}
    years = range(date.fromordinal(s.first_day).year, date.fromordinal(s.last_day).year + 1)
    for year in sorted({*years, *stated}):
        known = stated.get(year)
        reported = (
            known.reported_day if known and known.reported_day else _next_year(year, s.terms.audit_reported)
        )
        usual = max(reported, _next_year(year, s.terms.audit_paid))
        paid = known.paid_day if known and known.paid_day else s.pay_day(usual)
        found = known.audited_input if known else {}
        inputs = {serials[name]: amount for name, amount in found.items() if name in serials}
        yield AuditDay(year, reported, paid), inputs


def _next_year(year: int, month_day: tuple[int, int]) -> int:
    return date(year + 1, *month_day).toordinal()
