"""Disbursement: stages over the years, each level of government from its own account."""

from datetime import date

from escrow.claims.tape import ClaimKind, ClaimReason, Payer
from escrow.processes.fulfilment.case import Case
from escrow.processes.fulfilment.eligibility import facts_of, planned, rule
from escrow.processes.fulfilment.lapse import lapsed, less, stop, take_back
from escrow.processes.fulfilment.office import Asks, Office, Process, treasury
from escrow.processes.fulfilment.stacking import postponed, within_limits
from escrow.tape import Phase

NEVER = 1 << 40


def disburse(o: Office, case: Case) -> Process:
    """Pay an award: by arrivals of upper-level money, or stage by stage."""
    if case.terms.matching and case.plan.upper_level and len(case.stages) == 1:
        yield from _by_arrivals(o, case)
    else:
        yield from _by_stages(o, case)


def arrival(o: Office, case: Case, number: int) -> Process:
    """Upper-level money reaches the enterprise on its day."""
    day, amount = sorted(case.plan.upper_level)[number]
    yield o.at(day, Phase.RECEIPTS, case, number)
    payer = Payer[case.plan.upper_payer.upper()]
    if not o.move(treasury(payer), case.enterprise, amount):
        o.note(Phase.RECEIPTS, ClaimKind.UNPAID, case, number + 1, 0, payer, amount)
        return
    case.arrived_fen += amount
    o.note(Phase.RECEIPTS, ClaimKind.ARRIVED, case, number + 1, amount, payer, case.arrived_fen)


def _by_arrivals(o: Office, case: Case) -> Process:
    for number, (day, _) in enumerate(sorted(case.plan.upper_level), 1):
        yield o.at(max(day, case.notice_day), Phase.PAYMENTS, case)
        counted = min(case.arrived_fen, planned(o, case))
        due = min(rule(o, case, counted).amount_fen, case.granted_fen) - case.paid_fen
        if due > 0 and not (yield from _stage(o, case, number, due)):
            return
    _settled(o, case)


def _by_stages(o: Office, case: Case) -> Process:
    for number, part in enumerate(case.stages, 1):
        day = due_day(case, number)
        if day > o.last_day:
            continue
        yield o.at(day, Phase.PAYMENTS, case)
        amount = min(part.amount_fen, case.owed_fen)
        if o.book.claws_back(case.clause, number - 1, facts_of(o, case), o.today):
            yield from take_back(o, case, ClaimReason.CONDITIONS_LAPSED)
            return
        if amount and not (yield from _stage(o, case, number, amount)):
            return
    _settled(o, case)


def due_day(case: Case, number: int) -> int:
    """The day a stage falls due: its event (the end of the notice when none is named) and years after."""
    term = case.stages[number - 1]
    day = case.notice_day if not term.event else case.plan.events.get(term.event, NEVER)
    day = max(day, case.notice_day)
    return day if day >= NEVER else years_after(day, term.after_years)


def years_after(day: int, years: int) -> int:
    """The same day of a later year; 29 February becomes 28."""
    on = date.fromordinal(day)
    last = 28 if (on.month, on.day) == (2, 29) and years else on.day
    return on.replace(year=on.year + years, day=last).toordinal()


def _stage(o: Office, case: Case, number: int, amount: int) -> Asks:
    """One stage from due to paid; False when nothing more will be paid."""
    fell_due = o.today
    o.note(Phase.PAYMENTS, ClaimKind.DUE, case, number, 0, amount)
    known = case.plan.known.paid_days
    pinned = known[number - 1] if number <= len(known) else None
    ready = o.after("payment", case, pinned)
    yield o.at(ready if pinned else o.pay_day(ready), Phase.PAYMENTS, case)
    if not case.stopped and lapsed(o, case):
        yield from _lapse(o, case)
    while amount and not case.stopped:
        amount = min(amount, case.owed_fen)
        now = within_limits(o, case, amount)
        for payer, part in _parts(o, case, now):
            yield from _pay(o, case, number, payer, part, fell_due)
        amount -= now
        if amount and not postponed(case):
            less(o, case, amount, ClaimReason.LIMIT_REACHED)
            break
        if amount:
            yield o.at(o.pay_day(date(o.year + 1, 1, 1).toordinal()), Phase.PAYMENTS, case)
    return not case.stopped


def _lapse(o: Office, case: Case) -> Asks:
    """Conditions are lost when a stage is to be paid: what a failed re-check would do happens now."""
    term = case.terms.recheck
    if term is not None and term.lapse == "claw_back":
        yield from take_back(o, case, ClaimReason.CONDITIONS_LAPSED)
    else:
        stop(o, case, ClaimReason.CONDITIONS_LAPSED, Phase.PAYMENTS)


def _parts(o: Office, case: Case, amount: int) -> list[tuple[Payer, int]]:
    """An amount by payers, so that what each has paid in the end is its share of the whole award."""
    whole = sum(case.paid_by.values()) + amount
    parts = [(payer, fen - case.paid_by.get(payer, 0)) for payer, fen in case.ruling.split(whole)]
    if any(part < 0 for _, part in parts):
        return list(case.ruling.split(amount))
    return parts


def _pay(o: Office, case: Case, number: int, payer: Payer, part: int, due: int) -> Asks:
    """One level of government pays its part, as soon as its account allows."""
    while part and not o.move(treasury(payer), case.enterprise, part):
        o.note(Phase.PAYMENTS, ClaimKind.UNPAID, case, number, 0, payer, part)
        yield o.at(o.pay_day(_next_month(o.today)), Phase.PAYMENTS, case)
        part = 0 if case.stopped else min(part, case.owed_fen)
    if not part:
        return
    own = o.envelopes.charges(case, payer)
    case.paid_fen += part
    case.paid_by[payer] = case.paid_by.get(payer, 0) + part
    case.payments[payer, o.year] = case.payments.get((payer, o.year), 0) + part
    o.granted.pay(case, part, o.today)
    if own:
        o.envelopes.spend(case, part)
    columns = (payer, case.terms.envelope if own else -1, case.charged_year if own else 0, due)
    o.note(Phase.PAYMENTS, ClaimKind.PAID, case, number, part, *columns)


def _next_month(day: int) -> int:
    on = date.fromordinal(day)
    year, month = divmod(on.year * 12 + on.month, 12)
    return date(year, month + 1, 1).toordinal()


def _settled(o: Office, case: Case) -> None:
    if case.granted_fen and not case.owed_fen:
        o.note(Phase.PAYMENTS, ClaimKind.SETTLED, case)
