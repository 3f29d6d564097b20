"""Floors, caps and what is missing to them; all amounts in fen, all results at least zero."""


def capped(amount: int, left: int) -> int:
    """What of `amount` may be paid when `left` is left under a cap."""
    return max(0, min(amount, left))


def room(cap: int, used: int) -> int:
    """What is left of a cap; a cap already passed leaves nothing."""
    return max(0, cap - used)


def deducted(amount: int, deduction: int) -> int:
    """`amount` less `deduction`, never below zero."""
    return max(0, amount - deduction)


def missing(amount: int, floor: int) -> int:
    """What `amount` lacks to reach `floor`; works for days as for fen."""
    return max(0, floor - amount)
