"""One body for one case and for columns: a typed tree becomes a closure over an algebra.

The algebra says what the operations do (`exact` on ints and fractions, `vector` on int64 columns);
which operation comes when, and what is a list, is decided here once.
"""

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any, Protocol

from escrow.clauses.tree import Node

Run = Callable[[Any], Any]


class Algebra(Protocol):
    """What a compiled expression asks of its numbers."""

    @property
    def scalar(self) -> Mapping[str, Callable[..., Any]]:
        """Operations on single values, by sign or name."""

    @property
    def lists(self) -> Mapping[str, Callable[..., Any]]:
        """Operations on whole lists."""

    def const(self, value: Any) -> Any:
        """A literal of the algebra."""

    def each(self, call: Callable[..., Any], many: tuple[bool, ...]) -> Callable[..., Any]:
        """`call` item by item."""

    def compared(self, call: Callable[..., Any], parts: tuple[Run, ...], many: tuple[bool, ...]) -> Run:
        """A comparison, item by item where a side is a list; it does not hold where a side is undefined."""

    def both(self, parts: tuple[Run, ...], settles: bool) -> Run:
        """`and` settles on False, `or` on True."""

    def choice(self, test: Run, yes: Run, no: Run) -> Run:
        """`yes if test else no`; the branch not taken is not evaluated."""

    def pick(self, key: Run, options: tuple[Run, ...], values: tuple[Run, ...], many: bool) -> Run:
        """The value beside the option equal to `key`, else the last one; the others are not evaluated."""

    def lag(self, name: str, series: Run, back: int) -> Run:
        """The value `back` years before the current one."""

    def growth(self, series: Run) -> Run:
        """Growth over the year before."""

    def item(self, items: Run, at: int) -> Run:
        """One item of a list."""


COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "among"})


def compiled(node: Node, algebra: Algebra) -> Run:
    """The expression as a function of an environment of names."""
    special = _SPECIAL.get(node.op)
    if special is not None:
        return special(node, algebra)
    parts = tuple(compiled(each, algebra) for each in node.args)
    many = tuple(each.kind.many for each in node.args)
    if node.op in COMPARISONS:
        return algebra.compared(algebra.scalar[node.op], parts, many)
    if node.op == "in":
        return algebra.compared(algebra.lists["in"], parts, (many[0], False))
    return applied(operation(node, many, algebra), parts)


def operation(node: Node, many: tuple[bool, ...], algebra: Algebra) -> Callable[..., Any]:
    """What the node does with its arguments' values."""
    if node.op == "count":
        return algebra.lists["sum" if node.args[0].kind.base == "bool" else "len"]
    if node.op in algebra.lists and (len(many) == 1 or node.op not in ("min", "max")):
        return algebra.lists[node.op]
    call = algebra.scalar[node.op]
    return algebra.each(call, many) if any(many) else call


def applied(call: Callable[..., Any], parts: tuple[Run, ...]) -> Run:
    """`call` on the values of the parts."""
    if len(parts) == 2:
        left, right = parts
        return lambda env: call(left(env), right(env))
    if len(parts) == 1:
        (only,) = parts
        return lambda env: call(only(env))
    return lambda env: call(*[part(env) for part in parts])


def _const(node: Node, algebra: Algebra) -> Run:
    value = algebra.const(node.value)
    return lambda env: value


def _name(node: Node, algebra: Algebra) -> Run:
    return itemgetter(node.value)


def _series(node: Node, algebra: Algebra) -> Run:
    return itemgetter((node.value, "series"))


def _logic(node: Node, algebra: Algebra) -> Run:
    parts = tuple(compiled(each, algebra) for each in node.args)
    if node.kind.many:
        many = tuple(each.kind.many for each in node.args)
        return applied(algebra.each(algebra.scalar[node.op], many), parts)
    return algebra.both(parts, node.op == "or")


def _if(node: Node, algebra: Algebra) -> Run:
    test, yes, no = (compiled(each, algebra) for each in node.args)
    if node.kind.many:
        many = tuple(each.kind.many for each in node.args)
        return applied(algebra.each(algebra.scalar["if"], many), (test, yes, no))
    return algebra.choice(test, yes, no)


def _pick(node: Node, algebra: Algebra) -> Run:
    parts = tuple(compiled(each, algebra) for each in node.args)
    values = (*node.args[2:-1:2], node.args[-1])
    if any(each.kind.many for each in values):
        many = tuple(each.kind.many for each in node.args)
        return applied(algebra.each(algebra.scalar["pick"], many), parts)
    return algebra.pick(parts[0], parts[1:-1:2], (*parts[2:-1:2], parts[-1]), node.args[0].kind.many)


def _lag(node: Node, algebra: Algebra) -> Run:
    return algebra.lag(node.args[0].value, compiled(node.args[0], algebra), node.value)


def _growth(node: Node, algebra: Algebra) -> Run:
    return algebra.growth(compiled(node.args[0], algebra))


def _item(node: Node, algebra: Algebra) -> Run:
    return algebra.item(compiled(node.args[0], algebra), node.value)


_SPECIAL: dict[str, Callable[[Node, Algebra], Run]] = {
    "const": _const, "name": _name, "series": _series, "and": _logic, "or": _logic, "if": _if, "pick": _pick,
    "lag": _lag, "growth1": _growth, "item": _item,
}  # fmt: skip
