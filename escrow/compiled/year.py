"""The district's year: quota, escrow interest, operator's fee, set-off, end of trial and horizon."""

from escrow.arithmetic import FEN_DOWN
from escrow.compiled import kinds
from escrow.compiled.agenda import at
from escrow.compiled.amounts import share
from escrow.compiled.audit import COST_SHARE, DUE, found_again
from escrow.compiled.columns import NONE
from escrow.compiled.custody import settle_interest_days
from escrow.compiled.dated import NEW_YEAR, OF_YEAR, REPORTED, SET_OFF
from escrow.compiled.events import (
    BUDGET_CLOSE,
    BUDGET_OPEN,
    CLOSE,
    DECISIONS,
    FULL,
    HORIZON,
    RECEIPTS,
    TRIAL_END,
    YEAR_END,
)
from escrow.compiled.events import SET_OFF as SET_OFF_EVENT
from escrow.compiled.insurance import PREMIUM_SUBSIDY, subsidy_due
from escrow.compiled.jit import inner
from escrow.compiled.owed import INSTRUMENTS, owe
from escrow.compiled.places import C, R, T
from escrow.compiled.pool import budget_of
from escrow.compiled.pots import drain_pot, pot_of, turn_away
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import F
from escrow.compiled.settlement.decide import write_grants
from escrow.compiled.settlement.found import AWARDS, A, adopt
from escrow.compiled.write import note, pay, say, this_year
from escrow.processes.year import DAYS_A_YEAR, DISTRICT_BUDGET, LAST_OF_THE_DAY
from escrow.tape import Instrument

POOL_ADVANCE = int(Instrument.POOL_ADVANCE)


@inner
def year_starts(s: Run, year: int) -> None:
    """What every year brings."""
    row, district = year - s.term[T.BASE_YEAR], s.count
    if s.term[T.BUDGET] != NONE:
        day = max(s.first_day, s.years[row, NEW_YEAR])
        at(s, day, DECISIONS, district, 0, BUDGET_OPEN, district, year, 0, 0, 0)
    last = s.years[row + 1, NEW_YEAR] - 1
    at(s, last, CLOSE, district, 0, YEAR_END, district, year, 0, 0, 0)
    at(s, s.years[row, SET_OFF], RECEIPTS, district, 0, SET_OFF_EVENT, district, year, 0, 0, 0)


@inner
def district_starts(s: Run) -> None:
    """The end of the trial."""
    at(s, s.term[T.TRIAL_TO] + 1, CLOSE, s.count, 0, TRIAL_END, s.count, 0, 0, 0, 0)


@inner
def horizon_starts(s: Run) -> None:
    """The last thing of the last day."""
    at(s, s.last_day, CLOSE, s.count, LAST_OF_THE_DAY, HORIZON, s.count, 0, 0, 0, 0)


@inner
def budget_opens(s: Run, year: int) -> None:
    """The district's yearly budget: what is left of it lapses on the last day."""
    note(s, DECISIONS, kinds.QUOTA_ISSUED, s.count, 0, s.term[T.BUDGET], DISTRICT_BUDGET, year, 0, 0)
    last = s.years[year + 1 - s.term[T.BASE_YEAR], NEW_YEAR] - 1
    at(s, last, CLOSE, s.count, LAST_OF_THE_DAY - 1, BUDGET_CLOSE, s.count, year, 0, 0, 0)


@inner
def budget_closes(s: Run, year: int) -> None:
    """What is left lapses."""
    left = s.term[T.BUDGET] - s.spent[year - s.term[T.BASE_YEAR]]
    if left:
        note(s, CLOSE, kinds.QUOTA_LAPSED, s.count, 0, left, year, DISTRICT_BUDGET, 0, 0)


@inner
def year_ends(s: Run, year: int) -> None:
    """31 December: interest and fees of the year, unused quota."""
    if s.term[T.INTEREST_NUM]:
        _interest(s, year)
    if s.term[T.OPERATOR_NUM]:
        _operator_fee(s, year)
    if s.read[R.POOL_FORM] and s.read[R.QUOTA_YEAR_END]:
        free = 0
        for k in range(s.pots):
            free += drain_pot(s, k, 0)
        if free:
            note(s, CLOSE, kinds.QUOTA_LAPSED, s.count, 0, free, year, 0, 0, 0)


@inner
def _interest(s: Run, year: int) -> None:
    num, den = s.term[T.INTEREST_NUM], s.term[T.INTEREST_DEN]
    for i in range(s.count):
        settle_interest_days(s, i)
        held = s.case[i, C.BALANCE_DAYS]
        amount = held * num // (den * DAYS_A_YEAR)
        if amount:
            pay(s, CLOSE, kinds.ESCROW_INTEREST, i, 0, amount, year, num, den, held)
        s.case[i, C.BALANCE_DAYS] = 0


@inner
def _operator_fee(s: Run, year: int) -> None:
    num, den = s.term[T.OPERATOR_NUM], s.term[T.OPERATOR_DEN]
    for i in range(s.count):
        turnover = s.case[i, C.TURNOVER]
        s.case[i, C.TURNOVER] = 0
        amount = share(turnover, num, den, FEN_DOWN)
        if amount:
            pay(s, CLOSE, kinds.OPERATOR_FEE, i, 0, amount, year, num, den, turnover)


@inner
def set_off(s: Run, year: int) -> None:
    """Advances of projects that succeeded last year are set off against the platforms' new budgets."""
    num, den = s.term[T.OFFSET_NUM], s.term[T.OFFSET_DEN]
    kept, due = 0, s.offsets
    for k in range(due):
        i, advance, succeeded = s.offset[k, 0], s.offset[k, 1], s.offset[k, 2]
        # A set-off before 1 January of its year cannot come, so this year's successes wait.
        if succeeded >= s.years[year - s.term[T.BASE_YEAR], NEW_YEAR]:
            s.offset[kept, 0], s.offset[kept, 1], s.offset[kept, 2] = i, advance, succeeded
            kept += 1
            continue
        amount = min(share(advance, num, den, FEN_DOWN), s.purse[s.case[i, C.TO_PLATFORM]])
        if amount:
            pay(s, RECEIPTS, kinds.POOL_OFFSET, i, 0, amount, advance, num, den, 0)
    s.offsets = kept


@inner
def trial_ends(s: Run) -> None:
    """The day after the trial: no more notices, and the rest of the pool may go back."""
    turn_away(s)
    if s.read[R.POOL_AFTER_TRIAL] == 0:
        return
    returned = 0
    for k in range(s.pots):
        returned += drain_pot(s, k, _needed(s, k))
    if returned and s.read[R.POOL_FORM]:
        note(s, CLOSE, kinds.QUOTA_LAPSED, s.count, 0, returned, this_year(s), 0, 0, 0)
    elif returned:
        pay(s, CLOSE, kinds.POOL_REST_RETURNED, s.count, 0, returned, 0, 0, 0, 0)


@inner
def _needed(s: Run, pot: int) -> int:
    """Budgets of approved projects of a pot that have not had their pool money yet, in fen."""
    needed = 0
    for i in range(s.count):
        if _unpaid(s, i) and not s.case[i, C.PROMISED] and pot_of(s, s.case[i, C.PLATFORM]) == pot:
            needed += budget_of(s, i, 1)
    return needed


@inner
def _unpaid(s: Run, i: int) -> bool:
    """Whether a project has its notice and nothing from the pool."""
    return bool(s.case[i, C.APPROVED] and not s.books[i, F.ENDED_DAY] and not s.case[i, C.ADVANCED])


@inner
def horizon_ends(s: Run) -> None:
    """The last day: what is committed and not yet paid, under the same rules."""
    _owed_cost_shares(s)
    year = this_year(s)
    for i in range(s.count):
        if s.case[i, C.INSURED] and s.case[i, C.APPROVED] and not s.case[i, C.SUBSIDY_SETTLED]:
            reason, amount, _ = subsidy_due(s, i)
            if not reason and amount:
                owe(s, year, i, PREMIUM_SUBSIDY, amount)
        if _unpaid(s, i):
            promised = s.case[i, C.PROMISED]
            owe(s, year, i, POOL_ADVANCE, promised if promised else budget_of(s, i, 1))
    for k in range(s.owed.shape[0]):
        for i in range(s.count):
            for instrument in range(INSTRUMENTS):
                amount = s.owed[k, i, instrument]
                if amount:
                    columns = k + s.term[T.BASE_YEAR]
                    note(s, CLOSE, kinds.COMMITTED_UNPAID, i, 0, 0, columns, instrument, amount, 0)
    say(s, CLOSE, kinds.HORIZON_ENDED, s.count, 0, 0, 0)


@inner
def _owed_cost_shares(s: Run) -> None:
    for k in range(s.audits.shape[0]):
        year = s.audits[k, OF_YEAR]
        if s.audit_state[k] != DUE or year > this_year(s):
            continue
        found_again(s, k)
        adopt(s.carried, s.found, k, year, s.audits[k, REPORTED])
        for row in range(s.found.counts[k, AWARDS]):
            if write_grants(s.books, s.found, k, row):
                s.error = FULL
            award = s.found.awards[k, row]
            if award[A.AMOUNT]:
                owe(s, award[A.YEAR], award[A.PROJECT], COST_SHARE, award[A.AMOUNT])
