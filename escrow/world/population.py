"""A generated population of applications, with ids that stay whatever else changes."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escrow.behaviour.quantile import IntArray
from escrow.project import LoanPlan, ProjectPlan, StagePlan
from escrow.world.arrivals import spread_over
from escrow.world.counter import Words, base, digest, place, uniform, uniforms
from escrow.world.instalments import divided, with_first
from escrow.world.joining import Levers
from escrow.world.population_spec import Loans, PopulationSpec

WAN_FEN = 1_000_000  # 1 万元 in fen


def generate(
    spec: PopulationSpec,
    seed: int,
    replication: int,
    from_day: int,
    to_day: int,
    levers: Levers | None = None,
    as_of: int | None = None,
) -> list[ProjectPlan]:
    """Applications filed from `from_day` to `to_day` (ordinals, both included) and not before `as_of`.

    In order of filing. Which others join, or are cut off by `as_of`, changes no id and no draw of the rest.
    """
    key = base(seed, replication)
    filings = spec.filings.value(uniform(key, "generate/filings", digest("district:")))
    potential = spec.joining.potential(filings) if spec.joining else filings
    if to_day < from_day:
        return []
    window, asked = (from_day, to_day), levers or Levers()
    filed = _filed(spec, key, [f"{spec.prefix}{k:03d}" for k in range(1, potential + 1)], window, asked)
    if spec.ring:
        contracts = _filed(spec.ring.alike(spec), key, spec.ring.ids(spec.prefix), window, asked)
        filed += spec.ring.tied(key, spec.prefix, contracts)
    known = [plan for plan in filed if plan.filed_day >= (as_of or from_day)]
    return sorted(known, key=lambda plan: (plan.filed_day, plan.id))


def _filed(
    spec: PopulationSpec, key: int, ids: list[str], window: tuple[int, int], levers: Levers
) -> list[ProjectPlan]:
    """The plans of these potential filings, without those who do not join or stay away."""
    if not ids:
        return []
    draws = _Draws(key, np.array([digest(f"filing:{id}") for id in ids], dtype=np.uint64))
    days = spec.arrivals.days(draws("day"), draws("rush"), *window)
    plans = _plans(spec, draws, ids, days, levers)
    return [plans(int(i)) for i in np.flatnonzero(_joins(spec, draws, days, levers))]


@dataclass(frozen=True, slots=True)
class _Draws:
    """Uniforms of every potential filing by purpose; with stages, one column for each."""

    key: int
    filings: Words

    def __call__(self, purpose: str) -> IntArray:
        return self.by_stage(purpose, 1)[:, 0]

    def by_stage(self, purpose: str, stages: int) -> IntArray:
        places = np.array([place(stage, 0) for stage in range(stages)], dtype=np.int64)
        drawn: IntArray = uniforms(self.key, (f"generate/{purpose}",), self.filings, places)[0]
        return drawn


def _joins(spec: PopulationSpec, draws: _Draws, days: IntArray, levers: Levers) -> NDArray[np.bool]:
    joins = np.ones(len(draws.filings), dtype=bool)
    if spec.joining is not None:
        joins &= draws("joining") < spec.joining.threshold(levers)
    if spec.announcement is not None:
        joins &= spec.announcement.comes(days, draws("announcement"))
    return joins


def _plans(
    spec: PopulationSpec, draws: _Draws, ids: list[str], days: IntArray, levers: Levers
) -> Callable[[int], ProjectPlan]:
    """A function that builds the plan of one potential filing from columns drawn for all."""
    names = tuple(name for name, _ in spec.platforms)
    platforms = _weighted(draws("platform"), tuple(weight for _, weight in spec.platforms))
    enterprises = draws("enterprise") * spec.enterprises >> 32
    totals = _totals(spec, draws)
    percents = spec.equipment.happen(draws("equipment")) * spec.equipment_percent.values(
        draws("equipment_percent")
    )
    equipment = totals * percents // (100 - percents)
    counts = spec.stages.codes(draws("stages"))
    most = max(code for code, _ in spec.stages.parts)
    weights = spec.share_weight.values(draws.by_stage("share", most))
    planned = spec.planned_days.values(draws.by_stage("planned_days", most))
    first = (
        None if spec.first_share_percent is None else spec.first_share_percent.values(draws("first_share"))
    )
    principals = spec.loans.principal_wan.values(draws("loan"))

    def plan(i: int) -> ProjectPlan:
        enterprise, filed = f"{spec.prefix}E{enterprises[i] + 1:03d}", int(days[i])
        shares = _instalments(
            spec,
            int(totals[i]),
            weights[i, : counts[i]].tolist(),
            None if first is None else int(first[i]),
            levers,
        )
        return ProjectPlan(
            id=ids[i],
            enterprise=enterprise,
            platform=names[platforms[i]],
            agreed_total_fen=int(totals[i] + equipment[i]) * WAN_FEN,
            filed_day=filed,
            stages=tuple(
                StagePlan(share * WAN_FEN, int(days)) for share, days in zip(shares, planned[i], strict=False)
            ),
            equipment_fen=int(equipment[i]) * WAN_FEN,
            loan=_loan(spec.loans, draws.key, enterprise, int(principals[i]), filed),
        )

    return plan


def _totals(spec: PopulationSpec, draws: _Draws) -> IntArray:
    """Agreed totals less equipment, in 万元."""
    usual, bunched = spec.total_wan.values(draws("total")), spec.bunched_wan.values(draws("total"))
    return np.where(draws("bunched") < spec.bunched.at, bunched, usual)


def _weighted(uniforms: IntArray, weights: tuple[int, ...]) -> IntArray:
    return spread_over(np.cumsum(np.array(weights, dtype=np.int64)), uniforms)


def _instalments(
    spec: PopulationSpec, total: int, weights: list[int], first_percent: int | None, levers: Levers
) -> list[int]:
    """The instalments in 万元, the first one as the parties answer to the policy."""
    shares = divided(total, weights, first_percent)
    if spec.first_share_response is None or len(shares) == 1:
        return shares
    return with_first(spec.first_share_response.first(shares, levers), total, weights)


def _loan(loans: Loans, key: int, enterprise: str, principal_wan: int, filed_day: int) -> LoanPlan | None:
    """The loan of a borrowing enterprise, drawn on the day of filing."""
    if not loans.chance.happens(uniform(key, "generate/borrows", digest(f"enterprise:{enterprise}"))):
        return None
    return LoanPlan(
        principal_fen=principal_wan * WAN_FEN,
        drawn_day=filed_day,
        term_days=loans.term_days,
        interest_rate=loans.interest_rate,
        fee_rate=loans.fee_rate,
    )
