"""The yearly special audit and the cost share paid on it."""

from escrow.behaviour.quantile import IntArray
from escrow.compiled import kinds, reasons
from escrow.compiled.agenda import at, start
from escrow.compiled.budget import DEFERRED, LAPSED, PAID, divided
from escrow.compiled.columns import NONE
from escrow.compiled.dated import NEW_YEAR, OF_YEAR, REPORTED
from escrow.compiled.dated import PAID as PAID_ON
from escrow.compiled.events import AUDIT, AUDIT_PAY, BEYOND, FULL, GRANT_LATER, GRANT_LATER_START, PAYMENTS
from escrow.compiled.jit import inner
from escrow.compiled.owed import owe
from escrow.compiled.parties import collect, trial_over
from escrow.compiled.places import T
from escrow.compiled.run import Run
from escrow.compiled.settlement.codes import Full
from escrow.compiled.settlement.decide import Audit, decide, write_grants
from escrow.compiled.settlement.envelope import divide
from escrow.compiled.settlement.found import AWARDS, A, adopt
from escrow.compiled.settlement.payment import bearing
from escrow.compiled.write import note, pay, pay_day, this_year
from escrow.tape import Instrument

COST_SHARE = int(Instrument.COST_SHARE)
NOT_HELD, DUE, DONE = -1, 0, 1  # where an audit stands
BEARINGS = 6
OUT_OF_YEARS = int(Full.CAP_YEARS)


@inner
def found_again(s: Run, k: int) -> None:
    """The grants of an audit as they stand today."""
    audit = Audit(k, s.audits[k, OF_YEAR], s.audits[k, REPORTED], s.audits[k, PAID_ON], int(trial_over(s)))
    inputs = s.inputs[: s.count if _told_inputs(s, k) else 0]
    code = decide(s.settlement, s.settlement, s.books, s.carried, s.count, audit, inputs, s.debarred, s.found)
    if code:
        s.error = BEYOND if code == OUT_OF_YEARS else FULL


@inner
def _told_inputs(s: Run, k: int) -> int:
    """Write down the audited inputs by project; how many the scenario states."""
    stated, told = min(s.audited.shape[1], s.count), 0
    for i in range(stated):
        s.inputs[i] = s.audited[k, i]
        told += s.audited[k, i] != NONE
    for i in range(stated, s.count if told else stated):
        s.inputs[i] = NONE
    return told


@inner
def _bearing_now(s: Run) -> tuple[int, int, int, int, int, int]:
    return bearing(s.settlement, s.books, s.count, s.debarments, int(trial_over(s)), s.audits_paid, 0)


@inner
def reported(s: Run, k: int) -> None:
    """The report; what is true on the payment day decides what is paid."""
    found_again(s, k)
    told = _bearing_now(s)
    for column in range(BEARINGS):
        s.bearing[k, column] = told[column]
    year = s.audits[k, OF_YEAR]
    for row in range(s.found.counts[k, AWARDS]):
        award = s.found.awards[k, row]
        if award[A.INPUT] or award[A.CLAIMS]:
            i = award[A.PROJECT]
            note(s, AUDIT, kinds.AUDITED, i, 0, 0, year, award[A.INPUT], award[A.CLAIMS], 0)
            fee = s.term[T.AUDIT_FEE]
            if fee:
                pay(s, AUDIT, kinds.AUDIT_FEE, i, 0, fee, year, 0, 0, 0)
    at(s, s.audits[k, PAID_ON], PAYMENTS, s.count, 0, AUDIT_PAY, s.count, k, 0, 0, 0)


@inner
def paid(s: Run, k: int) -> None:
    """The payment day: pay what the district's budget allows, in serial order."""
    told = _bearing_now(s)
    same = True
    for column in range(BEARINGS):
        same = same and s.bearing[k, column] == told[column]
    if not same:
        found_again(s, k)
    adopt(s.carried, s.found, k, s.audits[k, OF_YEAR], s.audits[k, REPORTED])
    s.audit_state[k] = DONE
    s.audits_paid += 1
    count, year = s.found.counts[k, AWARDS], this_year(s) - s.term[T.BASE_YEAR]
    for row in range(count):
        s.amounts[row] = s.found.awards[k, row, A.AMOUNT]
    s.spent[year] += divide(s.settlement, s.spent[year], s.amounts, count, s.outcome)
    for row in range(count):
        _pay(s, k, row, s.outcome[row, PAID], s.outcome[row, DEFERRED], s.outcome[row, LAPSED])
        award = s.found.awards[k, row]
        if award[A.CLAWBACK]:
            collect(s, award[A.PROJECT], award[A.CLAWBACK], reasons.CLAIM_AFTER_GRANT, False)


@inner
def _pay(s: Run, k: int, row: int, now: int, deferred: int, lapsed: int) -> None:
    if write_grants(s.books, s.found, k, row):
        s.error = FULL
    award = s.found.awards[k, row]
    if award[A.WITHHELD]:
        reason = award[A.REASON]
        _refused(s, award, reason if reason else reasons.DEBARRED, award[A.WITHHELD])
    if award[A.CUT] and not award[A.WITHHELD]:
        _refused(s, award, reasons.CAP_REACHED, award[A.CUT])
    if award[A.OTHER]:
        _refused(s, award, reasons.OTHER_GRANT_HIGHER, award[A.OTHER])
    if lapsed:
        _refused(s, award, reasons.BUDGET_SHORT, lapsed)
    if deferred:
        start(s, GRANT_LATER_START, award[A.PROJECT], k, row, deferred, 0)
    if now:
        _transfer(s, award, now)


@inner
def _refused(s: Run, award: IntArray, reason: int, amount: int) -> None:
    i, year = award[A.PROJECT], award[A.YEAR]
    note(s, PAYMENTS, kinds.COST_SHARE_REFUSED, i, 0, 0, year, reason, amount, 0)


@inner
def _transfer(s: Run, award: IntArray, amount: int) -> None:
    i, year, partner = award[A.PROJECT], award[A.YEAR], award[A.PARTNER]
    base, before, left = award[A.BASE], award[A.BEFORE], award[A.CAP_LEFT]
    if not pay(s, PAYMENTS, kinds.COST_SHARE_PAID, i, partner, amount, year, base, before, left):
        note(s, PAYMENTS, kinds.COST_SHARE_REFUSED, i, partner, 0, year, reasons.NO_MONEY, amount, 0)
        owe(s, year, i, COST_SHARE, amount)


@inner
def later_start(s: Run, k: int, row: int, amount: int) -> None:
    """A grant that waits for the next year's budget."""
    award, year = s.found.awards[k, row], this_year(s)
    owe(s, award[A.YEAR], award[A.PROJECT], COST_SHARE, amount)
    day = pay_day(s, s.years[year + 1 - s.term[T.BASE_YEAR], NEW_YEAR])
    i = award[A.PROJECT]
    at(s, day, PAYMENTS, i, 3, GRANT_LATER, i, k, row, amount, 0)


@inner
def later(s: Run, k: int, row: int, amount: int) -> None:
    """The next year's budget has been issued."""
    award = s.found.awards[k, row]
    owe(s, award[A.YEAR], award[A.PROJECT], COST_SHARE, -amount)
    outcome = divided(s, amount)
    if outcome[PAID]:
        _transfer(s, award, outcome[PAID])
    if outcome[LAPSED]:
        _refused(s, award, reasons.BUDGET_SHORT, outcome[LAPSED])
    if outcome[DEFERRED]:
        start(s, GRANT_LATER_START, award[A.PROJECT], k, row, outcome[DEFERRED], 0)
