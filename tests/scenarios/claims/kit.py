"""A small claims file, its runs and ledgers."""

from pathlib import Path

from escrow.tape import Row
from scenarios.claims.prepare import PreparedClaims, prepare_claims
from scenarios.claims.run import ClaimsResult, run_claims, simulate
from scenarios.claims.spec import ClaimsLoaded, open_claims
from scenarios.spec import Source

TEXT = """\
schema: anxinbao/claims@1
title: {zh: 三项申报, en: three claims}
papers: [binjiang2024, hgx2024-16]
horizon: {from: 2024-01-01, to: 2025-12-31}
budgets: {binjiang2024-budget-tech: {appropriated: 250万}}
readings: {budget_short: trim}
windows: {binjiang2024-rd-sme-increment: {from: 06-01, to: 06-30}}
enterprises:
  - {id: E1, facts: {within_sme_size: true, rd_spend: [1000万, 3000万]}}
  - {id: E2, facts: {within_sme_size: true, rd_spend: [1000万, 1199万]}}
claims:
  - {id: C1, enterprise: E1, clause: binjiang2024-rd-sme-increment, applied_on: 2024-06-10,
     facts: {decided_rate: 5%}}
  - {id: C2, enterprise: E1, clause: binjiang2024-national-task-match, applied_on: 2024-06-11, object: X,
     upper_level: {amount: 1600万, arrives_on: 2024-08-01}}
  - {id: C3, enterprise: E2, clause: binjiang2024-rd-sme-increment, applied_on: 2024-06-30,
     facts: {decided_rate: 5%}}
"""


def loaded(text: str = TEXT, **how: object) -> ClaimsLoaded:
    """The file as read."""
    return open_claims(Source(text, "claims.yaml", "claims"), **how)  # type: ignore[arg-type]


def prepared(text: str = TEXT) -> PreparedClaims:
    """The file made ready to run."""
    return prepare_claims(loaded(text))


def tape(text: str = TEXT) -> list[Row]:
    """Its tape."""
    return simulate(prepared(text))


def run(place: Path, text: str = TEXT, **how: object) -> ClaimsResult:
    """Its run into a ledger file."""
    return run_claims(loaded(text), ledger=str(place), **how)  # type: ignore[arg-type]
