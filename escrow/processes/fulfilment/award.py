"""The award: entitlement, cuts, the hold on the envelope, public notice."""

from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.processes.fulfilment.case import Case
from escrow.processes.fulfilment.eligibility import certified, facts_of, refused, rule
from escrow.processes.fulfilment.lapse import lapsed
from escrow.processes.fulfilment.office import Asks, Office
from escrow.processes.fulfilment.stacking import Left, left_of
from escrow.tape import Phase


def award(o: Office, case: Case) -> Asks:
    """Decide the amount, hold it and publish it; True when there is something to pay."""
    case.certified = certified(o, case)
    ruling = rule(o, case)
    if refused(o, case, ruling):
        return False
    if lapsed(o, case):
        o.refuse(Phase.DECISIONS, case, ClaimReason.CONDITIONS_LAPSED, withheld=ruling.amount_fen)
        return False
    case.ruling = ruling
    facts = facts_of(o, case)
    if o.book.first_in_rank(case.clause, facts, case.plan.applied_day) >= 0:
        o.refuse(Phase.DECISIONS, case, ClaimReason.RANKED_BELOW, withheld=ruling.amount_fen)
        return False
    left = left_of(o, case, ruling)
    if not left.amount_fen:
        o.refuse(Phase.DECISIONS, case, left.reason, withheld=ruling.amount_fen)
        return False
    # Counted before the envelope answers: who waits for money must not be overtaken by the same claim.
    o.granted.award(case, left.amount_fen, o.today)
    case.counted_day = o.today
    granted = yield o.envelopes.ask(case, left.amount_fen)
    if granted < left.amount_fen:
        o.granted.award(case, granted - left.amount_fen, case.counted_day)
    if not granted:
        o.refuse(Phase.DECISIONS, case, ClaimReason.BUDGET_SHORT, withheld=left.amount_fen)
        return False
    _write(o, case, left, granted)
    yield from _publish(o, case)
    return True


def _write(o: Office, case: Case, left: Left, granted: int) -> None:
    case.granted_fen = granted
    case.stages = case.ruling.staged(granted)
    cuts = (left.paid_already_fen, left.limit_fen, left.amount_fen - granted)
    known = case.certified
    columns = (known.paid_before_fen, known.paid_this_year_fen, known.received_fen or 0, int(known.repeated))
    o.note(Phase.DECISIONS, ClaimKind.CERTIFIED, case, 0, 0, *columns)
    o.note(Phase.DECISIONS, ClaimKind.AWARDED, case, 0, granted, case.ruling.amount_fen, *cuts)
    o.envelopes.commit(case)


def _publish(o: Office, case: Case) -> Asks:
    yield o.at(o.after("notice", case, case.plan.known.publicised_day), Phase.DECISIONS, case)
    case.notice_day = o.today
    o.note(Phase.DECISIONS, ClaimKind.PUBLICISED, case)
