"""Literals with units in an expression: `100万元`, `20%`, `2024-11-25`, turned into plain names.

Python's grammar has no such literals, so each is replaced by a name it cannot otherwise contain
and kept beside the text.
"""

import re
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from escrow.catalogue.values import MAX_DENOMINATOR
from escrow.clauses.kinds import DATE, MONEY, RATIO, USD, Kind
from ledger.money import parse_money
from ledger.problem import Problem
from ledger.text import Text

_TOKEN = re.compile(
    r"""(?P<text>'[^']*'|"[^"]*")
      |(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])
      |(?<![\w.])(?P<number>[0-9][0-9_]*(?:,[0-9]{3})*(?:\.[0-9]+)?)\s?(?P<unit>万美元|亿美元|美元|万元|亿元|元|万|亿|[%‰])
      |(?<![\w.])(?P<decimal>[0-9]*\.[0-9]+)
      |(?P<odd>[（），；：“”‘’＞＜≥≤＝])""",
    re.VERBOSE,
)
MARK = "literal__"


class BadExpression(Exception):
    """A fault inside an expression: what is wrong and what would be right."""

    def __init__(self, fault: Text, advice: Text) -> None:
        super().__init__(fault, advice)
        self.fault, self.advice = fault, advice


class Literal(NamedTuple):
    """A value with its type."""

    kind: Kind
    value: int | Fraction


def extract(text: str) -> tuple[str, list[Literal]]:
    """The expression with its unit literals replaced by names, and those literals in order."""
    found: list[Literal] = []

    def replaced(match: re.Match[str]) -> str:
        literal = _literal(match)
        if literal is None:
            return match[0]
        found.append(literal)
        return f" {MARK}{len(found) - 1} "

    return _TOKEN.sub(replaced, text), found


def _literal(match: re.Match[str]) -> Literal | None:
    if match["date"]:
        return Literal(DATE, _day(match["date"]))
    if match["unit"]:
        return _with_unit(match["number"].replace("_", ""), match["unit"])
    if match["decimal"]:
        said = Text(f"小数 {match[0]} 没有单位", f"the decimal {match[0]} has no unit")
        raise BadExpression(
            said, Text("请写成百分数（如 50%）或参数", "write a percentage such as 50%, or a parameter")
        )
    if match["odd"]:
        said = Text(f"全角符号 {match[0]}", f"the full-width sign {match[0]}")
        raise BadExpression(said, Text("请用半角符号", "use the plain ASCII sign"))
    return None


def _with_unit(number: str, unit: str) -> Literal:
    if unit in "%‰":
        value = Fraction(number.replace(",", "")) * Fraction(1, 100 if unit == "%" else 1000)
        if value.denominator > MAX_DENOMINATOR:
            raise BadExpression(
                Text("比例过细", "too fine a ratio"), Text("分母不超过 10000", "denominator at most 10,000")
            )
        return Literal(RATIO, value)
    kind = USD if unit.endswith("美元") else MONEY
    try:
        return Literal(kind, parse_money(number + unit.removesuffix("美元").removesuffix("元")))
    except Problem as problem:
        raise BadExpression(
            Text(problem.say("zh"), problem.say("en")), Text(problem.advise("zh"), problem.advise("en"))
        ) from None


def _day(text: str) -> int:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        raise BadExpression(
            Text(f"{text} 不是日期", f"{text} is no date"), Text("如 2024-11-25", "such as 2024-11-25")
        ) from None
