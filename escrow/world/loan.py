"""Defaults of guaranteed loans that are drawn when the scenario states none."""

from dataclasses import replace

import numpy as np

from escrow.behaviour import Behaviour
from escrow.behaviour.quantile import ONE, IntArray
from escrow.project import LoanPlan, ProjectPlan
from escrow.world.roster import Roster

_YEAR = 365


def draw(roster: Roster, behaviour: Behaviour, uniforms: IntArray, columns: dict[str, IntArray]) -> None:
    """Whether a loan defaults (the chance is for a year and grows with the term), and after how many days.

    `loan_default_days` counts from the drawdown; -1 means that the loan is repaid, or that there is none.
    """
    terms = np.array([plan.loan.term_days if plan.loan else 0 for plan in roster.plans], dtype=np.int64)
    marks = np.minimum(behaviour.chance("loan_defaults").at * terms // _YEAR, ONE)
    defaults = (uniforms < marks).astype(np.int64)
    columns["loan_defaults"] = defaults
    columns["loan_default_days"] = np.where(defaults == 1, terms * columns["loan_default_percent"] // 100, -1)


def attach(plans: tuple[ProjectPlan, ...], columns: dict[str, IntArray]) -> tuple[ProjectPlan, ...]:
    """The plans with drawn defaults and recoveries; a stated default day stays as it is."""
    return tuple(
        replace(plan, loan=_defaulted(plan.loan, i, columns))
        if plan.loan and plan.loan.default_day is None and columns["loan_defaults"][i]
        else plan
        for i, plan in enumerate(plans)
    )


def _defaulted(loan: LoanPlan, i: int, columns: dict[str, IntArray]) -> LoanPlan:
    default_day = loan.drawn_day + int(columns["loan_default_days"][i])
    recovered = loan.principal_fen * int(columns["loan_recovered_percent"][i]) // 100
    recovery_day = default_day + loan.payout_days + int(columns["loan_recovery_days"][i])
    return replace(loan, default_day=default_day, recovered_fen=recovered, recovery_day=recovery_day)
