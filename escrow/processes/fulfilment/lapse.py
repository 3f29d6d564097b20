"""When conditions lapse: the rest is stopped, or what was paid is claimed back."""

from escrow.claims.tape import ClaimKind, ClaimReason, Payer
from escrow.processes.fulfilment.case import Case
from escrow.processes.fulfilment.eligibility import facts_of
from escrow.processes.fulfilment.office import Asks, Office, Process, treasury
from escrow.tape import Phase


def lapsed(o: Office, case: Case) -> bool:
    """Whether the conditions no longer hold today."""
    day = case.plan.lapses_day
    return day is not None and day <= o.today


def stop(o: Office, case: Case, reason: ClaimReason, phase: Phase) -> None:
    """Nothing more is paid: what is still owed falls away and its hold is given back."""
    rest = case.owed_fen
    case.stopped = True
    if rest:
        o.note(phase, ClaimKind.STOPPED, case, 0, 0, reason, rest)
        _less(o, case, rest)
        o.envelopes.release(case, 0, reason, phase)


def reduce(o: Office, case: Case, keep: int, reason: ClaimReason) -> None:
    """Cut what is still owed to the largest award that holds no more than `keep` of its envelope."""
    rest = case.owed_fen - o.envelopes.fitting(case, case.owed_fen, keep)
    if rest:
        o.note(Phase.DECISIONS, ClaimKind.REDUCED, case, 0, 0, reason, rest)
        _less(o, case, rest)
        o.envelopes.release(case, keep, reason, Phase.DECISIONS)
        case.stopped = not case.owed_fen and not case.paid_fen


def less(o: Office, case: Case, amount: int, reason: ClaimReason) -> None:
    """A part of what is owed falls away at payment, and so does its hold."""
    o.note(Phase.PAYMENTS, ClaimKind.STOPPED, case, 0, 0, reason, amount)
    _less(o, case, amount)
    o.envelopes.release(case, o.envelopes.charge(case, case.owed_fen), reason, Phase.PAYMENTS)


def _less(o: Office, case: Case, amount: int) -> None:
    case.granted_fen -= amount
    o.granted.award(case, -amount, case.counted_day)


def take_back(o: Office, case: Case, reason: ClaimReason) -> Process:
    """Stop, demand back what was paid, and receive it as far as the enterprise can pay."""
    phase = Phase.AUDIT
    stop(o, case, reason, phase)
    if not case.paid_fen:
        return
    o.note(phase, ClaimKind.CLAWBACK_DEMANDED, case, 0, 0, reason, case.paid_fen)
    yield o.at(o.after("claw_back", case), Phase.RECEIPTS, case)
    for payer, year in sorted(case.payments):
        _refund(o, case, Payer(payer), year)


def _refund(o: Office, case: Case, payer: Payer, year: int) -> None:
    """What one level paid in one year goes back to it, as far as the enterprise has it."""
    amount = min(case.payments[payer, year], o.purses.get(case.enterprise, 0))
    if not amount or not o.move(case.enterprise, treasury(payer), amount):
        return
    own = o.envelopes.charges(case, payer)
    refills = own and o.choices.refund == "same_year" and year == case.charged_year == o.year
    case.payments[payer, year] -= amount
    case.paid_fen -= amount
    _less(o, case, amount)
    envelope = (case.terms.envelope, case.charged_year) if own else (-1, 0)
    o.note(Phase.RECEIPTS, ClaimKind.CLAWED_BACK, case, 0, amount, payer, *envelope, int(refills))
    if refills:
        o.envelopes.refill(case, amount)


def recheck(o: Office, case: Case, number: int) -> Asks:
    """The yearly re-check; False when the conditions no longer hold."""
    passed = not lapsed(o, case) and o.book.holds(case.clause, facts_of(o, case), o.today)
    o.note(Phase.AUDIT, ClaimKind.RECHECKED, case, 0, 0, int(passed), number)
    term = case.terms.recheck
    assert term is not None
    if passed:
        return True
    if term.lapse == "stop":
        stop(o, case, ClaimReason.RECHECK_FAILED, Phase.AUDIT)
    else:
        yield from take_back(o, case, ClaimReason.RECHECK_FAILED)
    return False
