"""Why a claim was paid, cut or refused: the records, and the clause on the facts that were kept."""

from scenarios.claims.explain.opened import ClaimsLedger, is_claims_ledger

__all__ = ["ClaimsLedger", "is_claims_ledger"]
