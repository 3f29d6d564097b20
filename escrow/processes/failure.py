"""After a miss: authority review, forfeiture or return of the deposit, unspent pool money, end (三.3(3))."""

from typing import TYPE_CHECKING

from escrow.arithmetic import share
from escrow.processes import insurance, pins
from escrow.processes.case import Case
from escrow.processes.custody import end, give_back, pay_out
from escrow.processes.parties import debar
from escrow.processes.scheme import Process, Scheme
from escrow.tape import Cause, Kind, Phase, Reason

if TYPE_CHECKING:
    from escrow.processes.stage import Verdict


def settled(s: Scheme, c: Case, number: int, occurrence: int, verdict: "Verdict", ends: bool) -> Process:
    """Review and settlement of a missed stage; the project ends unless it is tried again."""
    place, failed_on = pins.slot(number, pins.RELEASE), s.agenda.today
    yield s.at(c.when_reviewed(place, number, occurrence), Phase.DECISIONS, c)
    s.note(Phase.DECISIONS, Kind.AUTHORITY_REVIEWED, c, number)
    yield s.at(c.when(place, "forfeit_days", number, occurrence), Phase.PAYMENTS, c)
    deposit = c.held
    if to_platform(s, verdict):
        _forfeited(s, c, number, occurrence)
    elif c.held:
        give_back(s, c, number, c.held, verdict.reason)
    _unspent_returned(s, c, number, failed_on)
    if c.insurance and c.plan.claims is None:
        s.agenda.start(insurance.loss(s, c, c.insurance, number, occurrence, deposit, failed_on))
    if ends:
        end(s, c, verdict.reason)


def to_platform(s: Scheme, verdict: "Verdict") -> bool:
    """Whether the deposit goes to the platform, by the reading that fits the failure."""
    read = s.terms.read
    if verdict.reason == Reason.ENDED_WITHOUT_FAULT:
        return bool(read.ended_without_fault())
    if verdict.cause == Cause.PLATFORM_QUIT:
        return bool(read.platform_quits())
    if verdict.cause == Cause.PLATFORM:
        return bool(read.platform_at_fault())
    return True


def _forfeited(s: Scheme, c: Case, number: int, occurrence: int) -> None:
    """Only the deposit is lost; what was prepaid beyond it follows prepaid_excess_on_failure."""
    instalment = c.plan.stages[number - 1].instalment_fen
    excess = s.terms.read.prepaid_excess_on_failure(c.held, min(c.held, c.deposit_part))
    evidence = c.stage_pins(number, occurrence).invoice_day or s.agenda.today
    pay_out(s, c, Kind.FORFEITED, number, c.held - excess, instalment, excess, evidence)
    c.held = excess
    if excess:
        give_back(s, c, number, excess, Reason.MISSED, Kind.EXCESS_RETURNED)
    c.held = 0


def _unspent_returned(s: Scheme, c: Case, number: int, failed_on: int) -> None:
    """Pool money that the failed stage had not spent by its failure goes back (reading pool_on_failure)."""
    funded = min(c.outstanding, c.stage_advance)
    if not funded:
        return
    planned = c.plan.stages[number - 1].planned_days
    num, den = s.terms.read.pool_on_failure(planned, failed_on - c.stage_started)
    unspent = min(funded, share(funded, num, den, s.terms.grants_down))
    amount = min(unspent, s.purses.get(c.accounts.platform, 0))
    if amount and s.pay(Kind.POOL_UNSPENT_RETURNED, c.accounts, c, number, amount, funded, num, den):
        c.outstanding -= amount
        s.pool.give_back(s.draw(c.serial, "platform"), amount)


def balance_unpaid(s: Scheme, c: Case, number: int, occurrence: int, owed: int, could: bool) -> Process:
    """The milestone is reached and the enterprise does not pay (reading balance_unpaid)."""
    reason = Reason.NO_MONEY if could else Reason.NO_BALANCE
    s.note(Phase.RECEIPTS, Kind.BALANCE_DEFAULTED, c, number, a=owed, b=reason)
    if s.terms.read.balance_unpaid():
        end(s, c, Reason.NO_BALANCE)
        return
    place = pins.slot(number, pins.RELEASE)
    yield s.at(c.when_reviewed(place, number, occurrence), Phase.DECISIONS, c)
    s.note(Phase.DECISIONS, Kind.AUTHORITY_REVIEWED, c, number)
    yield s.at(c.when(place, "forfeit_days", number, occurrence), Phase.PAYMENTS, c)
    _forfeited(s, c, number, occurrence)
    debar(s, s.draw(c.serial, "enterprise"), Reason.NO_BALANCE)
    end(s, c, Reason.NO_BALANCE)
