"""From one line of text to a typed tree; what the grammar or the types do not allow is a BadExpression."""

import ast
from collections.abc import Callable
from typing import Any

from escrow.catalogue.problems import near
from escrow.clauses.combine import arithmetic, common, compared
from escrow.clauses.kinds import BOOL, NUMBER, NUMERIC, TEXT, Kind, named
from escrow.clauses.scope import Scope
from escrow.clauses.signatures import SIGNATURES, kind_of_call, wrong
from escrow.clauses.tokens import MARK, BadExpression, Literal, extract
from escrow.clauses.tree import Node, const
from ledger.text import Text

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_LONGEST = 1000


def typed(text: str, scope: Scope) -> Node:
    """The typed tree of one expression."""
    if len(text) > _LONGEST:
        raise BadExpression(
            Text("表达式过长", "the expression is too long"), Text("拆成几步", "split it into steps")
        )
    plain, literals = extract(text)
    try:
        tree = ast.parse(plain.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        said = getattr(error, "msg", "unreadable")
        raise BadExpression(
            Text(f"读不懂表达式“{text}”：{said}", f"cannot read the expression {text!r}: {said}"),
            Text(
                "检查括号、引号与运算符；金额写 100万元",
                "check brackets, quotes and operators; money is 100万元",
            ),
        ) from None
    return _Typing(scope, literals).node(tree)


class _Typing:
    def __init__(self, scope: Scope, literals: list[Literal]) -> None:
        self.scope, self.literals = scope, literals

    def node(self, tree: ast.AST) -> Node:
        visit = _VISITS.get(type(tree))
        if visit is None:
            said = f"{ast.unparse(tree)[:40]}"
            raise BadExpression(
                Text(f"不支持的写法：{said}", f"not part of the language: {said}"), _FUNCTIONS
            )
        return visit(self, tree)

    def name(self, tree: ast.Name) -> Node:
        if tree.id.startswith(MARK):
            literal = self.literals[int(tree.id.removeprefix(MARK))]
            return const(literal.value, literal.kind)
        if tree.id in ("true", "false"):
            return const(tree.id == "true", BOOL)
        known = self.scope.find(tree.id)
        if known is None:
            raise self.unknown(tree.id)
        return Node("name", known.kind, (), tree.id)

    def unknown(self, name: str) -> BadExpression:
        close = ", ".join(near(name, [*self.scope.all(), *SIGNATURES]))
        advice = Text(f"是否想写：{close}？", f"did you mean {close}?") if close else _DEFINE
        return BadExpression(Text(f"不认识的名称 {name}", f"unknown name {name}"), advice)

    def constant(self, tree: ast.Constant) -> Node:
        value = tree.value
        if isinstance(value, bool):
            return const(value, BOOL)
        if isinstance(value, str):
            return const(value, TEXT)
        if isinstance(value, int):
            return const(value, NUMBER)
        raise BadExpression(
            Text(f"不接受 {value!r}", f"{value!r} is not accepted"),
            Text("写成带单位的数", "write a number with its unit"),
        )

    def binary(self, tree: ast.BinOp) -> Node:
        sign = _SIGNS.get(type(tree.op))
        if sign is None:
            raise BadExpression(
                Text("不支持的运算符", "not an operator of the language"),
                Text("只有 + - * /", "only + - * /"),
            )
        left, right = self.node(tree.left), self.node(tree.right)
        return Node(sign, arithmetic(sign, left, right), (left, right))

    def unary(self, tree: ast.UnaryOp) -> Node:
        inner = self.node(tree.operand)
        if isinstance(tree.op, ast.Not):
            return Node("not", self.boolean(inner).kind, (inner,))
        if isinstance(tree.op, ast.USub) and inner.kind.base in NUMERIC:
            return Node("neg", inner.kind, (inner,))
        raise BadExpression(
            Text("不支持的符号", "not a sign of the language"), Text("只有 - 和 not", "only - and not")
        )

    def boolean(self, node: Node) -> Node:
        if node.kind.base == "bool":
            return node
        kind = named(node.kind)
        raise BadExpression(
            Text(f"此处应为条件，却是{kind.zh}", f"a condition is wanted here, this is {kind.en}"),
            Text("写成比较，如 x >= 5", "write a comparison such as x >= 5"),
        )

    def logic(self, tree: ast.BoolOp) -> Node:
        parts = tuple(self.boolean(self.node(each)) for each in tree.values)
        return Node(
            "and" if isinstance(tree.op, ast.And) else "or",
            Kind("bool", any(p.kind.many for p in parts)),
            parts,
        )

    def compare(self, tree: ast.Compare) -> Node:
        sides = [tree.left, *tree.comparators]
        pairs = [self.pair(a, op, b) for a, op, b in zip(sides, tree.ops, sides[1:], strict=False)]
        if len(pairs) == 1:
            return pairs[0]
        return Node("and", Kind("bool", any(p.kind.many for p in pairs)), tuple(pairs))

    def pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Node:
        if isinstance(op, ast.In | ast.NotIn):
            inside = self.membership(self.node(left), right)
            return inside if isinstance(op, ast.In) else Node("not", inside.kind, (inside,))
        sign = _SIGNS.get(type(op))
        if sign is None:
            raise BadExpression(
                Text("不支持 is", "`is` is not part of the language"), Text("写 ==", "write ==")
            )
        a, b = self.node(left), self.node(right)
        return Node(sign, compared(a, b, sign), (a, b))

    def membership(self, left: Node, right: ast.expr) -> Node:
        if isinstance(right, ast.Tuple | ast.List):
            options = tuple(self.node(each) for each in right.elts)
            for each in options:
                common(left, each, "in")
            return Node("among", Kind("bool", left.kind.many), (left, *options))
        items = self.node(right)
        if not items.kind.many:
            raise BadExpression(
                Text("in 的右边应为列表", "the right of `in` is a list"),
                Text("如 level in ('甲', '乙')", "such as level in ('a', 'b')"),
            )
        common(left, items, "in")
        return Node("in", Kind("bool", left.kind.many), (left, items))

    def choice(self, tree: ast.IfExp) -> Node:
        test, yes, no = self.boolean(self.node(tree.test)), self.node(tree.body), self.node(tree.orelse)
        return choose(test, yes, no)

    def lag(self, tree: ast.Subscript) -> Node:
        inner, at = tree.value, _integer(tree.slice)
        if not isinstance(inner, ast.Name) or at is None:
            raise wrong("x[-1]", "fact[-1]")
        known = self.scope.find(inner.id)
        if known is None:
            raise self.unknown(inner.id)
        if known.series and at <= 0:
            return Node("lag", known.kind, (Node("series", known.kind.items, (), inner.id),), -at)
        if known.kind.many:
            return Node("item", known.kind.one, (Node("name", known.kind, (), inner.id),), at)
        raise BadExpression(
            Text(f"{inner.id} 不是逐年数列", f"{inner.id} is no yearly series"),
            Text("年度数列用 x[-1]，列表用 x[0]", "x[-1] of a yearly series, x[0] of a list"),
        )

    def call(self, tree: ast.Call) -> Node:
        if not isinstance(tree.func, ast.Name) or tree.keywords:
            raise BadExpression(Text("不支持的调用", "not a call of the language"), _FUNCTIONS)
        name = tree.func.id
        if name not in SIGNATURES and name != "history":
            close = ", ".join(near(name, SIGNATURES))
            advice = Text(f"是否想写：{close}？", f"did you mean {close}?") if close else _FUNCTIONS
            raise BadExpression(Text(f"没有函数 {name}", f"no function {name}"), advice)
        if name in ("growth", "history") and len(tree.args) == 1:
            return self.series_call(name, tree.args[0])
        args = tuple(self.node(each) for each in tree.args)
        return Node(name, kind_of_call(name, args), args)

    def series_call(self, name: str, arg: ast.expr) -> Node:
        known = self.scope.find(arg.id) if isinstance(arg, ast.Name) else None
        if known is None or not known.series:
            raise BadExpression(
                Text(f"{name}(…) 要一个逐年数列", f"{name}(...) takes a yearly series"),
                Text("或写 growth(今年, 去年)", "or write growth(now, before)"),
            )
        series = Node("series", known.kind.items, (), arg.id)  # type: ignore[attr-defined]
        return series if name == "history" else Node("growth1", Kind("ratio"), (series,))


def choose(test: Node, yes: Node, no: Node) -> Node:
    """`yes if test else no`, both of one kind."""
    base = common(yes, no, "else")
    many = test.kind.many or yes.kind.many or no.kind.many
    return Node("if", Kind(base, many), (test, yes, no))


def _integer(tree: ast.AST) -> int | None:
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
        inner = _integer(tree.operand)
        return None if inner is None else -inner
    value: Any = tree.value if isinstance(tree, ast.Constant) else None
    return value if type(value) is int else None


_FUNCTIONS = Text("可用的函数：" + "、".join(SIGNATURES), "functions: " + ", ".join(SIGNATURES))
_DEFINE = Text("先在事实表或条款的参数中定义", "define it in a facts file or among the clause's parameters")
_VISITS: dict[type[ast.AST], Callable[[_Typing, Any], Node]] = {
    ast.Name: _Typing.name,
    ast.Constant: _Typing.constant,
    ast.BinOp: _Typing.binary,
    ast.UnaryOp: _Typing.unary,
    ast.BoolOp: _Typing.logic,
    ast.Compare: _Typing.compare,
    ast.IfExp: _Typing.choice,
    ast.Subscript: _Typing.lag,
    ast.Call: _Typing.call,
}
