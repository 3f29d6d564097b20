"""A second way to the same amounts: plain fractions over a tree, written without looking at the algebra.

It shares no code with `escrow.clauses`. A tree is a tuple: ("fact", name), ("money", fen), ("+", a, b),
("*", a, ratio), ("min" | "max" | "-", a, b), ("part", a, b, c): a / b of c, ("if", test, a, b),
("list", name, cap): every item at most cap, added up. A test is (sign, a, b) or ("grows", ratio).
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

Tree = tuple[Any, ...]
Facts = Mapping[str, Any]


class Unclear(Exception):
    """A division by zero: there is no amount."""


def written(tree: Tree) -> str:
    """The tree as the catalogue would say it."""
    match tree:
        case ("fact", name):
            return str(name)
        case ("money", fen):
            return f"{fen // 100}.{fen % 100:02d}元"
        case ("*", inner, ratio):
            return f"({written(inner)}) * {ratio.numerator} / {ratio.denominator}"
        case ("min" | "max" as name, left, right):
            return f"{name}({written(left)}, {written(right)})"
        case ("part", left, right, whole):
            return f"({written(left)}) / ({written(right)}) * ({written(whole)})"
        case ("if", test, left, right):
            return f"(({written(left)}) if {said(test)} else ({written(right)}))"
        case ("list", name, cap):
            return f"sum(min({name}, {written(('money', cap))}))"
        case (sign, left, right):
            return f"({written(left)} {sign} {written(right)})"
    raise AssertionError(tree)


def said(test: Tree) -> str:
    """The condition as the catalogue would say it."""
    if test[0] == "grows":
        return f"growth(spend) >= {test[1] * 100}%"
    return f"{written(test[1])} {test[0]} {written(test[2])}"


def worth(tree: Tree, facts: Facts) -> Fraction:
    """The exact value in fen."""
    match tree:
        case ("fact", name):
            return Fraction(facts[name])
        case ("money", fen):
            return Fraction(fen)
        case ("+", left, right):
            return worth(left, facts) + worth(right, facts)
        case ("-", left, right):
            return worth(left, facts) - worth(right, facts)
        case ("*", inner, ratio):
            return worth(inner, facts) * Fraction(ratio)
        case ("min", left, right):
            return min(worth(left, facts), worth(right, facts))
        case ("max", left, right):
            return max(worth(left, facts), worth(right, facts))
        case ("list", name, cap):
            return Fraction(sum(min(item, cap) for item in facts[name]))
        case ("if", test, left, right):
            return worth(left if holds(test, facts) else right, facts)
        case ("part", left, right, whole):
            by = worth(right, facts)
            if by == 0:
                raise Unclear
            return worth(left, facts) / by * worth(whole, facts)
    raise AssertionError(tree)


def holds(test: Tree, facts: Facts) -> bool:
    """Whether a condition holds; nothing holds of what is unclear."""
    if test[0] == "grows":
        before, now = facts["spend"]
        return bool(before > 0 and Fraction(now, before) - 1 >= test[1])
    try:
        left, right = worth(test[1], facts), worth(test[2], facts)
    except Unclear:
        return False
    return {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
        "==": left == right,
    }[test[0]]


def stepped(value: Fraction, step: Tree, facts: Facts) -> Fraction:
    """The value after one step: (name, tree) or ("rate", ratio)."""
    name, operand = step
    if name == "rate":
        return value * Fraction(operand)
    other = worth(operand, facts)
    if name == "minus":
        return max(Fraction(0), value - other)
    if name == "zero_below":
        return value if value >= other else Fraction(0)
    return min(value, other) if name == "cap" else max(value, other)


def award(guards: list[Tree], amount: Tree, steps: list[Tree], facts: Facts) -> int:
    """The award in fen: 0 when a guard fails or the amount is unclear, half a fen counts as one."""
    if not all(holds(each, facts) for each in guards):
        return 0
    try:
        value = max(Fraction(0), worth(amount, facts))
        for step in steps:
            value = stepped(value, step, facts)
    except Unclear:
        return 0
    doubled = 2 * value + 1
    return int(doubled.numerator // doubled.denominator // 2)
