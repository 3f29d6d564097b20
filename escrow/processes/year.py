"""The district's year: quota, escrow interest, operator's fee, set-off, end of trial and horizon."""

from datetime import date
from typing import Any

from escrow.arithmetic import FEN_DOWN, share
from escrow.processes import audit, insurance
from escrow.processes.custody import settle_interest_days
from escrow.processes.pool import budget_of
from escrow.processes.scheme import Process, Scheme
from escrow.settlement.books import Moved, year_of
from escrow.tape import Instrument, Kind, Phase

DAYS_A_YEAR = 365
LAST_OF_THE_DAY = 63
DISTRICT_BUDGET = 3  # the occasion of a quota that is no pool's


def budget_year(s: Scheme, year: int) -> Process:
    """The district's yearly budget: quota issued on the first day, what is left lapses on the last."""
    budget = s.terms.district_budget
    if budget is None:
        return
    yield s.at(max(s.first_day, s.first_day_of(year)), Phase.DECISIONS)
    s.note(Phase.DECISIONS, Kind.QUOTA_ISSUED, amount=budget, a=DISTRICT_BUDGET, b=year)
    yield s.agenda.at(s.first_day_of(year + 1) - 1, Phase.CLOSE, s.agenda.district, LAST_OF_THE_DAY - 1)
    if left := budget - s.budget.spent(year):
        s.note(Phase.CLOSE, Kind.QUOTA_LAPSED, amount=left, a=year, b=DISTRICT_BUDGET)


def year_end(s: Scheme, year: int) -> Process:
    """31 December: interest and fees of the year, unused quota."""
    yield s.at(date(year, 12, 31).toordinal(), Phase.CLOSE)
    _interest(s, year)
    _operator_fee(s, year)
    read = s.terms.read
    if read.pool_form() and read.quota_year_end() and (free := s.pool.drain()):
        s.note(Phase.CLOSE, Kind.QUOTA_LAPSED, amount=free, a=year)


def _interest(s: Scheme, year: int) -> None:
    num, den = s.terms.escrow_interest_rate
    for case in s.cases:
        settle_interest_days(s, case)
        amount = case.balance_days * num // (den * DAYS_A_YEAR)
        if amount:
            columns = (year, num, den, case.balance_days)
            s.pay(Kind.ESCROW_INTEREST, case.accounts, case, 0, amount, *columns, phase=Phase.CLOSE)
        case.balance_days = 0


def _operator_fee(s: Scheme, year: int) -> None:
    num, den = s.terms.operator_fee_rate
    for case in s.cases if num else ():
        turnover = sum(
            moved.amount_fen
            for moved in case.book.movements
            if moved.kind in (Moved.RELEASED, Moved.FORFEITED) and year_of(moved.day) == year
        )
        amount = share(turnover, num, den, FEN_DOWN)
        if amount:
            columns = (year, num, den, turnover)
            s.pay(Kind.OPERATOR_FEE, case.accounts, case, 0, amount, *columns, phase=Phase.CLOSE)


def set_offs(s: Scheme, year: int) -> Process:
    """Advances of projects that succeeded last year are set off against the platforms' new budgets."""
    month, day = s.terms.pool_offset_on
    yield s.at(s.pay_day(date(year, month, day).toordinal()), Phase.RECEIPTS)
    num, den = s.terms.pool_offset_share
    due, s.offsets = s.offsets, []
    for case, advance, succeeded in due:
        if year_of(succeeded) >= year:
            s.offsets.append((case, advance, succeeded))
            continue
        amount = min(share(advance, num, den, FEN_DOWN), s.purses.get(case.accounts.platform, 0))
        if amount:
            columns = (advance, num, den)
            s.pay(Kind.POOL_OFFSET, case.accounts, case, 0, amount, *columns, phase=Phase.RECEIPTS)


def trial_ends(s: Scheme) -> Process:
    """The day after the trial: no more notices, and the rest of the pool may go back (pool_after_trial)."""
    yield s.at(s.terms.trial_to + 1, Phase.CLOSE)
    s.pool.turn_away()
    if s.terms.read.pool_after_trial():
        returned = sum(s.pool.drain_pot(pot, _needed(s, pot)) for pot in range(len(s.pool.pots)))
        if returned and s.terms.read.pool_form():
            s.note(Phase.CLOSE, Kind.QUOTA_LAPSED, amount=returned, a=year_of(s.agenda.today))
        elif returned:
            s.pay(Kind.POOL_REST_RETURNED, s.district, None, 0, returned, phase=Phase.CLOSE)


def _needed(s: Scheme, pot: int) -> int:
    """Budgets of approved projects of a pot that have not had their pool money yet, in fen."""
    return sum(
        budget_of(s, case, 1)
        for case in s.cases
        if case.approved
        and not case.ended
        and not case.advanced
        and not case.promised
        and s.pool.number_of(s.draw(case.serial, "platform")) == pot
    )


def horizon_ends(s: Scheme) -> Process:
    """The last day: what is committed and not yet paid, under the same rules."""
    yield s.agenda.at(s.last_day, Phase.CLOSE, s.agenda.district, LAST_OF_THE_DAY)
    _owed_cost_shares(s)
    for case in s.cases:
        _owed_subsidy(s, case)
        if case.approved and not case.ended and not case.advanced:
            amount = case.promised or budget_of(s, case, 1)
            s.owe(year_of(s.last_day), case, Instrument.POOL_ADVANCE, amount)
    for (year, serial, instrument), amount in sorted(s.owed.items()):
        if amount:
            columns = (year, instrument, amount)
            s.note(Phase.CLOSE, Kind.COMMITTED_UNPAID, s.cases[serial], 0, 0, *columns)
    s.note(Phase.CLOSE, Kind.HORIZON_ENDED)


def _owed_cost_shares(s: Scheme) -> None:
    for day, inputs in s.audits:
        if day.year in s.audits_paid or day.year > year_of(s.last_day):
            continue
        settlement = audit.decided(s, day, inputs)
        s.settled = settlement.state
        for award in settlement.awards:
            s.cases[award.project].book.grants.extend(award.grants())
            if award.amount_fen:
                s.owe(award.year, s.cases[award.project], Instrument.COST_SHARE, award.amount_fen)


def _owed_subsidy(s: Scheme, case: Any) -> None:
    policy = case.insurance
    if policy is None or not case.approved or case.subsidy_settled:
        return
    reason, amount, _ = insurance.subsidy_due(s, case, policy)
    if not reason and amount:
        s.owe(year_of(s.last_day), case, Instrument.PREMIUM_SUBSIDY, amount)
