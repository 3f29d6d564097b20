"""Floors, caps and what is missing to them; all amounts in fen, all results at least zero."""


def capped(amount: int, left: int) -> int:
    """What of `amount` may be paid when `left` is left under a cap."""
    paid = amount if amount < left else left
    return paid if paid > 0 else 0


def room(cap: int, used: int) -> int:
    """What is left of a cap; a cap already passed leaves nothing."""
    return cap - used if used < cap else 0


def deducted(amount: int, deduction: int) -> int:
    """`amount` less `deduction`, never below zero."""
    return amount - deduction if deduction < amount else 0


def missing(amount: int, floor: int) -> int:
    """What `amount` lacks to reach `floor`; works for days as for fen."""
    return floor - amount if amount < floor else 0
