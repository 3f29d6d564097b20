"""Packing: worlds of the readable engine as one block of integer arrays."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.columns import NONE, Block, D, P, S
from escrow.compiled.names import Names
from escrow.processes.scheme import Setting, groups_of
from escrow.project import EnterpriseFacts, InsurancePlan, LoanPlan, PlatformFacts, Portfolio, ProjectPlan

_DRAWN = (
    P.COMPLETENESS_DAYS,
    P.REVIEW_DAYS,
    P.PASSED,
    P.DECISION_DAYS,
    P.PUBLICITY_DAYS,
    P.NOTICE_DAYS,
    P.DEPOSIT_DAYS,
    P.DEPOSIT_COMES,
    P.POOL_DAYS,
    P.FALSIFIED_DAYS,
    P.WAITING_DAYS,
)


class Packed(NamedTuple):
    """A block and the names behind its numbers."""

    block: Block
    names: Names


def pack_worlds(settings: Sequence[Setting]) -> Packed:
    """The worlds of several replications of one scenario; parties keep the order of first appearance."""
    worlds = [setting.world for setting in settings]
    names = Names(
        _once(name for world in worlds for name in world.enterprises),
        _once(name for world in worlds for name in world.platforms),
        _once(name for world in worlds for name in world.insurers),
    )
    return Packed(_block(settings, names), names)


def _block(settings: Sequence[Setting], names: Names) -> Block:
    worlds = [setting.world for setting in settings]
    projects = max(len(world.plans) for world in worlds)
    stages = max(next(iter(world.stage.values())).shape[1] for world in worlds)
    parties = [(len(world.enterprises), len(world.platforms), len(world.insurers)) for world in worlds]
    block = Block(
        first=worlds[0].replication,
        count=np.array([len(world.plans) for world in worlds], dtype=np.int64),
        parties=np.array(parties, dtype=np.int64),
        enterprise_name=_places([world.enterprises for world in worlds], names.enterprises),
        platform_name=_places([world.platforms for world in worlds], names.platforms),
        project=np.full((len(worlds), projects, len(P)), NONE, dtype=np.int64),
        stage=np.zeros((len(worlds), projects, stages, len(S)), dtype=np.int64),
        draw=np.zeros((len(worlds), projects, stages, 2, len(D)), dtype=np.int64),
        insurer_name=_places([world.insurers for world in worlds], names.insurers),
    )
    for r, setting in enumerate(settings):
        _fill(block, r, setting)
    return block


def _fill(block: Block, r: int, setting: Setting) -> None:
    world, count = setting.world, len(setting.world.plans)
    groups = groups_of(setting.portfolio)
    for i, plan in enumerate(world.plans):
        write_plan(block.project[r, i], plan, setting.portfolio)
        block.project[r, i, P.GROUP] = groups.get(plan.enterprise, NONE)
        for k, stage in enumerate(plan.stages):
            block.stage[r, i, k] = stage.instalment_fen, stage.planned_days
    project = block.project[r, :count]
    project[:, P.ENTERPRISE] = world.project["enterprise"]
    project[:, P.PLATFORM] = world.project["platform"]
    project[:, P.INSURER] = world.project["insurer"]
    for column in _DRAWN:
        project[:, column] = world.project[column.name.lower()]
    project[:, P.SCORE] = [
        drawn if plan.score is None else plan.score
        for plan, drawn in zip(world.plans, world.project["score"].tolist(), strict=True)
    ]
    stages = block.draw[r, :count]
    for each in D:
        drawn = world.stage[each.name.lower()]
        stages[:, : drawn.shape[1], :, each] = drawn


def write_plan(row: IntArray, plan: ProjectPlan, facts: Portfolio) -> None:
    """What a plan and the facts of its parties tell, into a row of NONE."""
    platform = facts.platforms.get(plan.platform, PlatformFacts())
    enterprise = facts.enterprises.get(plan.enterprise, EnterpriseFacts())
    row[P.FILED_DAY] = plan.filed_day
    row[P.TOTAL_FEN] = plan.agreed_total_fen
    row[P.EQUIPMENT_FEN] = plan.equipment_fen
    row[P.STAGES] = len(plan.stages)
    row[P.LISTED] = platform.listed
    row[P.IN_DISTRICT] = enterprise.in_district
    row[P.RELATED] = plan.related
    row[P.SIGNED_DAY] = _or_none(plan.signed_day)
    row[P.POOL_BUDGET_FEN] = _or_none(plan.pool_budget_fen)
    row[P.FALSIFIED_DAY] = _or_none(plan.falsified_day)
    if plan.deposit_rate is not None:
        row[P.DEPOSIT_NUM], row[P.DEPOSIT_DEN] = plan.deposit_rate.as_integer_ratio()
    if plan.vat_rate is not None:
        row[P.VAT_NUM], row[P.VAT_DEN] = plan.vat_rate.as_integer_ratio()
    if plan.insurance is not None:
        _insured(row, plan.insurance)
    row[P.PRINCIPAL_FEN] = 0
    if plan.loan is not None:
        _borrowed(row, plan.loan)


def _insured(row: IntArray, policy: InsurancePlan) -> None:
    """Columns of a policy; all of them are NONE where nobody is insured."""
    row[P.PREMIUM_FEN] = policy.premium_fen
    row[P.COVER_FEN] = _or_none(policy.cover_fen)
    row[P.OWN_NUM], row[P.OWN_DEN] = policy.own_share.as_integer_ratio()
    row[P.BOUND_DAY] = policy.bound_day
    row[P.HANDED_IN_DAY] = _or_none(policy.handed_in_day)
    row[P.PREMIUM_PAYER] = policy.premium_payer
    row[P.PAYEE] = policy.payee
    row[P.LOSS_FEN] = _or_none(policy.loss_fen)


def _borrowed(row: IntArray, loan: LoanPlan) -> None:
    """Columns of a loan; without one the principal is 0 and all others are NONE."""
    row[P.PRINCIPAL_FEN] = loan.principal_fen
    row[P.DRAWN_DAY] = loan.drawn_day
    row[P.TERM_DAYS] = loan.term_days
    row[P.INTEREST_NUM], row[P.INTEREST_DEN] = loan.interest_rate.as_integer_ratio()
    row[P.FEE_NUM], row[P.FEE_DEN] = loan.fee_rate.as_integer_ratio()
    row[P.GUARANTOR_NUM], row[P.GUARANTOR_DEN] = loan.guarantor_share.as_integer_ratio()
    row[P.GOVERNMENT_NUM], row[P.GOVERNMENT_DEN] = loan.government_share.as_integer_ratio()
    row[P.DEFAULT_DAY] = _or_none(loan.default_day)
    row[P.PAYOUT_DAYS] = loan.payout_days
    row[P.RECOVERED_FEN] = loan.recovered_fen
    row[P.RECOVERY_DAY] = _or_none(loan.recovery_day)


def _or_none(value: int | None) -> int:
    return NONE if value is None else value


def _places(used: Sequence[tuple[str, ...]], names: tuple[str, ...]) -> IntArray:
    """For each replication the place in `names` of each party it numbers; NONE beyond them."""
    place = {name: k for k, name in enumerate(names)}
    width = max((len(each) for each in used), default=0)
    rows = [[place[name] for name in each] + [NONE] * (width - len(each)) for each in used]
    return np.array(rows, dtype=np.int64).reshape(len(used), width)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
