"""Results made in memory: a world effect that all points share, and what each point adds."""

from collections.abc import Mapping, Sequence

import numpy as np

from escrow.behaviour.quantile import IntArray
from scenarios.sweep.results import Results

WAN = 1_000_000


def world(replications: int = 400, seed: int = 1) -> IntArray:
    """What chance does to everybody, in fen."""
    drawn = np.random.default_rng(seed).normal(1000 * WAN, 200 * WAN, replications)
    return drawn.astype(np.int64)


def results(
    extra: Sequence[int],
    *,
    points: Sequence[Mapping[str, str]] | None = None,
    seed: int = 1,
    baseline: int | None = 0,
    **more: IntArray,
) -> Results:
    """Point k costs the treasury `extra[k]` 万元 on top of the world; the pool is dry in dear worlds."""
    base = world(seed=seed)
    cost = np.stack([base + each * WAN for each in extra])
    named = points or [{"knob": str(place)} for place in range(len(extra))]
    outcomes = {
        "public_net_fen": cost,
        "enterprise_net_fen": 2 * cost,
        "platform_income_fen": np.stack([base] * len(extra)),
        "pool_depleted": (cost > 1200 * WAN).astype(np.int64),
        "completed": np.full_like(cost, 10),
        **more,
    }
    return Results.of(named, outcomes, baseline=baseline, manifest={"seed": seed})
