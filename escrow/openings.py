"""What the cash accounts hold on day one."""

from escrow.terms import Terms


def cash_openings(terms: Terms, openings: dict[str, int]) -> dict[str, int]:
    """Opening cash by party in fen; a pool that is a quota, or that the treasury fills, starts empty."""
    if terms.read.pool_form() or terms.read.pool_source():
        return {**openings, "risk_pool": 0}
    return dict(openings)
