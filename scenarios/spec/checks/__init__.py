"""What the models cannot see: sums, names, dates and outcomes that contradict each other."""

from collections.abc import Callable, Iterator

from escrow.catalogue import Resolved
from scenarios.spec.checks.ahead import ahead_of_record
from scenarios.spec.checks.dates import contradictory_dates
from scenarios.spec.checks.outcomes import contradictory_outcomes
from scenarios.spec.checks.parties import duplicate_ids, unknown_parties
from scenarios.spec.checks.policies import contradictory_policies
from scenarios.spec.checks.refusals import would_be_refused
from scenarios.spec.checks.sums import wrong_sums
from scenarios.spec.checks.years import contradictory_years
from scenarios.spec.model.scenario import Scenario
from scenarios.spec.problem import Fault

Check = Callable[[Scenario, Resolved], Iterator[Fault]]

ERRORS: tuple[Check, ...] = (
    duplicate_ids,
    unknown_parties,
    wrong_sums,
    contradictory_policies,
    contradictory_dates,
    contradictory_outcomes,
    contradictory_years,
)
WARNINGS: tuple[Check, ...] = (would_be_refused, ahead_of_record)


def errors(scenario: Scenario, resolved: Resolved) -> list[Fault]:
    """Everything that makes the scenario unusable, in no particular order."""
    return [fault for check in ERRORS for fault in check(scenario, resolved)]


def warnings(scenario: Scenario, resolved: Resolved) -> list[Fault]:
    """What the scheme would refuse or the engine would not use: worth saying, not wrong."""
    return [fault for check in WARNINGS for fault in check(scenario, resolved)]
