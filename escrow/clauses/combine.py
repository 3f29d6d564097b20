"""Which types may be added, multiplied, compared or chosen between, and what comes of it."""

from escrow.clauses.kinds import BOOL, NUMBER, NUMERIC, PLAIN, Kind, named
from escrow.clauses.tokens import BadExpression
from escrow.clauses.tree import Node, is_zero
from ledger.text import Text

_RATIO_LITERAL = Text("比例请写成百分数，如 20%", "write a ratio as a percentage, such as 20%")
_MONEY_LITERAL = Text("金额请带单位，如 100万元、5元", "give money its unit, such as 100万元 or 5元")
_DOLLARS = Text("先用 yuan(金额, 汇率) 折成人民币", "turn dollars into yuan with yuan(amount, rate)")
_SAME = Text("两边须同类", "both sides must be of one kind")


def refuse(left: Kind, sign: str, right: Kind, advice: Text) -> BadExpression:
    """The complaint about two types that do not go together."""
    a, b = named(left), named(right)
    return BadExpression(
        Text(f"{a.zh} {sign} {b.zh} 没有意义", f"{a.en} {sign} {b.en} has no meaning"), advice
    )


def advice_for(left: Node, right: Node) -> Text:
    """What to write instead, guessed from the two sides."""
    bases = {left.kind.base, right.kind.base}
    if "usd" in bases and "money" in bases:
        return _DOLLARS
    if "money" in bases and bases & set(PLAIN):
        return _MONEY_LITERAL
    return _RATIO_LITERAL if bases == set(PLAIN) else _SAME


def bare_ratio(literal: Node, other: Node) -> bool:
    """Whether an integer literal other than 0 and 1 stands where a ratio is meant."""
    return (
        literal.op == "const"
        and literal.kind == NUMBER
        and other.kind.base == "ratio"
        and literal.value not in (0, 1)
    )


def common(left: Node, right: Node, sign: str) -> str:
    """The base both sides have in common; the literal 0 fits every number."""
    if is_zero(left) and right.kind.base in NUMERIC:
        return right.kind.base
    if is_zero(right) and left.kind.base in NUMERIC:
        return left.kind.base
    a, b = left.kind.base, right.kind.base
    if bare_ratio(left, right) or bare_ratio(right, left):
        raise refuse(left.kind, sign, right.kind, _RATIO_LITERAL)
    if a == b:
        return a
    if {a, b} == set(PLAIN):
        return "ratio"
    raise refuse(left.kind, sign, right.kind, advice_for(left, right))


def added(left: Node, right: Node, sign: str) -> str:
    """The base of a sum or difference."""
    a, b = left.kind.base, right.kind.base
    if a == "date" and b == "number":
        return "date"
    if a == b == "date" and sign == "-":
        return "number"
    base = common(left, right, sign)
    if base not in NUMERIC:
        raise refuse(left.kind, sign, right.kind, _SAME)
    return base


def multiplied(left: Node, right: Node) -> str:
    """The base of a product: money only with plain numbers."""
    a, b = left.kind.base, right.kind.base
    if a in PLAIN and b in PLAIN:
        return "ratio" if "ratio" in (a, b) else "number"
    if a in NUMERIC and b in PLAIN:
        return a
    if a in PLAIN and b in NUMERIC:
        return b
    raise refuse(
        left.kind, "*", right.kind, Text("金额只能乘以比例或数", "money times a ratio or a number only")
    )


def divided(left: Node, right: Node) -> str:
    """The base of a quotient: money by money is a ratio."""
    a, b = left.kind.base, right.kind.base
    if a in ("money", "usd") and a == b:
        return "ratio"
    if a in PLAIN and b in PLAIN:
        return "ratio" if "ratio" in (a, b) else "number"
    if a in NUMERIC and b in PLAIN:
        return a
    raise refuse(left.kind, "/", right.kind, advice_for(left, right))


def compared(left: Node, right: Node, sign: str) -> Kind:
    """Whether two values can be compared with this sign; the result is one bool or a list of them."""
    base = common(left, right, sign)
    if base in ("text", "bool") and sign not in ("==", "!="):
        raise refuse(left.kind, sign, right.kind, Text("文字只能比相等", "texts are only equal or not"))
    return Kind(BOOL.base, left.kind.many or right.kind.many)


def arithmetic(sign: str, left: Node, right: Node) -> Kind:
    """The type of `left sign right`."""
    base = (
        {"+": added, "-": added}[sign](left, right, sign)
        if sign in "+-"
        else {"*": multiplied, "/": divided}[sign](left, right)
    )
    return Kind(base, left.kind.many or right.kind.many)
