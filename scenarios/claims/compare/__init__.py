"""What changed for whom: several papers on the same enterprises."""

from scenarios.claims.compare.compare import Change, Comparison, Group, Side, compare
from scenarios.claims.compare.page import page

__all__ = ["Change", "Comparison", "Group", "Side", "compare", "page"]
