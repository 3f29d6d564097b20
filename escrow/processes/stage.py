"""A stage (里程碑阶段): work within its limit, acceptance, balance, authority review, release (三.3(3))."""

from collections.abc import Generator
from fractions import Fraction
from typing import Any, NamedTuple

from escrow.arithmetic import share
from escrow.processes import deposit, failure, pins
from escrow.processes.case import Case
from escrow.processes.custody import give_back, past_deadline, pay_in, pay_out
from escrow.processes.scheme import Asks, Scheme
from escrow.readings.milestone import NO_LIMIT
from escrow.rules import milestone
from escrow.tape import Cause, Kind, Phase, Reason
from escrow.terms import Rate

REACHED, RECTIFY, MISSED, ENDED = range(4)
OUTCOMES = ("reached", "rectify", "missed", "ended")
WHOLE, NOTHING = (1, 1), (0, 1)
CAUSES = tuple(Cause)


class Clock(NamedTuple):
    """The days of a try of a stage: start, last day of the limit, agreed day, its extension."""

    start: int
    limit: int
    agreed: int
    extended: int


class Verdict(NamedTuple):
    """What acceptance found: the share reached (numerator, denominator), why, and the cause."""

    share: Rate
    reason: Reason = Reason.NONE
    cause: Cause = Cause.NONE


def tried(s: Scheme, c: Case, number: int) -> Asks:
    """A stage with its retry, if a reading grants one; True when it was released."""
    for occurrence in (1, 2):
        c.retry = occurrence
        verdict = yield from _worked(s, c, number, occurrence)
        if verdict.share != NOTHING:
            return (yield from _settled(s, c, number, occurrence, verdict))
        again = s.terms.read.after_failure(occurrence)
        yield from failure.settled(s, c, number, occurrence, verdict, ends=not again)
        if not again or not (yield from deposit.again(s, c, number)):
            return False
    return False


def clock(s: Scheme, c: Case, number: int) -> Clock:
    """The clock of a stage that starts now (milestone_clock, milestone_overrun, extension_rule)."""
    read, today = s.terms.read, s.agenda.today
    start = today
    if c.retry == 1:
        first = number == 1
        start = read.milestone_clock(c.approved, c.deposited, c.waited) if first else c.received
    agreed = start + c.plan.stages[number - 1].planned_days
    year = milestone.last_day(start, s.terms.milestone_max_years)
    asked = s.draw(c.serial, "extension_asked", number, c.retry)
    extended = read.extension_rule(agreed, s.terms.extension_max_days if asked else 0, year)
    return Clock(start, read.milestone_overrun(year, extended), agreed, extended)


def _worked(s: Scheme, c: Case, number: int, occurrence: int) -> Generator[Any, Any, Verdict]:
    """The work, its submission and its acceptance."""
    times = clock(s, c, number)
    c.stage_started = times.start
    s.note(Phase.PAYMENTS, Kind.STAGE_STARTED, c, number, a=times.limit, b=times.agreed, c=occurrence)
    known = c.stage_pins(number, occurrence)
    if known.outcome_day is None:
        early = yield from _submitted(s, c, number, occurrence, times)
        if early is not None:
            return early
    place = pins.slot(number, pins.OUTCOME)
    yield s.at(c.when(place, "acceptance_days", number, occurrence), Phase.COMPLETIONS, c)
    if known.outcome_day is not None and s.agenda.today > times.limit:
        return _missed(s, c, number, Verdict(NOTHING, Reason.OVERRUN, known.cause or Cause.TECHNICAL))
    return (yield from _accepted(s, c, number, occurrence, times))


def _submitted(
    s: Scheme, c: Case, number: int, occurrence: int, times: Clock
) -> Generator[Any, Any, Verdict | None]:
    """Wait for the work; a miss when the limit passes or the platform gives up first."""
    worked = times.start + s.work_days(c, number, occurrence, times.start)
    done = max(s.agenda.today, min(worked, c.last_day(pins.slot(number, pins.OUTCOME), number, occurrence)))
    stopped = s.stops.get(c.plan.platform, NO_LIMIT)
    if stopped <= done and stopped <= times.limit:
        yield s.at(max(stopped, s.agenda.today), Phase.COMPLETIONS, c)
        quit_ = Verdict(NOTHING, Reason.PLATFORM_QUIT, Cause.PLATFORM_QUIT)
        return _missed(s, c, number, quit_)
    if done > times.agreed and times.extended > times.agreed:
        yield s.at(times.agreed, Phase.DECISIONS, c)
        s.note(Phase.DECISIONS, Kind.EXTENDED, c, number, a=times.extended)
    if done > times.limit:
        yield s.at(times.limit + 1, Phase.COMPLETIONS, c)
        cause = CAUSES[s.draw(c.serial, "cause", number, occurrence)] or Cause.TECHNICAL
        return _missed(s, c, number, Verdict(NOTHING, Reason.OVERRUN, cause))
    yield s.at(done, Phase.COMPLETIONS, c)
    s.note(Phase.COMPLETIONS, Kind.SUBMITTED, c, number)
    return None


def _accepted(s: Scheme, c: Case, number: int, occurrence: int, times: Clock) -> Generator[Any, Any, Verdict]:
    """The panel's finding and what the readings make of it."""
    known, read = c.stage_pins(number, occurrence), s.terms.read
    drawn = s.draw(c.serial, "outcome", number, occurrence)
    told = known.outcome or pins.outcome_told(known)
    if told is None and c.followed(pins.slot(number, pins.NEXT), number, occurrence):
        told = "reached"
    outcome = OUTCOMES.index(told) if told else drawn
    agrees = known.enterprise_agrees and bool(s.draw(c.serial, "enterprise_agrees", number, occurrence))
    if outcome == REACHED:
        return _reached(s, c, number, agrees)
    cause = known.cause or CAUSES[s.draw(c.serial, "cause", number, occurrence)]
    if outcome == ENDED:
        s.note(Phase.COMPLETIONS, Kind.STAGE_ENDED, c, number)
        return Verdict(NOTHING, Reason.ENDED_WITHOUT_FAULT, cause)
    if outcome == MISSED:
        return _missed(s, c, number, Verdict(NOTHING, Reason.MISSED, cause or Cause.TECHNICAL))
    percent = s.draw(c.serial, "achieved_percent", number, occurrence)
    part = read.partial_achievement(known.achieved or Fraction(percent, 100))
    if part is not None:
        if part == 1:
            return _reached(s, c, number, agrees)
        partial = Verdict(part.as_integer_ratio(), Reason.PARTIAL, cause or Cause.TECHNICAL)
        return partial if part else _missed(s, c, number, partial)
    return (yield from _examined_again(s, c, number, occurrence, cause or Cause.TECHNICAL))


def _examined_again(
    s: Scheme, c: Case, number: int, occurrence: int, cause: Cause
) -> Generator[Any, Any, Verdict]:
    """Rectification (整改后复核) while the escrow waits, then a second and last examination."""
    s.note(Phase.COMPLETIONS, Kind.RECTIFICATION_ORDERED, c, number)
    place = pins.slot(number, pins.RECTIFIED)
    yield s.at(c.when(place, "rectify_days", number, occurrence), Phase.COMPLETIONS, c)
    known = c.stage_pins(number, occurrence)
    drawn = bool(s.draw(c.serial, "rectified", number, occurrence))
    if drawn if known.rectified is None else known.rectified:
        return _reached(s, c, number, known.enterprise_agrees)
    return _missed(s, c, number, Verdict(NOTHING, Reason.PARTIAL, cause))


def _reached(s: Scheme, c: Case, number: int, agrees: bool) -> Verdict:
    if not s.terms.read.milestone_judge(agrees):
        return _missed(s, c, number, Verdict(NOTHING, Reason.ENTERPRISE_DISAGREED, Cause.TECHNICAL))
    s.note(Phase.COMPLETIONS, Kind.MILESTONE_REACHED, c, number, a=1, b=1)
    return Verdict(WHOLE)


def _missed(s: Scheme, c: Case, number: int, verdict: Verdict) -> Verdict:
    s.note(Phase.COMPLETIONS, Kind.MILESTONE_MISSED, c, number, a=verdict.cause, b=verdict.reason)
    return verdict


def _settled(s: Scheme, c: Case, number: int, occurrence: int, verdict: Verdict) -> Asks:
    """Balance, authority review, release, repayment to the pool."""
    instalment = c.plan.stages[number - 1].instalment_fen
    if verdict.share != WHOLE:
        s.note(Phase.COMPLETIONS, Kind.MILESTONE_REACHED, c, number, 0, *verdict.share)
        instalment = min(instalment, share(instalment, *verdict.share, s.terms.grants_down))
        if c.held > instalment:
            give_back(s, c, number, c.held - instalment, Reason.PARTIAL, Kind.EXCESS_RETURNED)
    deposited = c.held
    if not (yield from _balance_paid(s, c, number, occurrence, instalment)):
        return False
    place = pins.slot(number, pins.RELEASE)
    yield s.at(c.when_reviewed(place, number, occurrence), Phase.DECISIONS, c)
    s.note(Phase.DECISIONS, Kind.AUTHORITY_REVIEWED, c, number)
    yield s.at(c.when(place, "release_days", number, occurrence), Phase.PAYMENTS, c)
    invoiced = s.agenda.today + s.draw(c.serial, "invoice_days", number, occurrence)
    evidence = c.stage_pins(number, occurrence).invoice_day or invoiced
    pay_out(s, c, Kind.RELEASED, number, instalment, deposited, instalment - deposited, evidence)
    c.held = 0
    c.received = s.agenda.today
    _repaid(s, c, number)
    return True


def _balance_paid(s: Scheme, c: Case, number: int, occurrence: int, instalment: int) -> Asks:
    owed = instalment - c.held
    if not owed:
        return True
    known = c.stage_pins(number, occurrence)
    comes = not known.balance_unpaid
    accepted, place = s.agenda.today, pins.slot(number, pins.BALANCE)
    if comes and known.balance_day is None:
        following = pins.slot(number, pins.NEXT)
        settled = known.release_day is not None or c.followed(following, number, occurrence)
        unpaid = known.outcome == "reached" and known.forfeit_day is not None and not settled
        comes = not unpaid and (settled or bool(s.draw(c.serial, "balance_comes", number, occurrence)))
    day = c.when(place, "balance_days", number, occurrence)
    late = past_deadline(s, accepted, day)
    if late or not comes:
        notice = day if known.balance_day is not None else accepted + s.terms.balance_notice_days
        day, comes = late or max(accepted, min(notice, c.last_day(place, number, occurrence))), False
    yield s.at(day, Phase.RECEIPTS, c)
    if comes and pay_in(s, c, Kind.BALANCE_PAID, number, owed, instalment, c.held):
        return True
    yield from failure.balance_unpaid(s, c, number, occurrence, owed, comes)
    return False


def _repaid(s: Scheme, c: Case, number: int) -> None:
    """Repayment of the advance, or its set-off, by reading pool_repayment."""
    read, count = s.terms.read, len(c.plan.stages)
    if c.outstanding and read.pool_repayment(number, count):
        if s.pay(Kind.POOL_REPAID, c.accounts, c, number, c.outstanding):
            s.pool.give_back(s.draw(c.serial, "platform"), c.outstanding)
            c.outstanding = 0
    elif c.outstanding and read.pool_offset(number, count):
        s.offsets.append((c, c.outstanding, s.agenda.today))
        c.outstanding = 0
