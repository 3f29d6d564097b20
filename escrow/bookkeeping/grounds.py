"""Grounds: the entitlement behind every money row, recomputed by the rules from the row's own figures."""

from collections.abc import Callable
from typing import NamedTuple

from escrow.events import FIELDS, clause_of
from escrow.project import ProjectPlan
from escrow.rules import claim, cost_share, deposit, loan, premium, release
from escrow.rules.entitlement import Bearing, Entitlement, Readings, entitled
from escrow.tape import Kind, Row
from escrow.terms import Terms


class MechanismDisagrees(Exception):
    """The mechanism moved another amount than the rule allows: a bug of ours, never the user's."""


class Case(NamedTuple):
    """A row with what its rule needs besides."""

    row: Row
    clause: str
    plan: ProjectPlan | None
    terms: Terms
    readings: Readings
    audited: tuple[tuple[str, int], ...] = ()  # what the special audit found, for a cost share

    @property
    def amount(self) -> int:
        """Fen of the row."""
        return self.row[5]


def grounds(
    row: Row,
    plan: ProjectPlan | None,
    terms: Terms,
    bearing: Bearing,
    audited: tuple[tuple[str, int], ...] = (),
) -> Entitlement:
    """The entitlement of a money row; raises MechanismDisagrees when the rule gives another amount."""
    clause = clause_of(row)
    case = Case(row, clause, plan, terms, bearing[clause], audited)
    found = _RULES.get(row[2], _as_written)(case)
    if found.amount_fen != row[5]:
        raise MechanismDisagrees(row, found)
    return found


def _as_written(case: Case) -> Entitlement:
    """An amount that follows from its columns alone."""
    names = FIELDS[case.row[2]][1:]
    pairs = zip(names, case.row[6:], strict=True)
    workings = tuple((name.removesuffix("_fen"), int(value)) for name, value in pairs if name)
    return entitled(case.clause, case.amount, workings, case.readings)


def _deposit(case: Case) -> Entitlement:
    _, _, _, _, stage, _, instalment, num, den, full = case.row
    rate, code = (num, den), case.terms.floors_up
    if full:
        return deposit.in_full(instalment, case.readings)
    if stage == 1:
        due = deposit.first(instalment, rate, code, case.readings)
        return due if due.amount_fen <= instalment else deposit.in_full(instalment, case.readings)
    assert case.plan is not None
    base = case.terms.read.next_deposit_base(instalment, case.plan.stages[0].instalment_fen)
    return deposit.following(instalment, base, rate, code, case.readings)


def _balance(case: Case) -> Entitlement:
    return release.balance_payment(case.row[6], case.row[7], case.row[4], case.readings)


def _release(case: Case) -> Entitlement:
    deposited, balance = case.row[6], case.row[7]
    return release.release(deposited + balance, deposited, balance, True, case.row[4], case.readings)


def _forfeiture(case: Case) -> Entitlement:
    instalment, excess = case.row[6], case.row[7]
    workings = (("instalment", instalment), ("paid_in", case.amount + excess), ("excess", excess))
    return entitled(case.clause, case.amount, workings, case.readings)


def _subsidy(case: Case) -> Entitlement:
    # The row's cap column holds what was left of cap and budget, so the rule must come to the same amount.
    num, den, left = case.row[7], case.row[8], case.row[9]
    groups = [(case.row[6], 0)]
    return _no_more(
        premium.subsidy(groups, (num, den), left, case.terms.grants_down, readings=case.readings), case
    )


def _no_more(found: Entitlement, case: Case) -> Entitlement:
    """A budget may cut what a rule allows, never add to it."""
    if case.amount > found.amount_fen:
        raise MechanismDisagrees(case.row, found)
    return found._replace(amount_fen=case.amount)


def _cost_share(case: Case) -> Entitlement:
    base, before, left = case.row[7], case.row[8], case.row[9]
    rate = case.terms.cost_share_rate
    stated = cost_share.stated(min(before, left), base, before, left, rate, case.readings)
    found = _no_more(stated, case)
    return found._replace(workings=(*case.audited, *found.workings))


def _claim(case: Case) -> Entitlement:
    return claim.claim(case.amount, case.row[7], case.row[8] or None, readings=case.readings)


def _charge(case: Case) -> Entitlement:
    return loan.charge(case.row[6], (case.row[7], case.row[8]), case.row[9])


_RULES: dict[int, Callable[[Case], Entitlement]] = {
    Kind.DEPOSITED: _deposit,
    Kind.BALANCE_PAID: _balance,
    Kind.RELEASED: _release,
    Kind.FORFEITED: _forfeiture,
    Kind.PREMIUM_SUBSIDY_PAID: _subsidy,
    Kind.COST_SHARE_PAID: _cost_share,
    Kind.CLAIM_PAID: _claim,
    Kind.GUARANTEE_FEE_PAID: _charge,
    Kind.LOAN_INTEREST_PAID: _charge,
}
