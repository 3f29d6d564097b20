"""The dated flows of one guaranteed loan (政策性融资担保贷款), every number a term of the scenario.

Model choices, since the text prints none: the fee is paid at drawdown for the whole term, interest
with the principal at maturity; on a default nothing more is paid by the enterprise, the loss is the
principal, guarantor and government pay their shares after the waiting days and the bank bears the
rest; what is recovered later is shared like the loss.
"""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from escrow.project import LoanPlan
from escrow.rules.loan import shared, simple_interest
from escrow.settlement.problems import LoanDatesContradict, LoanRecoversTooMuch, LoanSharesTooLarge
from escrow.tape import Kind, Sharer

LAST_DAY = date.max.toordinal()


class LoanFlow(NamedTuple):
    """A dated flow in the columns of the tape; kinds and columns a to d are explained there."""

    day: int
    kind: Kind
    amount_fen: int
    a: int = 0
    b: int = 0
    c: int = 0
    d: int = 0


def loan_flows(plan: LoanPlan) -> list[LoanFlow]:
    """All flows of a loan in the order of their days; raises a Problem for terms that contradict."""
    _check(plan)
    flows = [LoanFlow(plan.drawn_day, Kind.LOAN_DRAWN, plan.principal_fen)]
    flows += _charged(Kind.GUARANTEE_FEE_PAID, plan.drawn_day, plan, plan.fee_rate)
    flows += _repaid(plan) if plan.default_day is None else _defaulted(plan, plan.default_day)
    return flows


def _charged(kind: Kind, day: int, plan: LoanPlan, yearly: Fraction) -> list[LoanFlow]:
    rate = (yearly.numerator, yearly.denominator)
    amount = simple_interest(plan.principal_fen, rate, plan.term_days)
    return [LoanFlow(day, kind, amount, plan.principal_fen, *rate, plan.term_days)] if amount else []


def _repaid(plan: LoanPlan) -> list[LoanFlow]:
    due = plan.drawn_day + plan.term_days
    interest = _charged(Kind.LOAN_INTEREST_PAID, due, plan, plan.interest_rate)
    return [*interest, LoanFlow(due, Kind.LOAN_REPAID, plan.principal_fen)]


def _defaulted(plan: LoanPlan, day: int) -> list[LoanFlow]:
    """Default, payout by guarantor and government, recovery shared with the bank."""
    lost, paid_on = plan.principal_fen, day + plan.payout_days
    flows = [LoanFlow(day, Kind.LOAN_DEFAULTED, 0, lost)]
    borne = _by_sharer(plan, lost)
    paying = [one for one in borne if one[0] is not Sharer.BANK]
    flows += [_shared(paid_on, Kind.GUARANTEE_PAID_OUT, one, lost) for one in paying]
    if plan.recovered_fen:
        recovered_on = paid_on if plan.recovery_day is None else plan.recovery_day
        back = plan.recovered_fen
        flows += [_shared(recovered_on, Kind.RECOVERED, one, back) for one in _by_sharer(plan, back)]
    return flows


def _shared(day: int, kind: Kind, one: tuple[Sharer, int, Fraction], total_fen: int) -> LoanFlow:
    sharer, amount, rate = one
    return LoanFlow(day, kind, amount, sharer, rate.numerator, rate.denominator, total_fen)


def _by_sharer(plan: LoanPlan, total_fen: int) -> list[tuple[Sharer, int, Fraction]]:
    """The parts of guarantor, government and bank that are not zero; they add up to the total."""
    rates = (plan.guarantor_share, plan.government_share)
    bank = 1 - sum(rates, Fraction(0))
    amounts = shared(total_fen, tuple((rate.numerator, rate.denominator) for rate in rates))
    return [one for one in zip(Sharer, amounts, (*rates, bank), strict=True) if one[1]]


def _check(plan: LoanPlan) -> None:
    total = plan.guarantor_share + plan.government_share
    if total > 1:
        raise LoanSharesTooLarge(total=str(total))
    if plan.recovered_fen > plan.principal_fen:
        raise LoanRecoversTooMuch(recovered=plan.recovered_fen, lost=plan.principal_fen)
    if plan.default_day is not None:
        _within("default", plan.default_day, plan.drawn_day, plan.drawn_day + plan.term_days)
        if plan.recovery_day is not None:
            _within("recovery", plan.recovery_day, plan.default_day + plan.payout_days, LAST_DAY)


def _within(what: str, day: int, first: int, last: int) -> None:
    if not first <= day <= last:
        days = {"day": day, "first": first, "last": last}
        raise LoanDatesContradict(what=what, **{n: date.fromordinal(d).isoformat() for n, d in days.items()})
