"""The values a search may try: whole 万元, basis points or days, written as a scenario file writes them."""

import re
from typing import NamedTuple

from ledger.money import FEN_PER_YUAN, parse_money, short_money
from ledger.problem import Problem
from scenarios.analysis.problems import BadRange

WAN_FEN = 10_000 * FEN_PER_YUAN
_WHOLE = re.compile(r"\d+")
_PERCENT = re.compile(r"(\d+)(?:\.(\d{1,2}))?%")


class Scale(NamedTuple):
    """Whole steps from `low` to `high`: of 万元 (`money`), of 0.01 % (`rate`) or of one (`count`)."""

    kind: str
    low: int
    high: int

    def text(self, step: int) -> str:
        """The value as it is written in a scenario."""
        if self.kind == "money":
            return short_money(step * WAN_FEN)
        if self.kind == "rate":
            whole, part = divmod(step, 100)
            decimals = f"{part:02d}".rstrip("0")
            return f"{whole}.{decimals}%" if decimals else f"{whole}%"
        return str(step)


def scale(low: str, high: str) -> Scale:
    """The range between two texts of one unit; BadRange."""
    first, last = _read(low), _read(high)
    if first is None or last is None or first[0] != last[0] or first[1] >= last[1]:
        raise BadRange(low=low, high=high)
    return Scale(first[0], first[1], last[1])


def _read(text: str) -> tuple[str, int] | None:
    text = text.strip()
    if _WHOLE.fullmatch(text):
        return "count", int(text)
    percent = _PERCENT.fullmatch(text)
    if percent:
        return "rate", int(percent[1]) * 100 + int((percent[2] or "").ljust(2, "0"))
    try:
        wan, rest = divmod(parse_money(text), WAN_FEN)
    except Problem:
        return None
    return None if rest else ("money", wan)
