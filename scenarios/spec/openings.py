"""What every party holds on the first day, in fen."""

from collections.abc import Iterable, Mapping

from escrow.catalogue import Resolved
from escrow.project import Portfolio
from scenarios.spec.model.opening import DEFAULT
from scenarios.spec.model.scenario import Scenario

HUNDRED_MILLION = 10**8 * 100
DEFAULTS: Mapping[str, int] = {
    "enterprise": HUNDRED_MILLION,
    "insurer": HUNDRED_MILLION,
    "platform": 0,
    "district_treasury": 10 * HUNDRED_MILLION,
    "bank": 10 * HUNDRED_MILLION,
    "guarantor": HUNDRED_MILLION,
}
"""Fen of a party that the scenario does not mention (design section 7)."""


def openings(scenario: Scenario, portfolio: Portfolio, resolved: Resolved) -> dict[str, int]:
    """Opening balance by party (`enterprise:E1`, `risk_pool`, ...), in fen; zero ones included."""
    stated = scenario.opening_balances
    held = {"risk_pool": pool_opening(scenario, resolved)}
    treasury = stated.district_treasury
    held["district_treasury"] = DEFAULTS["district_treasury"] if treasury is None else treasury
    for kind, names in _parties(portfolio).items():
        held.update(_each(kind, names, getattr(stated, kind)))
    borrowed = any(project.loan for project in portfolio.projects) or _bears_interest(resolved)
    for kind in ("bank", "guarantor"):
        amount = getattr(stated, kind)
        if borrowed or amount is not None:
            held[kind] = DEFAULTS[kind] if amount is None else amount
    return held


def openings_of(scenario: Scenario, parties: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Opening balances of named parties by kind, of the bank and of the guarantor, in fen."""
    stated, held = scenario.opening_balances, {}
    for kind, names in parties.items():
        held.update(_each(kind, list(names), getattr(stated, kind)))
    for kind in ("bank", "guarantor"):
        amount = getattr(stated, kind)
        held[kind] = DEFAULTS[kind] if amount is None else amount
    return held


def _bears_interest(resolved: Resolved) -> bool:
    """Whether the escrow's bank pays interest, so that it needs an account."""
    fees = resolved.parameters["fees_and_interest"]
    return isinstance(fees, dict) and bool(fees["escrow_interest_rate"])


def pool_opening(scenario: Scenario, resolved: Resolved) -> int:
    """An override of pool_size goes first, then what the file states, then the policy's size."""
    stated = scenario.opening_balances.risk_pool
    size = resolved.parameters["pool_size"]
    if not isinstance(size, int):
        raise TypeError(size)
    if not stated and resolved.readings.get("pool_source") == "district_treasury_day_one":
        return size  # an empty pool is what that reading fills
    return size if stated is None or "pool_size" in scenario.overrides else stated


def _parties(portfolio: Portfolio) -> dict[str, list[str]]:
    """Ids of each kind in the order in which they first appear."""
    enterprises = [n for p in portfolio.projects for n in (p.enterprise, *(name for name, _ in p.partners))]
    insurers = [p.insurance.insurer for p in portfolio.projects if p.insurance]
    platforms = [p.platform for p in portfolio.projects]
    return {
        "enterprise": _once([*enterprises, *portfolio.enterprises]),
        "platform": _once([*platforms, *portfolio.platforms]),
        "insurer": _once(insurers),
    }


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _each(kind: str, names: list[str], stated: Mapping[str, int] | None) -> dict[str, int]:
    table = stated or {}
    rest = table.get(DEFAULT, DEFAULTS[kind])
    named = _once([*names, *(name for name in table if name != DEFAULT)])
    return {f"{kind}:{name}": table.get(name, rest) for name in named}
