"""Amounts looked up in a table, written as the choices they are."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from escrow.clauses.combine import arithmetic, common, compared
from escrow.clauses.infer import choose
from escrow.clauses.kinds import Kind
from escrow.clauses.schema import BandRow, TableRow
from escrow.clauses.signatures import kind_of_call
from escrow.clauses.tokens import BadExpression
from escrow.clauses.tree import ZERO, Node, const
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.clauses.build import Builder

_FORM = Text("写 {by, values} 或 {of, mode, bands}", "write {by, values} or {of, mode, bands}")


def table(builder: Builder, row: TableRow) -> Node:
    """The table as one expression; a list of items is added up (or `over` says otherwise)."""
    try:
        node = _by(builder, row) if row.by is not None else _bands(builder, row)
    except BadExpression as error:
        builder.wrong(("amount",), error.fault, error.advice)
        return ZERO
    return Node(row.over, node.kind.one, (node,)) if node.kind.many else node


def _by(builder: Builder, row: TableRow) -> Node:
    if not row.values or row.of is not None or row.bands:
        raise BadExpression(Text("表不完整", "the table is incomplete"), _FORM)
    key = builder.node(("amount", "by"), row.by)
    parts = [key]
    for name, raw in row.values.items():
        parts += [const(_option(name, key.kind), key.kind.one), builder.node(("amount", "values", name), raw)]
    parts.append(ZERO if row.else_ is None else builder.node(("amount", "else"), row.else_))
    if any(each.op == "broken" for each in parts):
        return ZERO
    return Node("pick", kind_of_call("pick", tuple(parts)), tuple(parts))


def _option(name: str, kind: Kind) -> object:
    try:
        return {"bool": lambda: {"true": True, "false": False}[name], "number": lambda: int(name)}.get(
            kind.base, lambda: name
        )()
    except (KeyError, ValueError):
        raise BadExpression(
            Text(f"键 {name} 与 by 的类型不符", f"the key {name} is not of the kind of `by`"), _FORM
        ) from None


def _bands(builder: Builder, row: TableRow) -> Node:
    if row.of is None or row.mode is None or not row.bands or row.values:
        raise BadExpression(Text("表不完整", "the table is incomplete"), _FORM)
    of = builder.node(("amount", "of"), row.of)
    bounds = [_bound(builder, at, band) for at, band in enumerate(row.bands)]
    worth = [_worth(builder, at, band, row.mode) for at, band in enumerate(row.bands)]
    if any(each.op == "broken" for each in (of, *bounds, *worth)):
        return ZERO
    if row.mode == "marginal":
        return _marginal(of, bounds, worth)
    return _reached(of, row, bounds, worth)


def _bound(builder: Builder, at: int, band: BandRow) -> Node:
    key = "from" if band.from_ is not None else "above"
    raw = band.from_ if band.from_ is not None else band.above
    if raw is None:
        raise BadExpression(Text("档次缺少起点", "a band has no lower bound"), _FORM)
    return builder.node(("amount", "bands", at, key), raw)


def _worth(builder: Builder, at: int, band: BandRow, mode: str) -> Node:
    key = "award" if mode == "award" else "rate"
    raw = getattr(band, key)
    if raw is None:
        raise BadExpression(Text(f"档次缺少 {key}", f"a band has no {key}"), _FORM)
    return builder.node(("amount", "bands", at, key), raw)


def _marginal(of: Node, bounds: list[Node], rates: list[Node]) -> Node:
    parts = []
    for at, (low, rate) in enumerate(zip(bounds, rates, strict=True)):
        top = of if at + 1 == len(bounds) else _pair("min", of, bounds[at + 1])
        inside = _pair("max", ZERO, _sign("-", top, low))
        parts.append(_sign("*", inside, rate))
    return reduce(lambda left, right: _sign("+", left, right), parts)


def _reached(of: Node, row: TableRow, bounds: list[Node], worth: list[Node]) -> Node:
    result = ZERO
    for band, low, value in zip(row.bands, bounds, worth, strict=True):
        sign = ">=" if band.from_ is not None else ">"
        reached = Node(sign, compared(of, low, sign), (of, low))
        result = choose(reached, _sign("*", of, value) if row.mode == "slab" else value, result)
    return result


def _sign(sign: str, left: Node, right: Node) -> Node:
    return Node(sign, arithmetic(sign, left, right), (left, right))


def _pair(name: str, left: Node, right: Node) -> Node:
    return Node(name, Kind(common(left, right, name), left.kind.many or right.kind.many), (left, right))
