"""The pool advance: set-up by the platform, request, queue, payment at once or by progress."""

from escrow.compiled import kinds, reasons
from escrow.compiled.agenda import at, soon, start
from escrow.compiled.amounts import share
from escrow.compiled.columns import NONE, P, S
from escrow.compiled.custody import give_back
from escrow.compiled.events import (
    DECISIONS,
    DONE,
    GRANTED,
    PAYMENTS,
    POOL_ASK,
    POOL_PAY,
    THEN_WORK,
    TRANCHE,
    TRANCHE_START,
)
from escrow.compiled.jit import inner
from escrow.compiled.parties import trial_over
from escrow.compiled.places import C, Q, R, T
from escrow.compiled.pots import ask, pot_of, receive
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import F
from escrow.compiled.write import ended, is_pinned, last_day, note, pay, pay_day, stopped, when, working
from escrow.processes import pins

POOL, NEXT, PER_STAGE = pins.POOL, pins.slot(1, pins.NEXT), pins.PER_STAGE


@inner
def budget_of(s: Run, i: int, stage: int) -> int:
    """The project budget of a stage in fen: at least the instalment, more where agreed."""
    if stage == 1 and s.project[i, P.POOL_BUDGET_FEN] != NONE:
        return s.project[i, P.POOL_BUDGET_FEN]
    instalment = s.stage[i, stage - 1, S.INSTALMENT_FEN]
    num, den = s.term[T.POOL_BUDGET_NUM], s.term[T.POOL_BUDGET_DEN]
    budget = share(instalment, num, den, s.term[T.FLOORS_UP])
    # Rounding to whole yuan must not bring a full budget below the instalment it may not be less than.
    return max(budget, instalment) if num >= den else budget


@inner
def uncommit(s: Run, i: int) -> None:
    """Give a commitment back that no notice will use."""
    promised = s.case[i, C.PROMISED]
    if promised:
        note(s, DECISIONS, kinds.QUOTA_RELEASED, i, 1, promised, 0, 0, 0, 0)
        receive(s, s.case[i, C.PLATFORM], promised)
        s.case[i, C.PROMISED] = 0


@inner
def stage_begins(s: Run, i: int) -> int:
    """Pool money for a stage where the reading gives it one, then the work."""
    stage = max(1, s.case[i, C.STAGE])
    s.case[i, C.STAGE], s.case[i, C.STAGE_ADVANCE], s.case[i, C.RETRY] = stage, 0, 1
    if stage > 1 and s.read[R.POOL_SCOPE] == 0:
        return THEN_WORK
    day = working(s, s.project[i, P.POOL_DAYS])
    if stage > 1:
        day = max(s.today, min(pay_day(s, day), last_day(s, i, NEXT + (stage - 2) * PER_STAGE, 0)))
    else:
        day = when(s, i, POOL, 0, day)
        if not is_pinned(s, i, POOL, 0):
            day = max(s.today, min(pay_day(s, day), last_day(s, i, POOL, 0)))
    soon(s, day, PAYMENTS, i, POOL_ASK)
    return DONE


@inner
def requested(s: Run, i: int) -> int:
    """The platform asks for its budget; what was promised need not queue."""
    stage, promised = s.case[i, C.STAGE], s.case[i, C.PROMISED]
    budget = promised if promised else budget_of(s, i, stage)
    note(s, PAYMENTS, kinds.POOL_REQUESTED, i, stage, budget, 0, 0, 0, 0)
    s.case[i, C.ASKED], s.case[i, C.PROMISED], s.case[i, C.BUDGET] = s.today, 0, budget
    if promised:
        return _wait_for_open_day(s, i)
    ask(s, i, stage, budget, GRANTED)
    return DONE


@inner
def answered(s: Run, i: int, granted: int) -> int:
    """The pool has answered."""
    if not granted:
        _refused(s, i, reasons.POOL_EMPTY)
        return DONE
    return _wait_for_open_day(s, i)


@inner
def _wait_for_open_day(s: Run, i: int) -> int:
    """A queue that opens while the treasury is closed pays on its first open day."""
    if s.case[i, C.STAGE] == 1 and is_pinned(s, i, POOL, 0):
        return paid(s, i)
    soon(s, pay_day(s, s.today), PAYMENTS, i, POOL_PAY)
    return DONE


@inner
def paid(s: Run, i: int) -> int:
    """The pool pays, unless the trial or the platform is no longer there."""
    stage, budget = s.case[i, C.STAGE], s.case[i, C.BUDGET]
    lost = reasons.TRIAL_OVER if trial_over(s) else reasons.PLATFORM_QUIT if stopped(s, i) else reasons.NONE
    if lost:
        receive(s, s.case[i, C.PLATFORM], budget)
        _refused(s, i, lost)
        return DONE
    if stage == 1:
        s.case[i, C.WAITED] = s.today - s.case[i, C.ASKED]
    tranche = budget
    if s.read[R.POOL_PAYMENT_TIMING]:
        num, den = s.term[T.FIRST_TRANCHE_NUM], s.term[T.FIRST_TRANCHE_DEN]
        if num < den:
            tranche = min(budget, share(budget, num, den, s.term[T.GRANTS_DOWN]))
    if not _pay_tranche(s, i, stage, tranche, budget, 1):
        receive(s, s.case[i, C.PLATFORM], budget)
        _refused(s, i, reasons.NO_MONEY)
        return DONE
    if tranche < budget:
        start(s, TRANCHE_START, i, stage, budget, budget - tranche, 0)
    return THEN_WORK


@inner
def _pay_tranche(s: Run, i: int, stage: int, amount: int, budget: int, number: int) -> bool:
    instalment = s.stage[i, stage - 1, S.INSTALMENT_FEN]
    if not pay(s, PAYMENTS, kinds.POOL_PAID, i, stage, amount, instalment, budget, instalment, number):
        return False
    s.case[i, C.ADVANCED] += amount
    s.case[i, C.STAGE_ADVANCE] += amount
    s.case[i, C.OUTSTANDING] += amount
    return True


@inner
def tranche_start(s: Run, i: int, stage: int, budget: int, amount: int) -> None:
    """The rest comes in the middle of the stage."""
    half = s.stage[i, stage - 1, S.PLANNED_DAYS] // 2
    at(s, pay_day(s, s.today + half), PAYMENTS, i, 1, TRANCHE, i, stage, budget, amount, 0)


@inner
def second_tranche(s: Run, i: int, stage: int, budget: int, amount: int) -> None:
    """A project that has ended by now frees the rest."""
    if s.books[i, F.ENDED_DAY] or not _pay_tranche(s, i, stage, amount, budget, 2):
        receive(s, s.case[i, C.PLATFORM], amount)
        if s.read[R.POOL_FORM]:
            note(s, PAYMENTS, kinds.QUOTA_RELEASED, i, stage, amount, 0, 0, 0, 0)


@inner
def _refused(s: Run, i: int, reason: int) -> None:
    """No pool money: the deposit of this stage goes back, the project ends."""
    stage, budget = s.case[i, C.STAGE], s.case[i, C.BUDGET]
    free = s.pot[pot_of(s, s.case[i, C.PLATFORM]), Q.FREE]
    note(s, PAYMENTS, kinds.POOL_REFUSED, i, stage, budget, free, reason, 0, 0)
    if s.read[R.POOL_FORM]:
        note(s, PAYMENTS, kinds.QUOTA_RELEASED, i, stage, budget, 0, 0, 0, 0)
    if s.case[i, C.HELD]:
        give_back(s, kinds.DEPOSIT_RETURNED, i, stage, s.case[i, C.HELD], reason)
    ended(s, i, reason)
