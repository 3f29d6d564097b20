"""Enterprises and claims that a scenario lets be drawn (`generate`)."""

from collections.abc import Mapping, Sequence

from escrow.claims.model import Applicant, ClaimPlan
from escrow.clauses import Catalogue
from escrow.world.district import generated_claims
from scenarios.claims.spec.model import ClaimsScenario

Drawn = tuple[Sequence[ClaimPlan], Mapping[str, Applicant]]


def drawn_claims(scenario: ClaimsScenario, catalogue: Catalogue, replication: int) -> Drawn:
    """The claims of a drawn district, and who makes them; nothing when none is asked for."""
    if scenario.generate is None:
        return (), {}
    windows = {name: (each.from_, each.to) for name, each in scenario.windows.items()}
    first, last = scenario.horizon.from_.toordinal(), scenario.horizon.to.toordinal()
    members = scenario.generate.to_escrow(windows)
    found = generated_claims(members, catalogue, scenario.papers, first, last, scenario.seed, replication)
    return found.claims, found.applicants
