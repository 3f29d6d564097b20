"""Insurance that is drawn for projects that state none."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from escrow.behaviour import Insurers
from escrow.behaviour.quantile import IntArray
from escrow.project import InsurancePlan, ProjectPlan
from escrow.world.roster import Roster

DRAWN_INSURER = "I1"
WAN_FEN = 1_000_000  # 1 万元 in fen


def draw(roster: Roster, columns: dict[str, IntArray], insurers: Insurers | None = None) -> None:
    """Premium and cover (fen) of the projects that insure; stated policies are left to the plan.

    The cover is a share of the agreed total up to a limit, in whole 万元; no cover means not insured.
    """
    insurers = insurers or Insurers()
    bound = np.array([plan.filed_day for plan in roster.plans], dtype=np.int64) - columns["bound_days"]
    totals = np.array([plan.agreed_total_fen for plan in roster.plans], dtype=np.int64)
    wanted = np.minimum(totals * columns["cover_percent"] // 100 // WAN_FEN, columns["cover_limit"])
    stated = np.array([plan.insurance is not None for plan in roster.plans], dtype=bool)
    offered = wanted > 0
    if insurers.exit_day is not None:
        offered &= bound < insurers.exit_day
    columns["insured"] = np.where(stated, 1, columns["insured"] * offered)
    cover = np.where(columns["insured"] == 1, wanted * WAN_FEN, 0)
    premium = cover // 10_000 * _rates(columns["premium_rate"], bound, insurers)
    for i in np.flatnonzero(stated):
        plan = roster.plans[i].insurance
        assert plan is not None
        cover[i], premium[i] = plan.cover_fen or 0, plan.premium_fen
        columns["bound_days"][i] = roster.plans[i].filed_day - plan.bound_day
    columns["cover_fen"], columns["premium_fen"] = cover, premium


def _rates(rates: IntArray, bound: IntArray, insurers: Insurers) -> IntArray:
    """Premium rates (basis points) on the days the policies are bound."""
    if insurers.dearer_from is None:
        return rates
    num, den = insurers.factor.as_integer_ratio()
    return np.where(bound >= insurers.dearer_from, rates * num // den, rates)


def attach(roster: Roster, columns: dict[str, IntArray]) -> tuple[tuple[ProjectPlan, ...], tuple[str, ...]]:
    """The plans with drawn policies, and the insurers by first appearance; writes the column `insurer`."""
    plans = tuple(
        plan
        if plan.insurance or not columns["insured"][i]
        else replace(plan, insurance=_policy(plan, i, columns))
        for i, plan in enumerate(roster.plans)
    )
    insurers = tuple(dict.fromkeys(plan.insurance.insurer for plan in plans if plan.insurance))
    number = {name: k for k, name in enumerate(insurers)}
    numbers = [number[plan.insurance.insurer] if plan.insurance else -1 for plan in plans]
    columns["insurer"] = np.array(numbers, dtype=np.int64)
    return plans, insurers


def _policy(plan: ProjectPlan, i: int, columns: dict[str, IntArray]) -> InsurancePlan:
    return InsurancePlan(
        insurer=DRAWN_INSURER,
        premium_fen=int(columns["premium_fen"][i]),
        bound_day=plan.filed_day - int(columns["bound_days"][i]),
        cover_fen=int(columns["cover_fen"][i]),
        own_share=Fraction(int(columns["own_share_percent"][i]), 100),
    )
