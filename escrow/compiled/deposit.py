"""Deposits into escrow: the first one, the next one, or the whole next instalment."""

from escrow.compiled import kinds, reasons
from escrow.compiled.agenda import at
from escrow.compiled.columns import NONE, D, P, S
from escrow.compiled.custody import pay_in
from escrow.compiled.events import (
    DEPOSIT,
    DONE,
    RECEIPTS,
    THEN_APPROVAL,
    THEN_STAGE,
    THEN_WORK,
)
from escrow.compiled.jit import inner
from escrow.compiled.parties import debar
from escrow.compiled.places import C, H, K, R
from escrow.compiled.pool import uncommit
from escrow.compiled.run import Run
from escrow.compiled.write import (
    deposit_rate,
    deposit_share,
    ended,
    is_pinned,
    last_day,
    past_deadline,
    say,
    stopped,
    when,
)
from escrow.processes import pins

FIRST, FOLLOWING, AGAIN = range(3)
IN_FULL, NOTHING = 1, 2  # what is known of the next payment
NEVER, DEPOSIT_PLACE, NEXT = pins.NEVER, pins.DEPOSIT, pins.slot(1, pins.NEXT)
PER_STAGE = pins.PER_STAGE


@inner
def first(s: Run, i: int) -> int:
    """The deposit of stage 1; without it the project ends."""
    unpaid = s.known_fact[s.case[i, C.KNOWN], K.DEPOSIT_UNPAID]
    day = when(s, i, DEPOSIT_PLACE, 0, s.today + s.project[i, P.DEPOSIT_DAYS])
    followed = last_day(s, i, DEPOSIT_PLACE, 0) < NEVER
    known = is_pinned(s, i, DEPOSIT_PLACE, 0) or (followed and not unpaid)
    comes = known or (not unpaid and s.project[i, P.DEPOSIT_COMES] == 1)
    _due(s, i, day, 1, comes, False, known, FIRST)
    return DONE


@inner
def following(s: Run, i: int) -> int:
    """Deposit or full payment of the next instalment, after the last one was released."""
    stage, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    place = NEXT + (stage - 1) * PER_STAGE
    payment = s.known_told[s.case[i, C.KNOWN], stage - 1, again, H.NEXT_PAYMENT]
    pinned = is_pinned(s, i, place, again)
    followed = last_day(s, i, place, again) < NEVER
    comes = payment != NOTHING
    if payment == NONE and not pinned:
        comes = followed or s.draw[i, stage - 1, 0, D.NEXT_COMES] == 1
    full = payment == IN_FULL if payment != NONE else s.read[R.NEXT_PAYMENT] == 1
    day = when(s, i, place, again, s.today + s.draw[i, stage - 1, again, D.NEXT_DAYS])
    late = past_deadline(s, s.today, day)
    if late:
        day, comes = late, False
    sure = payment in (0, IN_FULL) or pinned or followed
    _due(s, i, day, stage + 1, comes, full, sure, FOLLOWING)
    return DONE


@inner
def again(s: Run, i: int) -> int:
    """A new deposit for a retry; its pins stand with the try that was missed."""
    stage = s.case[i, C.STAGE]
    payment = s.known_told[s.case[i, C.KNOWN], stage - 1, 0, H.NEXT_PAYMENT]
    place = NEXT + (stage - 1) * PER_STAGE
    day = when(s, i, place, 0, s.today + s.draw[i, stage - 1, 0, D.NEXT_DAYS])
    _due(s, i, day, stage, payment != NOTHING, payment == IN_FULL, False, AGAIN)
    return DONE


@inner
def _due(s: Run, i: int, day: int, stage: int, comes: bool, full: bool, known: bool, which: int) -> None:
    flags = (1 if comes else 0) + (2 if full else 0) + (4 if known else 0)
    at(s, day, RECEIPTS, i, 0, DEPOSIT, i, stage, flags, which, 0)


@inner
def amount_due(s: Run, i: int, stage: int, full: bool) -> int:
    """What the enterprise pays in before a stage, in fen."""
    instalment = s.stage[i, stage - 1, S.INSTALMENT_FEN]
    if full:
        return instalment
    base = s.stage[i, 0, S.INSTALMENT_FEN] if s.read[R.NEXT_DEPOSIT_BASE] else instalment
    return min(instalment, deposit_share(s, i, base))


@inner
def paid(s: Run, i: int, stage: int, flags: int, which: int) -> int:
    """The day of a deposit."""
    done = _paid(s, i, stage, bool(flags & 1), bool(flags & 2), bool(flags & 4))
    if which == FIRST:
        s.case[i, C.DEPOSITED] = s.today
        if s.read[R.STEP_ORDER]:
            return THEN_APPROVAL if done else DONE
        if not done:
            uncommit(s, i)
    if not done:
        return DONE
    if which == AGAIN:
        s.case[i, C.RETRY] = 2
        return THEN_WORK
    s.case[i, C.STAGE] = stage
    return THEN_STAGE


@inner
def _paid(s: Run, i: int, stage: int, comes: bool, full: bool, known: bool) -> bool:
    if stopped(s, i) and not known:  # nobody pays for the work of a platform that has stopped
        ended(s, i, reasons.PLATFORM_QUIT)
        return False
    due, instalment = amount_due(s, i, stage, full), s.stage[i, stage - 1, S.INSTALMENT_FEN]
    num, den = deposit_rate(s, i)
    if comes and pay_in(s, kinds.DEPOSITED, i, stage, due, instalment, num, den, 1 if full else 0):
        s.case[i, C.HELD] = due
        # Paid in full, the deposit part is the agreed rate of this instalment.
        s.case[i, C.DEPOSIT_PART] = deposit_share(s, i, instalment) if full else due
        return True
    say(s, RECEIPTS, kinds.DEPOSIT_MISSED, i, stage, due, reasons.NO_MONEY if comes else reasons.NO_DEPOSIT)
    if s.read[R.NEXT_DEPOSIT_MISSING]:
        debar(s, s.case[i, C.ENTERPRISE], reasons.NO_DEPOSIT)
    ended(s, i, reasons.NO_DEPOSIT)
    return False
