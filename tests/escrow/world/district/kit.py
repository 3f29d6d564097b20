"""A small district, the catalogue, and a year of its claims."""

from datetime import date
from functools import cache

from escrow.claims.model import ClaimPlan
from escrow.clauses import Catalogue, Evaluation, ReadFacts, load_catalogue
from escrow.world.district import District, DistrictSpec, Filing, claims_of, generate_district

SEED = 20240514
PAPERS = ("binjiang2024", "hgx2024-16")
FIRST, LAST = date(2024, 1, 1).toordinal(), date(2025, 12, 31).toordinal()


@cache
def district(enterprises: int = 400, seed: int = SEED, replication: int = 0) -> District:
    return generate_district(DistrictSpec(enterprises=enterprises), seed, replication)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def claims(
    filing: Filing | None = None, papers: tuple[str, ...] = PAPERS, firms: int = 400
) -> list[ClaimPlan]:
    return claims_of(district(firms), catalogue(), papers, FIRST, LAST, filing)


def judged(plan: ClaimPlan) -> Evaluation:
    """The claim under its clause on the day it is filed, higher-level money taken as arrived."""
    upper = {"higher_level_received": sum(fen for _, fen in plan.upper_level)} if plan.upper_level else {}
    return catalogue().evaluate(plan.clause, ReadFacts({**plan.facts, **upper}), plan.applied_day)
