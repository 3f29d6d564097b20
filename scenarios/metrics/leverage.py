"""Leverage (撬动比) and unit cost: what the public yuan moved, and what one completed project cost."""

from fractions import Fraction


def leverage(enterprise_net_fen: int, public_net_fen: int) -> Fraction | None:
    """Net enterprise yuan per net fiscal yuan; None when no public money stayed out."""
    return Fraction(enterprise_net_fen, public_net_fen) if public_net_fen > 0 else None


def public_per_completed(public_net_fen: int, completed: int) -> Fraction | None:
    """Net public fen per completed project; None when none was completed."""
    return Fraction(public_net_fen, completed) if completed else None
