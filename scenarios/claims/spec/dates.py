"""Dates of a claims file in the order in which they can happen."""

from collections.abc import Iterator

from ledger.text import Text
from scenarios.claims.spec.claim import ClaimSpec
from scenarios.claims.spec.model import ClaimsScenario
from scenarios.spec.checks.dates import Pin, backwards
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault

_FIRST = Text("模拟首日", "the first day simulated")
_LAST = Text("模拟末日", "the last day simulated")
_APPLIED = Text("申报", "the application")
_PROMOTED = Text("晋升", "the promotion")
_STEPS = {
    "complete_on": Text("受理", "the completeness check"),
    "reviewed_on": Text("评审", "the review"),
    "decided_on": Text("审定", "the decision"),
    "publicised_on": Text("公示期满", "the end of the public notice"),
}
_PAID = Text("拨付", "the payment")


def backward_dates(scenario: ClaimsScenario) -> Iterator[Fault]:
    """A fault for each date before the one it must follow; both are named."""
    horizon = scenario.horizon
    yield from backwards(
        [Pin(("horizon", "from"), horizon.from_, _FIRST), Pin(("horizon", "to"), horizon.to, _LAST)]
    )
    for at, claim in enumerate(scenario.claims):
        yield from _of_claim(claim, ("claims", at))


def _of_claim(claim: ClaimSpec, path: Path) -> Iterator[Fault]:
    applied = Pin((*path, "applied_on"), claim.applied_on, _APPLIED)
    for number, each in enumerate(claim.promoted):
        yield from backwards([applied, Pin((*path, "promoted", number, "on"), each.on, _PROMOTED)])
    if claim.record is not None:
        known = (*path, "record")
        steps = [Pin((*known, name), getattr(claim.record, name), what) for name, what in _STEPS.items()]
        paid = [Pin((*known, "paid_on", n), day, _PAID) for n, day in enumerate(claim.record.paid_on)]
        yield from backwards([applied, *steps, *paid])
