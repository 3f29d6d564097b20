"""Windows, completeness and eligibility: what an application has to pass before anybody judges it."""

from datetime import date

from escrow.claims.certified import Certified, with_certified
from escrow.claims.model import Facts
from escrow.claims.tape import ClaimReason
from escrow.claims.terms import Ruling
from escrow.processes.fulfilment.case import Case
from escrow.processes.fulfilment.office import Office, inside
from escrow.tape import Phase


def untimely(o: Office, case: Case) -> ClaimReason:
    """Why the application came too early or too late; NONE when its window is open."""
    window = o.setting.windows.get(case.clause)
    if window is None or inside(o.today, (window,)):
        return ClaimReason.NONE
    on = date.fromordinal(o.today)
    return ClaimReason.EARLY if (on.month, on.day) < window.opens else ClaimReason.LATE


def rule(o: Office, case: Case, received: int | None = None) -> Ruling:
    """The clause on the facts of the claim and of this run, by the law of the day of application."""
    return o.book.rule(case.clause, facts_of(o, case, received), case.plan.applied_day)


def facts_of(o: Office, case: Case, received: int | None = None) -> Facts:
    """The facts of the claim; what the ledger certifies is taken from the run, on top of what is stated."""
    known = case.certified if case.granted_fen else certified(o, case)
    if received is not None:
        known = known._replace(received_fen=received)
    return with_certified(o.book.asks(case.clause), case.facts, known)


def alone(o: Office, case: Case) -> int:
    """What the clause would give had this run granted nothing for the same before, in fen."""
    asked = o.book.asks(case.clause)
    if "paid_before" not in asked or not (known := certified(o, case)).paid_before_fen:
        return case.ruling.amount_fen
    facts = with_certified(asked, case.facts, known._replace(paid_before_fen=0))
    return o.book.rule(case.clause, facts, case.plan.applied_day).amount_fen


def certified(o: Office, case: Case) -> Certified:
    """What this run knows of a case today, its own award left out."""
    before = o.granted.before(case)
    limits = case.terms.limits
    year = max((o.granted.used(limit, case, o.today) for limit in limits), default=0)
    year = year if limits else o.granted.this_year(case, o.today)
    received = planned(o, case) if case.plan.upper_level else None
    return Certified(before, year, received, o.granted.repeated(case))


def planned(o: Office, case: Case) -> int:
    """Upper-level money a match counts on: every arrival, or the first only (reading arrival)."""
    amounts = [fen for _, fen in sorted(case.plan.upper_level)]
    return amounts[0] if o.choices.arrival == "once" else sum(amounts)


def refused(o: Office, case: Case, ruling: Ruling) -> bool:
    """Refuse an application that is incomplete or not eligible; False when it passes."""
    if ruling.absent:
        o.refuse(Phase.DECISIONS, case, ClaimReason.INCOMPLETE, len(ruling.absent))
    elif not ruling.in_force:
        o.refuse(Phase.DECISIONS, case, ClaimReason.NOT_IN_FORCE)
    elif ruling.failed:
        first = ruling.failed[0]
        o.refuse(Phase.DECISIONS, case, ClaimReason.NOT_ELIGIBLE, first.test, first.missing_fen)
    else:
        return False
    return True
