"""A scenario of either kind, opened and written back in full."""

from typing import Any

from scenarios.claims.normal import normal as normal_claims
from scenarios.claims.spec.load import ClaimsLoaded, open_claims
from scenarios.kinds import is_claims
from scenarios.spec.load import Loaded, open_scenario
from scenarios.spec.normal import normal
from scenarios.spec.source import Source, read_source


def open_any(source: str | Source) -> Loaded | ClaimsLoaded:
    """The scenario of either kind; SpecProblem with every fault found."""
    found = source if isinstance(source, Source) else read_source(source)
    return open_claims(found) if is_claims(found) else open_scenario(found)


def normal_of(loaded: Loaded | ClaimsLoaded) -> dict[str, Any]:
    """The normal form of a scenario of either kind."""
    if isinstance(loaded, ClaimsLoaded):
        return normal_claims(loaded.scenario)
    return normal(loaded.scenario, loaded.resolved)
