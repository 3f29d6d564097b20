"""Intake (四.1), expert review and notice (四.2), opening of the channel (四.3)."""

from collections.abc import Generator
from datetime import date
from typing import Any

from escrow.processes import eligibility, pins
from escrow.processes.case import Case
from escrow.processes.custody import give_back, recorded
from escrow.processes.parties import debar, falsification
from escrow.processes.pool import committed, uncommit
from escrow.processes.scheme import Asks, Scheme
from escrow.rules.entitlement import Guard
from escrow.settlement.books import Moved
from escrow.tape import Kind, Phase, Reason


def reviewed(s: Scheme, c: Case) -> Asks:
    """Completeness and eligibility, then the expert panel; False when the application is refused."""
    yield s.at(c.when_before(pins.REVIEW, "completeness_days"), Phase.FILINGS, c)
    failed = eligibility.refusal(s, c)
    if failed is not None:
        return not_eligible(s, c, failed)
    s.note(Phase.FILINGS, Kind.ACCEPTED, c)
    yield from _sitting(s, c)
    score = c.plan.score if c.plan.score is not None else s.draw(c.serial, "score")
    stated, followed = c.plan.review_passed, c.followed(pins.REVIEW)
    verdict = followed or bool(s.draw(c.serial, "passed")) if stated is None else stated
    if s.draw(c.serial, "falsified_days") == 0 and not followed:
        debar(s, c.book.enterprise, Reason.FALSIFIED)
        return refused(s, c, Reason.FALSIFIED, Phase.COMPLETIONS)
    passed = s.terms.read.expert_pass(verdict, score, s.terms.score_threshold)
    s.note(Phase.COMPLETIONS, Kind.REVIEWED, c, a=int(passed), b=score)
    return True if passed else refused(s, c, Reason.REVIEW_FAILED, Phase.COMPLETIONS)


def _sitting(s: Scheme, c: Case) -> Generator[Any, Any, None]:
    """A seat on the expert panel; a sitting that is known has taken place whatever the queue."""
    if c.pins[pins.REVIEW] is not None or c.followed(pins.REVIEW):
        yield s.at(c.when(pins.REVIEW, "review_days"), Phase.COMPLETIONS, c)
        return
    with s.panel.request() as seat:
        yield seat
        s.note(Phase.FILINGS, Kind.REVIEW_STARTED, c)
        yield s.at(c.when(pins.REVIEW, "review_days"), Phase.COMPLETIONS, c)


def approved(s: Scheme, c: Case) -> Asks:
    """Decision, public notice, approval notice; the deposit channel opens with the notice."""
    yield s.at(c.when_before(pins.APPROVED, "decision_days"), Phase.DECISIONS, c)
    s.note(Phase.DECISIONS, Kind.DECIDED, c)
    yield s.at(c.when_before(pins.APPROVED, "publicity_days"), Phase.DECISIONS, c)
    s.note(Phase.DECISIONS, Kind.PUBLICISED, c)
    yield s.at(c.when(pins.APPROVED, "notice_days"), Phase.DECISIONS, c)
    yield from _number_of_the_year(s, c)
    failed = eligibility.barred_at_notice(s, c)
    if failed is None and not (yield from committed(s, c)):
        return refused(s, c, Reason.POOL_EMPTY)
    # Waiting for a number or for quota takes days, so the notice is tested against the trial again.
    failed = failed or eligibility.barred_at_notice(s, c)
    if failed is not None:
        uncommit(s, c)
        return not_eligible(s, c, failed)
    c.approved = c.book.notice_day = s.agenda.today
    s.note(Phase.DECISIONS, Kind.APPROVED, c)
    found = s.draw(c.serial, "falsified_days")
    if found > 0:
        s.agenda.start(falsification(s, c, c.approved + found))
    bought = s.terms.read.equipment_in_instalments(c.plan.agreed_total_fen, c.plan.equipment_fen).beside_fen
    if bought:
        recorded(s, c, Moved.EQUIPMENT, bought)
    return True


def _number_of_the_year(s: Scheme, c: Case) -> Generator[Any, Any, None]:
    """Wait for the next year when this year's number is full (reading selection_rule fixed_number)."""
    while s.terms.read.selection_number_binds():
        year = date.fromordinal(s.agenda.today).year
        if s.approvals.get(year, 0) < s.terms.selection_number:
            s.approvals[year] = s.approvals.get(year, 0) + 1
            return
        s.note(Phase.DECISIONS, Kind.SELECTION_WAITED, c)
        yield s.at(date(year + 1, 1, 1).toordinal(), Phase.DECISIONS, c)


def not_eligible(s: Scheme, c: Case, failed: Guard) -> bool:
    """Refuse with what was found and what is required (fen or days), as far as it can be measured."""
    found, required = (*(int(step[1]) for step in failed.workings[:2]), 0, 0)[:2]
    return refused(s, c, failed.reason, found=found, required=required)


def refused(
    s: Scheme, c: Case, reason: Reason, phase: Phase = Phase.DECISIONS, found: int = 0, required: int = 0
) -> bool:
    """Refuse with the clause; a deposit paid before the notice goes back."""
    s.note(phase, Kind.REFUSED, c, a=reason, b=found, c=required)
    c.ended = s.agenda.today
    if c.held:
        give_back(s, c, 1, c.held, reason)
    return False
