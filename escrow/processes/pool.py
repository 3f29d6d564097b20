"""The pool advance (三.3(2)): set-up by the platform, request, queue, payment at once or by progress."""

from collections.abc import Generator
from typing import Any

from escrow.arithmetic import share
from escrow.processes import pins
from escrow.processes.case import Case
from escrow.processes.custody import end, give_back
from escrow.processes.scheme import Asks, Scheme
from escrow.tape import Kind, Phase, Reason


def budget_of(s: Scheme, c: Case, stage: int) -> int:
    """The project budget of a stage in fen: at least the instalment, more where agreed."""
    if stage == 1 and c.plan.pool_budget_fen is not None:
        return c.plan.pool_budget_fen
    instalment = c.plan.stages[stage - 1].instalment_fen
    num, den = s.terms_on(s.agenda.today).pool_budget_rate
    budget = share(instalment, num, den, s.terms.floors_up)
    # Rounding to whole yuan must not bring a full budget below the instalment it may not be less than.
    return max(budget, instalment) if num >= den else budget


def committed(s: Scheme, c: Case) -> Asks:
    """Under a budget quota the advance of stage 1 is committed at approval; waits when the quota is full."""
    if not s.terms.read.pool_form():
        return True
    budget = budget_of(s, c, 1)
    granted = yield from _granted(s, c, 1, budget)
    if granted:
        s.note(Phase.DECISIONS, Kind.QUOTA_COMMITTED, c, 1, budget)
        c.promised = budget
    return granted


def uncommit(s: Scheme, c: Case) -> None:
    """Give a commitment back that no notice will use."""
    if c.promised:
        s.note(Phase.DECISIONS, Kind.QUOTA_RELEASED, c, 1, c.promised)
        s.pool.receive(s.draw(c.serial, "platform"), c.promised)
        c.promised = 0


def advance(s: Scheme, c: Case, stage: int) -> Asks:
    """Pool money for a stage; waits in the queue, or False when the pool refuses."""
    yield from _until_requested(s, c, stage)
    budget = c.promised or budget_of(s, c, stage)
    s.note(Phase.PAYMENTS, Kind.POOL_REQUESTED, c, stage, budget)
    asked = s.agenda.today
    promised, c.promised = c.promised, 0
    if not promised and not (yield from _granted(s, c, stage, budget)):
        return _refused(s, c, stage, budget)
    # A queue that opens while the treasury is closed pays on its first open day.
    if c.pins[pins.POOL] is None or stage > 1:
        yield s.at(s.pay_day(s.agenda.today), Phase.PAYMENTS, c)
    if lost := _no_longer(s, c):
        s.pool.receive(s.draw(c.serial, "platform"), budget)
        return _refused(s, c, stage, budget, lost)
    if stage == 1:
        c.waited = s.agenda.today - asked
    return _paid(s, c, stage, budget)


def _no_longer(s: Scheme, c: Case) -> Reason:
    """Why pool money that was granted may not be paid today; NONE when it may."""
    if not s.terms.read.trial_end(s.agenda.today, s.terms.trial_to):
        return Reason.TRIAL_OVER
    return Reason.PLATFORM_QUIT if s.stopped(c.plan.platform) else Reason.NONE


def _until_requested(s: Scheme, c: Case, stage: int) -> Generator[Any, Any, None]:
    if stage == 1:
        day = c.when(pins.POOL, "pool_days")
        if c.pins[pins.POOL] is None:
            day = max(s.agenda.today, min(s.pay_day(day), c.latest[pins.POOL]))
    else:
        drawn = s.after(s.agenda.today, "pool_days", c.days("pool_days"))
        day = max(s.agenda.today, min(s.pay_day(drawn), c.latest[pins.slot(stage - 1, pins.NEXT)]))
    yield s.at(day, Phase.PAYMENTS, c)


def _granted(s: Scheme, c: Case, stage: int, budget: int) -> Asks:
    return bool((yield s.pool.ask(c, stage, budget)))


def _paid(s: Scheme, c: Case, stage: int, budget: int) -> bool:
    num, den = s.terms.read.pool_payment_timing(s.terms.pool_progress_first_share)
    tranche = min(budget, share(budget, num, den, s.terms.grants_down)) if num < den else budget
    if not _pay_tranche(s, c, stage, tranche, budget, 1):
        s.pool.receive(s.draw(c.serial, "platform"), budget)
        return _refused(s, c, stage, budget, Reason.NO_MONEY)
    if tranche < budget:
        s.agenda.start(_second_tranche(s, c, stage, budget, budget - tranche))
    return True


def _pay_tranche(s: Scheme, c: Case, stage: int, amount: int, budget: int, number: int) -> bool:
    instalment = c.plan.stages[stage - 1].instalment_fen
    paid = s.pay(Kind.POOL_PAID, c.accounts, c, stage, amount, a=instalment, b=budget, c=instalment, d=number)
    if paid:
        c.advanced += amount
        c.stage_advance += amount
        c.outstanding += amount
    return paid


def _second_tranche(s: Scheme, c: Case, stage: int, budget: int, amount: int) -> Generator[Any, Any, None]:
    """The rest in the middle of the stage; a project that has ended by then frees it."""
    half = c.plan.stages[stage - 1].planned_days // 2
    yield s.at(s.pay_day(s.agenda.today + half), Phase.PAYMENTS, c, 1)
    if c.ended or not _pay_tranche(s, c, stage, amount, budget, 2):
        s.pool.receive(s.draw(c.serial, "platform"), amount)
        if s.terms.read.pool_form():
            s.note(Phase.PAYMENTS, Kind.QUOTA_RELEASED, c, stage, amount)


def _refused(s: Scheme, c: Case, stage: int, budget: int, reason: Reason = Reason.POOL_EMPTY) -> bool:
    """No pool money: the deposit of this stage goes back, the project ends."""
    pot = s.pool.pot_of(s.draw(c.serial, "platform"))
    s.note(Phase.PAYMENTS, Kind.POOL_REFUSED, c, stage, budget, a=pot.free, b=reason)
    if s.terms.read.pool_form():
        s.note(Phase.PAYMENTS, Kind.QUOTA_RELEASED, c, stage, budget)
    if c.held:
        give_back(s, c, stage, c.held, reason)
    end(s, c, reason)
    return False
