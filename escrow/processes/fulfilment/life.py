"""The life of one claim, from its application to its last payment."""

from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.claims.terms import Scored
from escrow.processes.fulfilment.award import award
from escrow.processes.fulfilment.case import Case
from escrow.processes.fulfilment.eligibility import facts_of, refused, rule, untimely
from escrow.processes.fulfilment.lapse import recheck
from escrow.processes.fulfilment.office import Asks, Office, Process
from escrow.processes.fulfilment.payment import disburse, years_after
from escrow.processes.fulfilment.selection import Rounds, hundredths
from escrow.tape import Phase


def life(o: Office, rounds: Rounds, case: Case) -> Process:
    """One claim: each step starts the next."""
    plan = case.plan
    yield o.at(plan.applied_day, Phase.FILINGS, case)
    o.note(Phase.FILINGS, ClaimKind.FILED, case, a=case.clause)
    if reason := untimely(o, case):
        o.refuse(Phase.FILINGS, case, reason)
        return
    if not (yield from _judged(o, rounds, case)):
        return
    yield o.at(o.after("decision", case, plan.known.decided_day), Phase.DECISIONS, case)
    o.note(Phase.DECISIONS, ClaimKind.DECIDED, case)
    if (yield from award(o, case)):
        if case.terms.recheck is not None:
            o.agenda.start(_rechecks(o, case, case.terms.recheck.years))
        yield from disburse(o, case)


def _judged(o: Office, rounds: Rounds, case: Case) -> Asks:
    """Completeness, eligibility, expert review and selection; False when refused."""
    term = case.terms.select
    found = rounds.enter(case, term) if term is not None else None
    yield o.at(o.after("completeness", case, case.plan.known.complete_day), Phase.DECISIONS, case)
    case.selected = found is not None
    scored = o.book.score(case.clause, facts_of(o, case), case.plan.applied_day) if found else None
    if refused(o, case, rule(o, case)) or (found and _unscored(o, case, scored)):
        if found is not None:
            rounds.leave(found)
        return False
    o.note(Phase.DECISIONS, ClaimKind.COMPLETE, case)
    if found is not None or _reviewed(o, case):
        yield from _review(o, case)
        score = hundredths(scored.score) if scored else 0
        o.note(Phase.DECISIONS, ClaimKind.REVIEWED, case, a=score)
    if found is None or scored is None:
        return True
    return (yield rounds.score(found, case, scored))


def _unscored(o: Office, case: Case, scored: Scored | None) -> bool:
    if scored is None:
        o.refuse(Phase.DECISIONS, case, ClaimReason.INCOMPLETE, 1)
    return scored is None


def _reviewed(o: Office, case: Case) -> bool:
    choice = o.choices.review
    return choice == "all" or (choice == "discretionary" and case.terms.discretionary)


def _review(o: Office, case: Case) -> Asks:
    """Experts look at it, when a seat of the panel is free."""
    seat = o.panel.request() if o.panel is not None else None
    if seat is not None:
        yield seat
    yield o.at(o.after("review", case, case.plan.known.reviewed_day), Phase.DECISIONS, case)
    if seat is not None and o.panel is not None:
        o.panel.release(seat)


def _rechecks(o: Office, case: Case, years: int) -> Process:
    for number in range(1, years + 1):
        yield o.at(years_after(case.notice_day, number), Phase.AUDIT, case)
        if case.stopped or not (yield from recheck(o, case, number)):
            return
