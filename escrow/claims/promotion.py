"""Promotions (晋级): the higher level is an application of its own, for the same object."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from escrow.claims.model import ClaimPlan, Known


def with_promotions(plans: Iterable[ClaimPlan]) -> list[ClaimPlan]:
    """Every claim, each followed by its promotions as `C1.2`, `C1.3`: same object, facts replaced.

    Whether the difference or the full amount is paid then follows from the stacking rules of the papers.
    """
    return [each for plan in plans for each in _steps(plan)]


def _steps(plan: ClaimPlan) -> Iterator[ClaimPlan]:
    yield plan
    facts = dict(plan.facts)
    for number, promotion in enumerate(sorted(plan.promotions, key=lambda each: each.day), 2):
        facts.update(promotion.facts)
        yield replace(
            plan,
            id=f"{plan.id}.{number}",
            applied_day=promotion.day,
            facts=dict(facts),
            upper_level=(),
            promotions=(),
            known=Known(),
        )
