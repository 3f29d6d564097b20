"""What an application is tested for, in the order of escrow.processes.eligibility."""

from escrow.arithmetic import FEN_DOWN, FEN_UP
from escrow.compiled import reasons
from escrow.compiled.amounts import deducted, missing, share
from escrow.compiled.columns import NONE, P, S
from escrow.compiled.jit import inner
from escrow.compiled.places import C, R, T
from escrow.compiled.run import Run
from escrow.compiled.write import anniversary, stopped

Finding = tuple[int, int, int]  # reason (0: passed), what was found, what is required


@inner
def refusal(s: Run, i: int) -> Finding:
    """The first test that fails at intake."""
    filed, trial_from = s.project[i, P.FILED_DAY], s.term[T.TRIAL_FROM]
    if s.debarred[s.case[i, C.ENTERPRISE]]:
        return reasons.DEBARRED, 0, 0
    failed = in_trial(s, filed, min(s.term[T.INTAKE_UNTIL], s.term[T.TRIAL_TO]))
    if failed[0]:
        return failed
    signed = s.project[i, P.SIGNED_DAY]
    signed = filed if signed == NONE else signed
    if s.read[R.OLD_AGREEMENTS] and signed < trial_from:
        return reasons.SIGNED_BEFORE_TRIAL, 0, 0
    if not _parties_qualify(s, i):
        return reasons.NOT_PARTNER, 0, 0
    counted, needed = _counted(s, i), _needed(s, i)
    if counted < needed:
        return reasons.BELOW_THRESHOLD, counted, needed
    return _agreement(s, i)


@inner
def barred_at_notice(s: Run, i: int) -> Finding:
    """What may have come up between the review and the notice."""
    if s.debarred[s.case[i, C.ENTERPRISE]]:
        return reasons.DEBARRED, 0, 0
    failed = in_trial(s, s.today, s.term[T.TRIAL_TO])
    if failed[0] == 0 and stopped(s, i):
        return reasons.NOT_PARTNER, 0, 0
    return failed


@inner
def in_trial(s: Run, day: int, last: int) -> Finding:
    """Whether a day lies in the trial; the bound that is broken is what is required."""
    first = s.term[T.TRIAL_FROM]
    if missing(day, first) + missing(last, day) > 0:
        return reasons.OUTSIDE_TRIAL, day, last if day > last else first
    return 0, 0, 0


@inner
def _parties_qualify(s: Run, i: int) -> bool:
    listed = s.project[i, P.LISTED] and not stopped(s, i)
    if s.read[R.PARTY_TESTS] == 0:
        return bool(listed)
    return bool(listed and s.project[i, P.IN_DISTRICT] and not s.project[i, P.RELATED])


@inner
def _counted(s: Run, i: int) -> int:
    """The agreed total less equipment, of this agreement or of all with the same platform."""
    if s.read[R.THRESHOLD_TEST] != 2:
        return s.case[i, C.COUNTED_FEN]
    total, other = 0, s.first_of[s.case[i, C.ENTERPRISE]]
    while other >= 0:
        same = s.case[other, C.PLATFORM] == s.case[i, C.PLATFORM]
        if same and s.project[other, P.FILED_DAY] <= s.today:
            total += s.case[other, C.COUNTED_FEN]
        other = s.case[other, C.SISTER]
    return total


@inner
def _needed(s: Run, i: int) -> int:
    if s.read[R.THRESHOLD_BASIS] == 0:
        return s.term[T.THRESHOLD]
    num, den = s.project[i, P.VAT_NUM], s.project[i, P.VAT_DEN]
    if num == NONE:
        num, den = s.term[T.VAT_NUM], s.term[T.VAT_DEN]
    return share(s.term[T.THRESHOLD], den + num, den, FEN_UP)


@inner
def _agreement(s: Run, i: int) -> Finding:
    """Deposit, pool budget, length and shares of the stages as agreed."""
    count, first = s.project[i, P.STAGES], s.stage[i, 0, S.INSTALMENT_FEN]
    last, total = s.stage[i, count - 1, S.INSTALMENT_FEN], 0
    if s.project[i, P.DEPOSIT_NUM] != NONE:
        agreed = share(first, s.project[i, P.DEPOSIT_NUM], s.project[i, P.DEPOSIT_DEN], s.term[T.FLOORS_UP])
        if agreed < _least_deposit(s, first):
            return reasons.DEPOSIT_BELOW_FLOOR, agreed, first
    budget = s.project[i, P.POOL_BUDGET_FEN]
    if budget != NONE and budget < first:
        return reasons.BUDGET_BELOW_FLOOR, budget, first
    filed = s.project[i, P.FILED_DAY]
    latest = anniversary(s, filed)
    for k in range(count):
        total += s.stage[i, k, S.INSTALMENT_FEN]
        if filed + s.stage[i, k, S.PLANNED_DAYS] > latest:
            return reasons.STAGE_OVER_ONE_YEAR, filed, latest
    failed = _share_bounds(s, first, total, T.FIRST_LEAST_NUM.value, T.FIRST_MOST_NUM.value)
    if failed[0] == 0:
        return _share_bounds(s, last, total, T.LAST_LEAST_NUM.value, T.LAST_MOST_NUM.value)
    return failed


@inner
def _least_deposit(s: Run, first: int) -> int:
    """The printed floor binds what was agreed, or a lower one of the policy."""
    num, den = s.term[T.DEPOSIT_MIN_NUM], s.term[T.DEPOSIT_MIN_DEN]
    printed, of = s.term[T.PRINTED_MIN_NUM], s.term[T.PRINTED_MIN_DEN]
    if printed * den < num * of:
        num, den = printed, of
    return share(first, num, den, s.term[T.FLOORS_UP])


@inner
def _share_bounds(s: Run, part: int, total: int, least: int, most: int) -> Finding:
    """Whether an instalment keeps within the agreed limits of its share."""
    largest, smallest = total, 0
    if s.term[most] != NONE:
        largest = share(total, s.term[most], s.term[most + 1], FEN_DOWN)
    if s.term[least] != NONE:
        smallest = share(total, s.term[least], s.term[least + 1], FEN_UP)
    if missing(largest, part) + missing(part, smallest) > 0:
        return reasons.SHARES_OUT_OF_BOUNDS, part, largest if part > largest else smallest
    return 0, 0, 0


@inner
def counted_total(s: Run, i: int) -> int:
    """What the threshold looks at: the agreed total less the enterprise's equipment."""
    return deducted(s.project[i, P.TOTAL_FEN], s.project[i, P.EQUIPMENT_FEN])
