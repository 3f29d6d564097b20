"""A stage: work within its limit, acceptance, balance, authority review, release."""

from escrow.compiled import kinds, reasons
from escrow.compiled.agenda import at, soon
from escrow.compiled.amounts import share
from escrow.compiled.columns import NONE, D, P, S
from escrow.compiled.custody import give_back, pay_in, pay_out
from escrow.compiled.events import (
    ACCEPT,
    BALANCE,
    COMPLETIONS,
    DECISIONS,
    DONE,
    EXTEND,
    OVERRUN,
    PAYMENTS,
    QUIT,
    RECEIPTS,
    REEXAMINE,
    RELEASE,
    REVIEW,
    SUBMIT,
    THEN_FAILED,
    THEN_FOLLOWING,
    THEN_RELEASING,
    THEN_SETTLE,
)
from escrow.compiled.failure import balance_unpaid
from escrow.compiled.jit import inner
from escrow.compiled.places import C, H, R, T
from escrow.compiled.pots import give_back_to_pool
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import F
from escrow.compiled.write import (
    anniversary,
    is_pinned,
    last_day,
    note,
    past_deadline,
    pay,
    say,
    when,
    when_before,
    working,
)
from escrow.processes import pins
from escrow.readings.milestone import NO_LIMIT
from escrow.tape import Cause

REACHED, RECTIFY, MISSED, ENDED = range(4)
TECHNICAL, PLATFORM_QUITS = int(Cause.TECHNICAL), int(Cause.PLATFORM_QUIT)
NEVER, PER_STAGE = pins.NEVER, pins.PER_STAGE
OUTCOME, RECTIFIED, BALANCE_PLACE, RELEASE_PLACE, NEXT = (pins.slot(1, which) for which in range(5))


@inner
def work(s: Run, i: int) -> int:
    """The clock of a try starts; the work is handed in, given up or overrun."""
    case, number, again = s.case[i], s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    start = s.today
    if again == 0:
        start = case[C.RECEIVED]
        if number == 1:
            start = case[C.APPROVED] if s.read[R.MILESTONE_CLOCK] else case[C.DEPOSITED] + case[C.WAITED]
    agreed, year = start + s.stage[i, number - 1, S.PLANNED_DAYS], anniversary(s, start)
    asked = s.draw[i, number - 1, again, D.EXTENSION_ASKED]
    extended = _extended(s, agreed, s.term[T.EXTENSION_DAYS] if asked else 0, year)
    limit = _limit(s, year, extended)
    case[C.STARTED], case[C.LIMIT], case[C.AGREED], case[C.EXTENDED] = start, limit, agreed, extended
    note(s, PAYMENTS, kinds.STAGE_STARTED, i, number, 0, limit, agreed, again + 1, 0)
    place = OUTCOME + (number - 1) * PER_STAGE
    if is_pinned(s, i, place, again):
        _to_acceptance(s, i)
        return DONE
    _to_submission(s, i, start, place, again)
    return DONE


@inner
def _extended(s: Run, agreed: int, days: int, year: int) -> int:
    """Reading extension_rule."""
    if s.read[R.EXTENSION_RULE] == 0:
        return min(agreed, year)
    return min(agreed + days, year) if s.read[R.EXTENSION_RULE] == 1 else agreed + days


@inner
def _limit(s: Run, year: int, extended: int) -> int:
    """Reading milestone_overrun."""
    if s.read[R.MILESTONE_OVERRUN] == 0:
        return year
    return NO_LIMIT if s.read[R.MILESTONE_OVERRUN] == 1 else extended


@inner
def _to_submission(s: Run, i: int, start: int, place: int, again: int) -> None:
    case = s.case[i]
    worked = start + s.draw[i, case[C.STAGE] - 1, again, D.WORK_DAYS]
    done = max(s.today, min(worked, last_day(s, i, place, again)))
    stopped = s.stop[case[C.PLATFORM]]
    if stopped <= done and stopped <= case[C.LIMIT]:
        soon(s, max(stopped, s.today), COMPLETIONS, i, QUIT)
    elif done > case[C.AGREED] and case[C.EXTENDED] > case[C.AGREED]:
        at(s, case[C.AGREED], DECISIONS, i, 0, EXTEND, i, done, 0, 0, 0)
    else:
        _by(s, i, done)


@inner
def _by(s: Run, i: int, done: int) -> None:
    """The work is ready on a day, or the limit passes first."""
    if done > s.case[i, C.LIMIT]:
        soon(s, s.case[i, C.LIMIT] + 1, COMPLETIONS, i, OVERRUN)
    else:
        soon(s, done, COMPLETIONS, i, SUBMIT)


@inner
def extended(s: Run, i: int, done: int) -> None:
    """The agreed day has come and the work is extended."""
    say(s, DECISIONS, kinds.EXTENDED, i, s.case[i, C.STAGE], s.case[i, C.EXTENDED], 0)
    _by(s, i, done)


@inner
def submitted(s: Run, i: int) -> None:
    """The work is handed in."""
    say(s, COMPLETIONS, kinds.SUBMITTED, i, s.case[i, C.STAGE], 0, 0)
    _to_acceptance(s, i)


@inner
def _to_acceptance(s: Run, i: int) -> None:
    number, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    day = working(s, s.draw[i, number - 1, again, D.ACCEPTANCE_DAYS])
    soon(s, when(s, i, OUTCOME + (number - 1) * PER_STAGE, again, day), COMPLETIONS, i, ACCEPT)


@inner
def quit_work(s: Run, i: int) -> int:
    """The platform gives up first."""
    return _missed(s, i, reasons.PLATFORM_QUIT, PLATFORM_QUITS)


@inner
def overrun(s: Run, i: int) -> int:
    """The limit has passed without the work."""
    return _missed(s, i, reasons.OVERRUN, _cause(s, i, False))


@inner
def _cause(s: Run, i: int, known: bool) -> int:
    """The cause of a miss, known or drawn, else technical."""
    number, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    told = s.known_told[s.case[i, C.KNOWN], number - 1, again, H.CAUSE]
    cause = told if known and told else s.draw[i, number - 1, again, D.CAUSE]
    return cause if cause else TECHNICAL


@inner
def accepted(s: Run, i: int) -> int:
    """The panel's finding and what the readings make of it."""
    number, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    place, known = (number - 1) * PER_STAGE, s.known_told[s.case[i, C.KNOWN], number - 1, again]
    if is_pinned(s, i, OUTCOME + place, again) and s.today > s.case[i, C.LIMIT]:
        return _missed(s, i, reasons.OVERRUN, known[H.CAUSE] if known[H.CAUSE] else TECHNICAL)
    outcome = known[H.OUTCOME]
    if outcome == NONE:
        followed = last_day(s, i, NEXT + place, again) < NEVER
        outcome = REACHED if followed else s.draw[i, number - 1, again, D.OUTCOME]
    agrees = known[H.AGREES] == 1 and s.draw[i, number - 1, again, D.ENTERPRISE_AGREES] == 1
    if outcome == REACHED:
        return _reached(s, i, agrees)
    if outcome == ENDED:
        say(s, COMPLETIONS, kinds.STAGE_ENDED, i, number, 0, 0)
        told = known[H.CAUSE]
        cause = told if told else s.draw[i, number - 1, again, D.CAUSE]
        return _verdict(s, i, 0, 1, reasons.ENDED_WITHOUT_FAULT, cause)
    if outcome == MISSED:
        return _missed(s, i, reasons.MISSED, _cause(s, i, True))
    return _flawed(s, i, number, again, agrees)


@inner
def _flawed(s: Run, i: int, number: int, again: int, agrees: bool) -> int:
    """The work has to be rectified: reading partial_achievement."""
    cause = _cause(s, i, True)
    if s.read[R.PARTIAL_ACHIEVEMENT] == 2:
        say(s, COMPLETIONS, kinds.RECTIFICATION_ORDERED, i, number, 0, 0)
        day = s.today + s.draw[i, number - 1, again, D.RECTIFY_DAYS]
        day = when(s, i, RECTIFIED + (number - 1) * PER_STAGE, again, day)
        at(s, day, COMPLETIONS, i, 0, REEXAMINE, i, cause, 0, 0, 0)
        return DONE
    known = s.known_told[s.case[i, C.KNOWN], number - 1, again]
    num, den = known[H.ACHIEVED_NUM], known[H.ACHIEVED_DEN]
    if den == 0:
        num, den = s.draw[i, number - 1, again, D.ACHIEVED_PERCENT], 100
    if s.read[R.PARTIAL_ACHIEVEMENT] == 0 or num == 0:
        return _missed(s, i, reasons.PARTIAL, cause)
    if num == den:
        return _reached(s, i, agrees)
    common = _gcd(num, den)
    return _verdict(s, i, num // common, den // common, reasons.PARTIAL, cause)


@inner
def _gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


@inner
def reexamined(s: Run, i: int, cause: int) -> int:
    """The second and last examination."""
    number, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    known = s.known_told[s.case[i, C.KNOWN], number - 1, again]
    good = known[H.RECTIFIED]
    if good == NONE:
        good = s.draw[i, number - 1, again, D.RECTIFIED]
    if good:
        return _reached(s, i, known[H.AGREES] == 1)
    return _missed(s, i, reasons.PARTIAL, cause)


@inner
def _reached(s: Run, i: int, agrees: bool) -> int:
    if s.read[R.MILESTONE_JUDGE] == 1 and not agrees:
        return _missed(s, i, reasons.ENTERPRISE_DISAGREED, TECHNICAL)
    say(s, COMPLETIONS, kinds.MILESTONE_REACHED, i, s.case[i, C.STAGE], 1, 1)
    return _verdict(s, i, 1, 1, reasons.NONE, 0)


@inner
def _missed(s: Run, i: int, reason: int, cause: int) -> int:
    say(s, COMPLETIONS, kinds.MILESTONE_MISSED, i, s.case[i, C.STAGE], cause, reason)
    return _verdict(s, i, 0, 1, reason, cause)


@inner
def _verdict(s: Run, i: int, num: int, den: int, reason: int, cause: int) -> int:
    case = s.case[i]
    case[C.SHARE_NUM], case[C.SHARE_DEN], case[C.REASON], case[C.CAUSE] = num, den, reason, cause
    return THEN_SETTLE if num else THEN_FAILED


@inner
def settle(s: Run, i: int) -> int:
    """What is to be released, and the balance that is still owed."""
    case, number = s.case[i], s.case[i, C.STAGE]
    instalment = s.stage[i, number - 1, S.INSTALMENT_FEN]
    num, den = case[C.SHARE_NUM], case[C.SHARE_DEN]
    if num != den:
        note(s, COMPLETIONS, kinds.MILESTONE_REACHED, i, number, 0, num, den, 0, 0)
        instalment = min(instalment, share(instalment, num, den, s.term[T.GRANTS_DOWN]))
        if case[C.HELD] > instalment:
            give_back(s, kinds.EXCESS_RETURNED, i, number, case[C.HELD] - instalment, reasons.PARTIAL)
    case[C.INSTALMENT], case[C.HELD_BEFORE] = instalment, case[C.HELD]
    if instalment == case[C.HELD]:
        return THEN_RELEASING
    again, row = case[C.RETRY] - 1, case[C.KNOWN]
    place = BALANCE_PLACE + (number - 1) * PER_STAGE
    comes = _balance_comes(s, i, number, again)
    day = when(s, i, place, again, s.today + s.draw[i, number - 1, again, D.BALANCE_DAYS])
    late = past_deadline(s, s.today, day)
    if late or not comes:
        if late:
            day = late
        else:
            pinned = s.known_day[row, place, again] != NONE
            notice = day if pinned else s.today + s.term[T.BALANCE_NOTICE_DAYS]
            day = max(s.today, min(notice, last_day(s, i, place, again)))
        comes = False
    at(s, day, RECEIPTS, i, 0, BALANCE, i, 1 if comes else 0, 0, 0, 0)
    return DONE


@inner
def _balance_comes(s: Run, i: int, number: int, again: int) -> bool:
    """Whether the balance is paid, as far as it is known, else as it was drawn."""
    known = s.known_told[s.case[i, C.KNOWN], number - 1, again]
    if known[H.BALANCE_UNPAID]:
        return False
    place = (number - 1) * PER_STAGE
    if is_pinned(s, i, BALANCE_PLACE + place, again):
        return True
    settled = known[H.RELEASED] == 1 or last_day(s, i, NEXT + place, again) < NEVER
    if settled:
        return True
    return bool(known[H.UNPAID] == 0 and s.draw[i, number - 1, again, D.BALANCE_COMES] == 1)


@inner
def balance(s: Run, i: int, comes: int) -> int:
    """The day of the balance."""
    number, instalment, held = s.case[i, C.STAGE], s.case[i, C.INSTALMENT], s.case[i, C.HELD]
    owed = instalment - held
    if comes and pay_in(s, kinds.BALANCE_PAID, i, number, owed, instalment, held, 0, 0):
        return THEN_RELEASING
    balance_unpaid(s, i, owed, comes)
    return DONE


@inner
def to_release(s: Run, i: int) -> int:
    """The authority reviews before the money leaves the escrow."""
    number, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    day = working(s, s.draw[i, number - 1, again, D.AUTHORITY_DAYS])
    soon(s, when_before(s, i, RELEASE_PLACE + (number - 1) * PER_STAGE, again, day), DECISIONS, i, REVIEW)
    return DONE


@inner
def authority_reviewed(s: Run, i: int) -> None:
    """The review is done; the money leaves the escrow."""
    number, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    say(s, DECISIONS, kinds.AUTHORITY_REVIEWED, i, number, 0, 0)
    day = working(s, s.draw[i, number - 1, again, D.RELEASE_DAYS])
    soon(s, when(s, i, RELEASE_PLACE + (number - 1) * PER_STAGE, again, day), PAYMENTS, i, RELEASE)


@inner
def released(s: Run, i: int) -> int:
    """Deposit and balance go to the platform; the next stage, or the end."""
    case, number, again = s.case[i], s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    evidence = s.known_told[case[C.KNOWN], number - 1, again, H.INVOICE_DAY]
    if evidence == 0:
        evidence = s.today + s.draw[i, number - 1, again, D.INVOICE_DAYS]
    instalment, held = case[C.INSTALMENT], case[C.HELD_BEFORE]
    pay_out(s, kinds.RELEASED, i, number, instalment, held, instalment - held, evidence)
    case[C.HELD], case[C.RECEIVED] = 0, s.today
    _repaid(s, i, number)
    if number < s.project[i, P.STAGES]:
        return THEN_FOLLOWING
    say(s, PAYMENTS, kinds.PROJECT_COMPLETED, i, 0, 0, 0)
    s.books[i, F.ENDED_DAY] = s.today
    return DONE


@inner
def _repaid(s: Run, i: int, number: int) -> None:
    """Repayment of the advance, or its set-off, by reading pool_repayment."""
    outstanding, last = s.case[i, C.OUTSTANDING], number == s.project[i, P.STAGES]
    if not outstanding:
        return
    rule = s.read[R.POOL_REPAYMENT]
    if rule == 1 or (rule == 2 and last):
        if pay(s, PAYMENTS, kinds.POOL_REPAID, i, number, outstanding, 0, 0, 0, 0):
            give_back_to_pool(s, s.case[i, C.PLATFORM], outstanding)
            s.case[i, C.OUTSTANDING] = 0
    elif s.read[R.POOL_OFFSET] == 3 and last:
        row = s.offset[s.offsets]
        row[0], row[1], row[2] = i, outstanding, s.today
        s.offsets += 1
        s.case[i, C.OUTSTANDING] = 0
