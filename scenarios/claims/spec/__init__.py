"""The claims file `anxinbao/claims@1`: read, checked with every fault named, turned into facts."""

from scenarios.claims.spec.load import ClaimsLoaded, open_claims
from scenarios.claims.spec.model import SCHEMA, ClaimsScenario

__all__ = ["SCHEMA", "ClaimsLoaded", "ClaimsScenario", "open_claims"]
