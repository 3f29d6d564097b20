"""Why an amount was paid, and why another was not: from the stored records and the catalogue alone."""

from escrow.explain.entry import Explanation, explain_entry
from escrow.explain.why_not import WHATS, WhyNot, why_not

__all__ = ["WHATS", "Explanation", "WhyNot", "explain_entry", "why_not"]
