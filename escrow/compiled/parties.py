"""What befalls parties: debarment, a platform that stops, a platform that falsifies."""

from escrow.compiled import kinds, reasons
from escrow.compiled.agenda import NOBODY, at
from escrow.compiled.events import DECISIONS, FALSIFY, FULL, PAYMENTS
from escrow.compiled.jit import inner
from escrow.compiled.places import C, R, T
from escrow.compiled.pots import give_back_to_pool
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import given, taken_back
from escrow.compiled.write import pay, say

FROM_PLATFORM, TO_POOL = 2, 1  # variants of a clawback


@inner
def debar(s: Run, enterprise: int, reason: int) -> None:
    """No further support from today; earlier grants come back under falsification_effect clawback."""
    if s.debarred[enterprise]:
        return
    s.debarred[enterprise] = s.today
    s.debarments += 1
    say(s, DECISIONS, kinds.DEBARRED, s.count, 0, enterprise, reason)
    if reason == reasons.FALSIFIED and s.read[R.FALSIFICATION_EFFECT]:
        i = s.first_of[enterprise]
        while i >= 0:
            _claw_back(s, i)
            i = s.case[i, C.SISTER]


@inner
def _claw_back(s: Run, i: int) -> None:
    demanded = given(s.books, i)
    if demanded:
        collect(s, i, demanded, reasons.FALSIFIED, False)
        if taken_back(s.books, i):
            s.error = FULL


@inner
def collect(s: Run, i: int, demanded: int, reason: int, from_platform: bool) -> None:
    """Demand money back; what the debtor has, at the collected share, goes where refunds go."""
    say(s, DECISIONS, kinds.CLAWBACK_DEMANDED, i, 0, reason, demanded)
    debtor = s.case[i, C.TO_PLATFORM] if from_platform else s.case[i, C.TO_ENTERPRISE]
    amount = min(demanded * s.term[T.COLLECTED_NUM] // s.term[T.COLLECTED_DEN], s.purse[debtor])
    to_pool = from_platform and s.read[R.REFUND_DESTINATION] == 1
    if amount:
        variant = (FROM_PLATFORM if from_platform else 0) + (TO_POOL if to_pool else 0)
        pay(s, PAYMENTS, kinds.CLAWBACK_PAID, i, 0, amount, variant, reason, 0, 0)
        if to_pool:
            give_back_to_pool(s, s.case[i, C.PLATFORM], amount)


@inner
def falsify_start(s: Run, i: int, day: int) -> None:
    """A falsification of a project, found on a known or drawn day."""
    at(s, day, DECISIONS, NOBODY, 0, FALSIFY, i, 0, 0, 0, 0)


@inner
def platform_falsified(s: Run, platform: int) -> None:
    """A platform is found to falsify: appraisal only, or the pool money comes back."""
    say(s, DECISIONS, kinds.PLATFORM_FALSIFIED, s.count, 0, platform, 0)
    if s.read[R.PLATFORM_FALSIFICATION] == 0:
        return
    for i in range(s.count):
        if s.case[i, C.PLATFORM] == platform and s.case[i, C.ADVANCED]:
            collect(s, i, s.case[i, C.ADVANCED], reasons.FALSIFIED, True)


@inner
def supported(s: Run, i: int) -> int:
    """Why public money may not go to a project's enterprise today; 0 when it may."""
    if s.debarred[s.case[i, C.ENTERPRISE]]:
        return reasons.DEBARRED
    return reasons.TRIAL_OVER if trial_over(s) else reasons.NONE


@inner
def trial_over(s: Run) -> bool:
    """Whether reading trial_end stops public money today."""
    return bool(s.read[R.TRIAL_END] == 1 and s.today > s.term[T.TRIAL_TO])
