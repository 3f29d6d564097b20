"""Exact figures of three studies at ten replications: a change of the engine that moves them is noticed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.scenarios.studies.small import small

Levels = Mapping[str, Sequence[str]]


def sums(folder: Path, study: str, levels: Levels, *names: str) -> dict[str, list[int]]:
    """Each outcome summed over ten replications, point by point."""
    found = small(folder, study, levels, replications=10).outcomes(*names)
    return {name: [int(total) for total in found[name].sum(axis=1)] for name in names}


@pytest.mark.slow
def test_a_pool_of_50_million_meets_60_and_90_filings_to_the_day(tmp_path: Path) -> None:
    levels = {"applications": ["about 60", "about 90"], "pool_size": ["5000万"]}
    assert sums(tmp_path, "pool-size", levels, "approved", "pool_depleted", "queue_days_max") == {
        "approved": [329, 389],
        "pool_depleted": [8, 9],
        "queue_days_max": [11_748, 13_301],
    }


@pytest.mark.slow
def test_an_answer_and_a_limit_cost_what_they_cost_to_the_fen(tmp_path: Path) -> None:
    levels = {"agreement": ["as drawn", "answers fully"], "first_share_max": ["none", "40%"]}
    assert sums(tmp_path, "first-instalment", levels, "completed", "public_net_fen") == {
        "completed": [103, 94, 89, 94],
        "public_net_fen": [65_826_310_000, 53_366_390_000, 100_300_290_000, 63_913_910_000],
    }


@pytest.mark.slow
def test_lapse_and_late_money_move_quota_and_days_exactly(tmp_path: Path) -> None:
    levels = {"quota": ["cash account", "quota lapses"], "delay": ["usual", "180 days"]}
    assert sums(tmp_path, "year-end", levels, "approved", "quota_lapsed_fen", "first_money_days") == {
        "approved": [181, 181, 150, 150],
        "quota_lapsed_fen": [0, 0, 62_215_000_000, 62_215_000_000],
        "first_money_days": [21_889, 54_001, 18_295, 45_240],
    }
