"""The vocabulary: what a case can state, in which unit, and how a stated value is read exactly."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from escrow.catalogue import values
from escrow.clauses.dated import Timeline, is_timeline, timeline
from escrow.clauses.fact_row import FactRow
from escrow.clauses.kinds import Kind
from escrow.clauses.problems import BadFact
from escrow.clauses.scope import Known
from ledger.money import parse_money
from ledger.problem import Problem
from ledger.text import Text

Value = int | Fraction | str | bool
FINEST = 10**6

EXPECTED = {
    "money": values.EXPECTED["money"],
    "usd": Text(
        "美元金额，如 1000万美元 或整数美元", "US dollars such as 1000万美元, or a whole number of dollars"
    ),
    "ratio": Text(
        "比例，如 30%、0.3、1/3；整数只能是 0 或 1",
        "a ratio such as 30%, 0.3 or 1/3; of integers only 0 and 1",
    ),
    "number": Text("不小于零的整数或精确小数", "a whole number or an exact decimal, zero or more"),
    "date": values.EXPECTED["date"],
    "text": Text("文字", "text"),
    "bool": Text("是 / 否", "yes or no (true, false, 是, 否)"),
}
_WHOLE = values.EXPECTED["count"]
_TIMELINE = Text(
    "按日期的值，如 [{from: 2024-07-22, value: …}]，每个日期一个",
    "dated values such as [{from: 2024-07-22, value: ...}], one for each date",
)
_YES = {"true", "yes", "是", "有", "1", "y"}
_NO = {"false", "no", "否", "无", "0", "n", ""}


class ReadFacts(dict[str, Any]):
    """Facts already exact: money in fen, ratios as Fraction, days as ordinals, lists as tuples."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the vocabulary."""

    id: str
    kind: Kind
    series: bool
    title: Text
    certified_by: str
    certifier: Text
    row: FactRow

    @property
    def known(self) -> Known:
        """The type its bare name has in an expression."""
        return Known(self.kind, self.series)

    @property
    def listed(self) -> bool:
        """Whether a case states several values."""
        return self.series or self.kind.many

    @property
    def expected(self) -> Text:
        """What one value of it looks like, with the bounds that it has."""
        word = _WHOLE if self.row.whole else EXPECTED[self.kind.base]
        if self.row.most is not None:
            word = Text(f"{word.zh}，不超过 {self.row.most}", f"{word.en}, at most {self.row.most}")
        if self.row.options:
            options = ", ".join(self.row.options)
            word = Text(f"其中之一：{options}", f"one of: {options}")
        return word

    @property
    def unit(self) -> Text:
        """What to write for it."""
        word = self.expected
        if self.row.dated:
            return Text(f"{word.zh}；或{_TIMELINE.zh}", f"{word.en}; or {_TIMELINE.en}")
        if self.series:
            return Text(f"逐年列表，最近一年在后：{word.zh}", f"a list by year, newest last: {word.en}")
        return Text(f"{word.zh}（列表）", f"a list: {word.en}") if self.listed else word

    def read(self, raw: Any) -> Any:
        """The exact value of what a case states, or its `Timeline`; BadFact when it cannot be read."""
        if self.row.dated and is_timeline(raw):
            return self._timeline(raw)
        if self.listed:
            return tuple(self._one(each) for each in _items(raw))
        if isinstance(raw, list | tuple):
            raise BadFact(fact=self.id, value=raw, expected=self.unit)
        return self._one(raw)

    def _one(self, raw: Any) -> Any:
        try:
            value = READERS[self.kind.base](raw, self.row.signed)
        except (ValueError, Problem, TypeError, ZeroDivisionError):
            raise BadFact(fact=self.id, value=str(raw), expected=self.expected) from None
        if not self._allowed(value):
            raise BadFact(fact=self.id, value=str(raw), expected=self.expected)
        return value

    def _allowed(self, value: Any) -> bool:
        row = self.row
        if row.options and value not in row.options:
            return False
        if row.whole and isinstance(value, Fraction):
            return False
        return row.most is None or value <= READERS[self.kind.base](row.most, False)

    def _timeline(self, raw: Any) -> Timeline:
        try:
            return timeline(raw, self._one)
        except ValueError:
            raise BadFact(fact=self.id, value=str(raw), expected=_TIMELINE) from None


def _items(raw: Any) -> Sequence[Any]:
    if isinstance(raw, list | tuple):
        return raw
    if isinstance(raw, str) and raw.startswith("[") and raw.endswith("]"):
        return [each.strip() for each in raw[1:-1].split(",") if each.strip()]
    if isinstance(raw, str) and (";" in raw or "；" in raw):
        return [each.strip() for each in raw.replace("；", ";").split(";") if each.strip()]
    return [raw]


def read_money(raw: Any, signed: bool = False) -> int:
    """Fen from yuan: an integer, an exact decimal or a text with its unit."""
    if isinstance(raw, Decimal):
        return parse_money(format(raw, "f"), signed=signed)
    return parse_money(raw, signed=signed)


def read_usd(raw: Any, signed: bool = False) -> int:
    """US cents from dollars."""
    if isinstance(raw, str):
        raw = (
            raw.strip().removesuffix("美元").removesuffix("USD").removeprefix("$").removeprefix("USD").strip()
        )
    return read_money(raw, signed)


def read_ratio(raw: Any, signed: bool = False) -> Fraction:
    """An exact ratio; of integers only 0 and 1."""
    if isinstance(raw, Fraction):
        value = raw
    elif isinstance(raw, bool) or not isinstance(raw, int | str | Decimal):
        raise ValueError(raw)
    else:
        value = _ratio(str(raw).strip().replace(" ", ""))
        if isinstance(raw, int) and raw not in (0, 1):
            raise ValueError(raw)
    if value.denominator > FINEST or (value < 0 and not signed):
        raise ValueError(raw)
    return value


def _ratio(text: str) -> Fraction:
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    for end, size in (("%", 100), ("％", 100), ("‰", 1000)):
        if digits.endswith(end):
            return sign * Fraction(digits.removesuffix(end)) * Fraction(1, size)
    return sign * Fraction(digits)


def read_number(raw: Any, signed: bool = False) -> int | Fraction:
    """A whole number, or an exact decimal."""
    if isinstance(raw, bool) or not isinstance(raw, int | str | Decimal | Fraction):
        raise ValueError(raw)
    value = Fraction(raw.strip().replace(",", "") if isinstance(raw, str) else raw)
    if value.denominator > FINEST or (value < 0 and not signed):
        raise ValueError(raw)
    return value.numerator if value.denominator == 1 else value


def read_date(raw: Any, signed: bool = False) -> int:
    """The ordinal of an ISO date."""
    return values.day(raw).toordinal()


def read_text(raw: Any, signed: bool = False) -> str:
    """A text; a number becomes its digits."""
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise ValueError(raw)
    return str(raw).strip()


def read_bool(raw: Any, signed: bool = False) -> bool:
    """Yes or no in the ways tables write it."""
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower() if isinstance(raw, str | int) else None
    if word in _YES:
        return True
    if word in _NO and word:
        return False
    raise ValueError(raw)


READERS: dict[str, Callable[[Any, bool], Value]] = {
    "money": read_money, "usd": read_usd, "ratio": read_ratio, "number": read_number,
    "date": read_date, "text": read_text, "bool": read_bool,
}  # fmt: skip


def shown_raw(value: Any, base: str) -> Any:
    """A typed value in a form that people and JSON read: days as ISO dates, fractions as text."""
    if isinstance(value, tuple):
        return [shown_raw(each, base) for each in value]
    if base == "date" and isinstance(value, int):
        return date.fromordinal(value).isoformat()
    if isinstance(value, str | bool) or value is None:
        return value
    return number_written(value) if base == "number" else values.written(value, base)


def number_written(value: int | Fraction) -> str:
    """A number as people write it: `3`, `29.25`, `1/3`."""
    for places in range(7):
        scaled = value * 10**places
        if scaled == int(scaled):
            digits = f"{abs(int(scaled)):0{places + 1}d}"
            whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
            return f"{'-' if value < 0 else ''}{whole}{'.' if part else ''}{part}"
    return str(value)


def scope_of(facts: Mapping[str, Fact]) -> dict[str, Known]:
    """The facts as names of expressions."""
    return {name: fact.known for name, fact in facts.items()}
