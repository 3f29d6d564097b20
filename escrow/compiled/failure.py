"""After a miss: authority review, forfeiture or return of the deposit, unspent pool money, end."""

from escrow.compiled import kinds, reasons
from escrow.compiled.agenda import soon, start
from escrow.compiled.amounts import share
from escrow.compiled.columns import NONE, D, S
from escrow.compiled.custody import give_back, pay_out
from escrow.compiled.events import (
    DECISIONS,
    DEFAULT_REVIEW,
    DEFAULT_SETTLE,
    DONE,
    FAIL_REVIEW,
    FAIL_SETTLE,
    LOSS_START,
    PAYMENTS,
    RECEIPTS,
    THEN_AGAIN,
)
from escrow.compiled.jit import inner
from escrow.compiled.parties import debar
from escrow.compiled.places import C, H, K, R, T
from escrow.compiled.pots import give_back_to_pool
from escrow.compiled.run import Run
from escrow.compiled.write import ended, pay, say, when, when_before, working
from escrow.processes import pins
from escrow.tape import Cause

PER_STAGE, RELEASE_PLACE = pins.PER_STAGE, pins.slot(1, pins.RELEASE)
PLATFORM_QUIT, PLATFORM = int(Cause.PLATFORM_QUIT), int(Cause.PLATFORM)


@inner
def failed(s: Run, i: int) -> int:
    """A stage has been missed; the authority reviews it."""
    s.case[i, C.FAILED_ON] = s.today
    _to_review(s, i, FAIL_REVIEW)
    return DONE


@inner
def _to_review(s: Run, i: int, event: int) -> None:
    number, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    day = working(s, s.draw[i, number - 1, again, D.AUTHORITY_DAYS])
    soon(s, when_before(s, i, RELEASE_PLACE + (number - 1) * PER_STAGE, again, day), DECISIONS, i, event)


@inner
def reviewed(s: Run, i: int, event: int) -> None:
    """The authority has reviewed; the deposit is settled on a later day."""
    number, again = s.case[i, C.STAGE], s.case[i, C.RETRY] - 1
    say(s, DECISIONS, kinds.AUTHORITY_REVIEWED, i, number, 0, 0)
    day = s.today + s.draw[i, number - 1, again, D.FORFEIT_DAYS]
    soon(s, when(s, i, RELEASE_PLACE + (number - 1) * PER_STAGE, again, day), PAYMENTS, i, event)


@inner
def settled(s: Run, i: int) -> int:
    """Settlement of a missed stage; the project ends unless it is tried again."""
    case, number = s.case[i], s.case[i, C.STAGE]
    deposit = case[C.HELD]
    if _to_platform(s, i):
        _forfeited(s, i)
    elif case[C.HELD]:
        give_back(s, kinds.DEPOSIT_RETURNED, i, number, case[C.HELD], case[C.REASON])
    _unspent_returned(s, i)
    if case[C.INSURED] and s.known_fact[case[C.KNOWN], K.CLAIMS] == NONE:
        start(s, LOSS_START, i, number, case[C.RETRY] - 1, deposit, case[C.FAILED_ON])
    if s.read[R.AFTER_FAILURE] and case[C.RETRY] == 1:
        return THEN_AGAIN
    ended(s, i, case[C.REASON])
    return DONE


@inner
def _to_platform(s: Run, i: int) -> bool:
    """Whether the deposit goes to the platform, by the reading that fits the failure."""
    if s.case[i, C.REASON] == reasons.ENDED_WITHOUT_FAULT:
        return bool(s.read[R.ENDED_WITHOUT_FAULT] == 0)
    if s.case[i, C.CAUSE] == PLATFORM_QUIT:
        return bool(s.read[R.PLATFORM_QUITS] == 0)
    if s.case[i, C.CAUSE] == PLATFORM:
        return bool(s.read[R.PLATFORM_AT_FAULT] == 0)
    return True


@inner
def _forfeited(s: Run, i: int) -> None:
    """Only the deposit is lost; what was prepaid beyond it follows prepaid_excess_on_failure."""
    case, number = s.case[i], s.case[i, C.STAGE]
    held, instalment = case[C.HELD], s.stage[i, number - 1, S.INSTALMENT_FEN]
    excess = 0 if s.read[R.PREPAID_EXCESS_ON_FAILURE] else held - min(held, case[C.DEPOSIT_PART])
    evidence = s.known_told[case[C.KNOWN], number - 1, case[C.RETRY] - 1, H.INVOICE_DAY]
    evidence = evidence if evidence else s.today
    pay_out(s, kinds.FORFEITED, i, number, held - excess, instalment, excess, evidence)
    case[C.HELD] = excess
    if excess:
        give_back(s, kinds.EXCESS_RETURNED, i, number, excess, reasons.MISSED)
    case[C.HELD] = 0


@inner
def _unspent_returned(s: Run, i: int) -> None:
    """Pool money that the failed stage had not spent by its failure goes back."""
    case, number = s.case[i], s.case[i, C.STAGE]
    funded = min(case[C.OUTSTANDING], case[C.STAGE_ADVANCE])
    if not funded or s.read[R.POOL_ON_FAILURE] == 0:
        return
    planned, elapsed = s.stage[i, number - 1, S.PLANNED_DAYS], case[C.FAILED_ON] - case[C.STARTED]
    num, den = max(0, planned - elapsed), max(1, planned)
    unspent = min(funded, share(funded, num, den, s.term[T.GRANTS_DOWN]))
    amount = min(unspent, s.purse[case[C.TO_PLATFORM]])
    if amount and pay(s, PAYMENTS, kinds.POOL_UNSPENT_RETURNED, i, number, amount, funded, num, den, 0):
        case[C.OUTSTANDING] -= amount
        give_back_to_pool(s, case[C.PLATFORM], amount)


@inner
def balance_unpaid(s: Run, i: int, owed: int, could: int) -> None:
    """The milestone is reached and the enterprise does not pay."""
    number, reason = s.case[i, C.STAGE], reasons.NO_MONEY if could else reasons.NO_BALANCE
    say(s, RECEIPTS, kinds.BALANCE_DEFAULTED, i, number, owed, reason)
    if s.read[R.BALANCE_UNPAID]:
        ended(s, i, reasons.NO_BALANCE)
    else:
        _to_review(s, i, DEFAULT_REVIEW)


@inner
def default_settled(s: Run, i: int) -> None:
    """The deposit of a reached and unpaid stage is lost, the enterprise debarred."""
    _forfeited(s, i)
    debar(s, s.case[i, C.ENTERPRISE], reasons.NO_BALANCE)
    ended(s, i, reasons.NO_BALANCE)


@inner
def reviewed_miss(s: Run, i: int) -> None:
    """The review of a missed stage."""
    reviewed(s, i, FAIL_SETTLE)


@inner
def reviewed_default(s: Run, i: int) -> None:
    """The review of a reached and unpaid stage."""
    reviewed(s, i, DEFAULT_SETTLE)
