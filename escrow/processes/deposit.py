"""Deposits into escrow (三.3(1), 三.3(3)): the first one, the next one, or the whole next instalment."""

from escrow.arithmetic import share
from escrow.processes import pins
from escrow.processes.case import Case
from escrow.processes.custody import end, past_deadline, pay_in
from escrow.processes.parties import debar
from escrow.processes.scheme import Asks, Scheme
from escrow.tape import Kind, Phase, Reason


def first(s: Scheme, c: Case) -> Asks:
    """The deposit of stage 1; without it the project ends."""
    comes = not c.plan.deposit_unpaid and bool(s.draw(c.serial, "deposit_comes"))
    day = c.when(pins.DEPOSIT, "deposit_days")
    known = c.pins[pins.DEPOSIT] is not None or (c.followed(pins.DEPOSIT) and not c.plan.deposit_unpaid)
    paid = yield from _paid(s, c, 1, day, comes or known, False, known)
    c.deposited = s.agenda.today
    return paid


def following(s: Scheme, c: Case, stage: int) -> Asks:
    """Deposit or full payment of the next instalment, after the last one was released."""
    known = c.stage_pins(stage - 1, c.retry)
    comes = known.next_payment != "none"
    place = pins.slot(stage - 1, pins.NEXT)
    followed = c.followed(place, stage - 1, c.retry)
    if known.next_payment is None and known.next_day is None:
        comes = followed or bool(s.draw(c.serial, "next_comes", stage - 1))
    full = (known.next_payment or s.terms.read.next_payment()) == "full"
    day = c.when(place, "next_days", stage - 1, c.retry)
    late = past_deadline(s, s.agenda.today, day)
    if late:
        day, comes = late, False
    sure = known.next_payment in ("deposit", "full") or known.next_day is not None or followed
    return (yield from _paid(s, c, stage, day, comes, full, sure))


def again(s: Scheme, c: Case, stage: int) -> Asks:
    """A new deposit for a retry (reading after_failure); its pins stand with the try that was missed."""
    known = c.stage_pins(stage, 1)
    day = c.when(pins.slot(stage, pins.NEXT), "next_days", stage)
    comes, full = known.next_payment != "none", known.next_payment == "full"
    return (yield from _paid(s, c, stage, day, comes, full))


def amount_due(s: Scheme, c: Case, stage: int, full: bool) -> int:
    """What the enterprise pays in before a stage, in fen."""
    terms = s.terms
    instalment = c.plan.stages[stage - 1].instalment_fen
    if full:
        return instalment
    base = instalment
    if stage > 1:
        base = terms.read.next_deposit_base(instalment, c.plan.stages[0].instalment_fen)
    return min(instalment, share(base, *c.rate, terms.floors_up))


def _paid(s: Scheme, c: Case, stage: int, day: int, comes: bool, full: bool, known: bool = False) -> Asks:
    yield s.at(day, Phase.RECEIPTS, c)
    if s.stopped(c.plan.platform) and not known:  # nobody pays for the work of a platform that has stopped
        end(s, c, Reason.PLATFORM_QUIT)
        return False
    due = amount_due(s, c, stage, full)
    instalment = c.plan.stages[stage - 1].instalment_fen
    if comes and pay_in(s, c, Kind.DEPOSITED, stage, due, instalment, *c.rate, int(full)):
        c.held = due
        # Paid in full, the deposit part is the agreed rate of this instalment (reading 14).
        c.deposit_part = share(instalment, *c.rate, s.terms.floors_up) if full else due
        return True
    reason = Reason.NO_MONEY if comes else Reason.NO_DEPOSIT
    s.note(Phase.RECEIPTS, Kind.DEPOSIT_MISSED, c, stage, a=due, b=reason)
    sanction, _ = s.terms.read.next_deposit_missing()
    if sanction:
        debar(s, s.draw(c.serial, "enterprise"), Reason.NO_DEPOSIT)
    end(s, c, Reason.NO_DEPOSIT)
    return False
