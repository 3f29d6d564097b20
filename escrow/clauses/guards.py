"""What a failed condition lacks, in money wherever it can be: growth that is short says how many yuan."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from escrow.clauses.compile import compiled
from escrow.clauses.exact import EXACT, Undefined, Unequal, ceil
from escrow.clauses.problems import MissingFact
from escrow.clauses.result import Shortfall
from escrow.clauses.tree import Node

_MEASURED = {"money": "money", "usd": "usd", "date": "days", "number": "number", "ratio": "ratio"}


def shortfall(test: Node, env: Mapping[str, Any]) -> Shortfall | None:
    """What the first comparison that fails in `test` lacks; None where nothing can be measured."""
    try:
        return _short(test, env)
    except (MissingFact, Undefined, Unequal):
        return None


def _short(test: Node, env: Mapping[str, Any]) -> Shortfall | None:
    if test.kind.many:
        return None
    if test.op == "and":
        failing = next((each for each in test.args if not _value(each, env)), None)
        return None if failing is None else _short(failing, env)
    if test.op == "or":
        return next((each for each in (_short(part, env) for part in test.args) if each), None)
    if test.op not in ("<", "<=", ">", ">=") or test.args[0].kind.base not in _MEASURED:
        return None
    left, right = test.args if test.op in (">", ">=") else test.args[::-1]
    return _lacking(left, right, env)


def _lacking(less: Node, more: Node, env: Mapping[str, Any]) -> Shortfall | None:
    """What `less` lacks to reach `more`."""
    for ratio, bound, sign in ((less, more, 1), (more, less, -1)):
        parts = _quotient(ratio)
        if parts is not None:
            now, base = (part(env) for part in parts)
            rate = _value(bound, env)
            target = base * (1 + rate) if ratio.op.startswith("growth") else base * rate
            return None if base <= 0 else _measured("money", sign * (target - now))
    kind = less.kind.base if less.kind.base in ("money", "usd", "date") else more.kind.base
    return _measured(_MEASURED[kind], _value(more, env) - _value(less, env))


def _measured(kind: str, amount: Any) -> Shortfall:
    return Shortfall(kind, ceil(amount) if kind in ("money", "usd") else _plain(amount))


def _plain(amount: Any) -> int | Fraction:
    return amount.numerator if isinstance(amount, Fraction) and amount.denominator == 1 else amount


def _quotient(node: Node) -> tuple[Callable[[Any], Any], Callable[[Any], Any]] | None:
    """Numerator and base in money of a growth or a share."""
    if node.op == "growth1" and node.kind.base == "ratio" and node.args[0].kind.base == "money":
        series = compiled(node.args[0], EXACT)
        return lambda env: _year(series(env), 1), lambda env: _year(series(env), 2)
    if node.op in ("growth", "/") and all(each.kind.base == "money" for each in node.args):
        now, base = (compiled(each, EXACT) for each in node.args)
        return now, base
    return None


def _year(values: tuple[Any, ...], back: int) -> Any:
    if len(values) < back:
        raise Undefined
    return values[-back]


def _value(node: Node, env: Mapping[str, Any]) -> Any:
    return compiled(node, EXACT)(env)
