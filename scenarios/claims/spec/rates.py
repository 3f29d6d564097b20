"""Published rates of a claims file: what every claim may ask for and nobody certifies of an enterprise."""

from typing import Any

from escrow.clauses import Catalogue, ReadFacts
from scenarios.claims.spec.model import ClaimsScenario


def rates_of(scenario: ClaimsScenario, catalogue: Catalogue) -> ReadFacts:
    """The rates as dated facts; each claim meets the value in force on the day it is judged."""
    return catalogue.read_facts({name: written(scenario, name) for name in scenario.rates})


def written(scenario: ClaimsScenario, name: str) -> list[dict[str, Any]]:
    """One rate as a case would state it."""
    return [{"from": each.from_, "value": each.value} for each in scenario.rates[name]]
