"""Values as people write them, read exactly: `300万`, `1亿`, `30%`, `90天`, `2025-03-09`, `12-20`.

Every reader takes what the file or the command line gave and returns int, Fraction, date or text;
it raises `ValueError` whose only argument is a `Text` saying what would have been right.
Floats are refused everywhere: binary fractions cannot hold fen or rates.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from fractions import Fraction

from ledger.money import parse_money, short_money
from ledger.problem import Problem
from ledger.text import Text

Value = int | Fraction | date | str | None
MAX_DENOMINATOR = 10**4

_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
_PERCENT = re.compile(rf"({_NUMBER})([%‰])")
_SHARE = re.compile(r"([0-9]{1,9})(?:\s*/\s*(0*[1-9][0-9]{0,8})|(\.[0-9]{1,9}))?")
_DAYS = re.compile(r"([0-9]{1,6})\s*(?:天|日|days?)?")
_COUNT = re.compile(r"[0-9]{1,9}")
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")

EXPECTED = {
    "money": Text("金额，如 300万、1亿、12.5万，或整数元（10^14 分以内）",
                  "money such as 300万, 1亿, 12.5万, or a whole number of yuan (at most 10^14 fen)"),
    "rate": Text("比例，如 30%、1/3（分母不超过 10000）；整数只能是 0 或 1",
                 "a rate such as 30% or 1/3 (denominator at most 10,000); of integers only 0 and 1"),
    "days": Text("天数，如 90 或 90天", "a number of days, such as 90"),
    "count": Text("非负整数", "a whole number, zero or more"),
    "date": Text("日期，如 2025-03-09", "a date such as 2025-03-09"),
    "month_day": Text("月-日，如 12-20", "month and day such as 12-20"),
    "text": Text("文字", "text"),
}  # fmt: skip


def money(raw: object) -> int:
    """Whole fen (分) from `300万`, `1亿`, `12,345.67元` or an integer of yuan; never negative."""
    try:
        return parse_money(raw)  # type: ignore[arg-type]  # it refuses other types itself
    except Problem:
        raise ValueError(EXPECTED["money"]) from None


def rate(raw: object) -> Fraction:
    """An exact ratio from `30%`, `5‰`, `1/3` or `0.3` as text; of integers only 0 and 1."""
    text = _text(raw, "rate")
    if found := _PERCENT.fullmatch(text):
        value = Fraction(found[1]) / (100 if found[2] == "%" else 1000)
    elif found := _SHARE.fullmatch(text):
        value = Fraction(text.replace(" ", ""))
        if not (found[2] or found[3]) and value > 1:
            raise ValueError(EXPECTED["rate"])
    else:
        raise ValueError(EXPECTED["rate"])
    if value.denominator > MAX_DENOMINATOR or value > MAX_DENOMINATOR:
        raise ValueError(EXPECTED["rate"])
    return value


def days(raw: object) -> int:
    """A number of days from `90`, `90天` or `90 days`."""
    found = _DAYS.fullmatch(_text(raw, "days"))
    if not found:
        raise ValueError(EXPECTED["days"])
    return int(found[1])


def count(raw: object) -> int:
    """A whole number, zero or more."""
    text = _text(raw, "count")
    if not _COUNT.fullmatch(text):
        raise ValueError(EXPECTED["count"])
    return int(text)


def day(raw: object) -> date:
    """A calendar day from `2025-03-09`."""
    if type(raw) is date:
        return raw
    try:
        text = _text(raw, "date")
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(EXPECTED["date"]) from None


def month_day(raw: object) -> str:
    """A day of any year as `MM-DD`; 29 February is refused because most years lack it."""
    found = _MONTH_DAY.fullmatch(_text(raw, "month_day"))
    try:
        if not found:
            raise ValueError
        date(2025, int(found[1]), int(found[2]))
    except ValueError:
        raise ValueError(EXPECTED["month_day"]) from None
    return found[0]


def words(raw: object) -> str:
    """Any text of one line."""
    if not isinstance(raw, str) or not raw.strip() or "\n" in raw:
        raise ValueError(EXPECTED["text"])
    return raw.strip()


READERS: dict[str, Callable[[object], Value]] = {
    "money": money, "rate": rate, "days": days, "count": count,
    "date": day, "month_day": month_day, "text": words,
}  # fmt: skip


def _text(raw: object, unit: str) -> str:
    """Full-width digits and signs folded; integers become text; anything else is refused."""
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise ValueError(EXPECTED[unit])
    return unicodedata.normalize("NFKC", str(raw)).strip() if isinstance(raw, str) else str(raw)


def written(value: Value, unit: str) -> str:
    """The shortest way people write `value`: `300万`, `30%`, `2025-03-09`, `none`."""
    if value is None:
        return "none"
    if unit == "money" and isinstance(value, int):
        return short_money(value)
    if isinstance(value, Fraction):
        return _written_rate(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _written_rate(value: Fraction) -> str:
    percent = value * 100
    exact = 10**6 % percent.denominator == 0
    return f"{_decimal(percent)}%" if exact else f"{value.numerator}/{value.denominator}"


def _decimal(value: Fraction) -> str:
    digits = next(n for n in range(8) if (value * 10**n).denominator == 1)
    whole, rest = divmod(int(value * 10**digits), 10**digits)
    return f"{whole}.{rest:0{digits}d}" if digits else str(whole)
