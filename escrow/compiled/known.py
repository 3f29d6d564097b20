"""What is known of stated projects (`record`), as arrays; projects beyond them share one row of nothing."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE
from escrow.compiled.places import H, K
from escrow.processes import pins
from escrow.processes.scheme import Setting
from escrow.project import ProjectPlan, StagePins
from escrow.world.columns import OUTCOMES

PAYMENTS_KNOWN = ("deposit", "full", "none")
USUAL_STAGES = 12  # replications of one scenario need not have the same number


class Known(NamedTuple):
    """Rows by stated project; the last row knows nothing and stands for all others."""

    day: IntArray  # (k, places, 2) the pin of a place of escrow.processes.pins, by try
    last: IntArray  # (k, places, 2) the earliest later pin
    fact: IntArray  # (k, K)
    told: IntArray  # (k, stages, 2, H)
    claim: IntArray  # (k, claims, 3) day, fen, loss (NONE: the amount)
    premium: IntArray  # (k, policies, 3) premiums of several policies
    outside: IntArray  # (k, spendings, 3) spending outside the escrow: day, fen
    other: IntArray  # (k, grants, 3) other grants: day, fen


def known_of(setting: Setting) -> Known:
    """What a scenario knows of its projects."""
    plans = setting.world.plans
    rows = max((i + 1 for i, plan in enumerate(plans) if _tells(plan)), default=0)
    told = plans[:rows]
    made = _nothing(rows, max((len(plan.stages) for plan in plans), default=1))._replace(
        claim=_padded([[(c.day, c.amount_fen, _or_none(c.loss_fen)) for c in p.claims or ()] for p in told]),
        premium=_padded([[(fen, 0, 0) for fen in p.insurance.policies] if p.insurance else [] for p in told]),
        outside=_padded([[(s.day, s.amount_fen, 0) for s in p.outside_spending] for p in told]),
        other=_padded([[(g.day, g.amount_fen, 0) for g in p.other_grants] for p in told]),
    )
    for i, plan in enumerate(told):
        _fill(made, i, plan, bool(setting.terms.read.step_order()))
    return made


def fitting(known: Known, stages: int) -> Known:
    """The same for worlds with more stages, of which nothing is known."""
    has = known.told.shape[1]
    if has >= stages:
        return known
    made = _nothing(len(known.fact) - 1, stages)
    made.day[:, : known.day.shape[1]], made.last[:, : known.last.shape[1]] = known.day, known.last
    made.told[:, :has] = known.told
    return known._replace(day=made.day, last=made.last, told=made.told)


def _nothing(rows: int, stages: int) -> Known:
    """Rows of nothing."""
    places, stages = pins.slot(max(stages, USUAL_STAGES) + 1, 0), max(stages, USUAL_STAGES)
    made = Known(
        day=np.full((rows + 1, places, 2), NONE, dtype=np.int64),
        last=np.full((rows + 1, places, 2), pins.NEVER, dtype=np.int64),
        fact=np.full((rows + 1, len(K)), NONE, dtype=np.int64),
        told=np.full((rows + 1, stages, 2, len(H)), NONE, dtype=np.int64),
        **{name: _padded([[]] * rows) for name in ("claim", "premium", "outside", "other")},
    )
    made.fact[:, [K.DEPOSIT_UNPAID, K.PREMIUMS]] = 0
    made.told[..., H.AGREES] = 1
    made.told[..., [H.CAUSE, H.ACHIEVED_NUM, H.ACHIEVED_DEN, H.BALANCE_UNPAID]] = 0
    made.told[..., [H.RELEASED, H.UNPAID, H.INVOICE_DAY]] = 0
    return made


def _tells(plan: ProjectPlan) -> bool:
    """Whether anything is known of a project beyond its agreement."""
    facts = (plan.review_day, plan.approved_day, plan.deposit_day, plan.pool_day, plan.subsidy_day)
    told = any(fact is not None for fact in (*facts, plan.review_passed, plan.claims))
    policies = plan.insurance is not None and bool(plan.insurance.policies)
    beside = plan.outside_spending or plan.other_grants or plan.deposit_unpaid
    return told or policies or bool(beside) or any(stage.pins != StagePins() for stage in plan.stages)


def _fill(made: Known, i: int, plan: ProjectPlan, deposit_first: bool) -> None:
    days = pins.pinned_days(plan)
    latest = pins.latest_days(plan, days, deposit_first)
    made.day[i, : len(days), 0] = [_or_none(day) for day in days]
    made.last[i, : len(days), 0] = latest
    for k, stage in enumerate(plan.stages):
        first, again = pins.slot(k + 1, 0), stage.pins.retry or StagePins()
        places = slice(first, first + pins.PER_STAGE)
        made.day[i, places, 1] = [_or_none(day) for day in pins.stage_days(again)]
        made.last[i, places, 1] = [
            pins.latest_again(plan, days, latest, place, k + 1)
            for place in range(first, first + pins.PER_STAGE)
        ]
        _tell(made.told[i, k, 0], stage.pins)
        _tell(made.told[i, k, 1], again)
    fact = made.fact[i]
    fact[K.REVIEW_PASSED] = NONE if plan.review_passed is None else plan.review_passed
    fact[K.DEPOSIT_UNPAID] = plan.deposit_unpaid
    fact[K.SUBSIDY_DAY] = _or_none(plan.subsidy_day)
    fact[K.CLAIMS] = NONE if plan.claims is None else len(plan.claims)
    fact[K.PREMIUMS] = len(plan.insurance.policies) if plan.insurance else 0


def _tell(row: IntArray, known: StagePins) -> None:
    outcome = known.outcome or pins.outcome_told(known)
    row[H.OUTCOME] = OUTCOMES.index(outcome) if outcome else NONE
    row[H.CAUSE] = known.cause
    if known.achieved:
        row[H.ACHIEVED_NUM], row[H.ACHIEVED_DEN] = known.achieved.as_integer_ratio()
    row[H.AGREES], row[H.BALANCE_UNPAID] = known.enterprise_agrees, known.balance_unpaid
    row[H.RELEASED] = known.release_day is not None
    row[H.UNPAID] = known.outcome == "reached" and known.forfeit_day is not None
    row[H.INVOICE_DAY] = known.invoice_day or 0
    row[H.NEXT_PAYMENT] = NONE if known.next_payment is None else PAYMENTS_KNOWN.index(known.next_payment)
    row[H.RECTIFIED] = NONE if known.rectified is None else known.rectified


def _padded(rows: Sequence[Sequence[tuple[int, int, int]]]) -> IntArray:
    """Lists of unequal length as one array with a last row of nothing; the cells beyond a list are NONE."""
    most = max((len(row) for row in rows), default=0)
    made = np.full((len(rows) + 1, most, 3), NONE, dtype=np.int64)
    for i, row in enumerate(rows):
        for k, cells in enumerate(row):
            made[i, k] = cells
    return made


def _or_none(value: int | None) -> int:
    return NONE if value is None else value
