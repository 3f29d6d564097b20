"""Cells as the scenario file writes them: money, ratio, number, date, truth and text, read exactly.

A reader takes what a table or YAML holds and gives the canonical form; NotThis says what was expected.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from ledger.money import parse_money
from ledger.problem import Problem
from ledger.text import Text
from scenarios.spec.fields import rate_text, yuan

Plain = str | int | bool
SERIAL_ZERO = date(1899, 12, 30)  # day 0 of Excel's calendar, its leap day of 1900 included
_SERIALS = range(32874, 109_574)  # 1990 to 2199
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_TRUE = frozenset({"是", "有", "true", "yes", "y", "1", "√"})
_FALSE = frozenset({"否", "无", "false", "no", "n", "0", "×"})
SCALES = {"元": 1, "万元": 10**4, "亿元": 10**8, "万": 10**4, "亿": 10**8, "yuan": 1, "wan": 10**4}
CENTS = {"美元": 1, "万美元": 10**4, "usd": 1}
EXPECTED = {
    "money": Text("金额，如 1234.56（元）或 300万，最多到分", "money such as 1234.56 (yuan) or 300万"),
    "usd": Text("美元金额，如 1234.56", "US dollars such as 1234.56"),
    "ratio": Text("比例，如 5%、0.05、1/3", "a ratio such as 5%, 0.05 or 1/3"),
    "number": Text("数，如 3 或 1.5", "a number such as 3 or 1.5"),
    "date": Text("日期，如 2024-06-10，或 Excel 日期", "a day such as 2024-06-10, or an Excel date"),
    "bool": Text("是 或 否", "yes or no (是 or 否)"),
    "text": Text("文字", "text"),
}


class NotThis(ValueError):
    """The cell is not of its kind."""

    def __init__(self, kind: str, expected: Text | None = None) -> None:
        super().__init__(kind)
        self.expected = expected or EXPECTED[kind]


def folded(raw: object) -> str:
    """Text with full-width characters made narrow and blanks cut off."""
    return unicodedata.normalize("NFKC", str(raw)).strip()


def exact(raw: object) -> Decimal | None:
    """A number without noise: Excel keeps 15 digits, so a float is read as those 15."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int):
        return Decimal(int(raw))
    text = format(raw, ".15g") if isinstance(raw, float) else folded(raw)
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def money(raw: object, unit: str = "") -> str:
    """Yuan as text, to the fen; a bare number counts in `unit` (yuan without one)."""
    number = exact(raw)
    if number is None:
        try:
            return yuan(parse_money(folded(raw)))
        except Problem:
            raise NotThis("money") from None
    fen = number * SCALES.get(unit, 1) * 100
    if fen != fen.to_integral_value() or not 0 <= fen <= 10**14:
        raise NotThis("money")
    return yuan(int(fen))


def usd(raw: object, unit: str = "") -> str:
    """Dollars as text, to the cent."""
    number = exact(raw)
    if number is None:
        number = exact(folded(raw).removesuffix("美元").removesuffix("USD").strip())
    cents = None if number is None else number * CENTS.get(unit, 1) * 100
    if cents is None or cents != cents.to_integral_value() or not 0 <= cents <= 10**14:
        raise NotThis("usd")
    return yuan(int(cents))


def ratio(raw: object, unit: str = "") -> str:
    """An exact ratio as `5%` or `1/3`; whole numbers above 1 need a percent sign or the unit %."""
    number, text = exact(raw), folded(raw)
    if unit == "%" and number is not None:
        return rate_text(Fraction(number) / 100)
    if number is not None:
        if number < 0 or (number > 1 and number == number.to_integral_value() and "." not in text):
            raise NotThis("ratio")
        return rate_text(Fraction(number))
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)\s*([%‰])", text):
        return rate_text(Fraction(found[1]) / (100 if found[2] == "%" else 1000))
    if found := re.fullmatch(r"(\d+)\s*/\s*(0*[1-9]\d*)", text):
        return rate_text(Fraction(int(found[1]), int(found[2])))
    raise NotThis("ratio")


def number(raw: object, unit: str = "") -> Plain:
    """A whole number as it is, another as decimal text."""
    found = exact(raw)
    if found is None:
        raise NotThis("number")
    whole = found == found.to_integral_value()
    return int(found) if whole else format(found.normalize(), "f")


def day(raw: object, unit: str = "") -> str:
    """An ISO day from text, from a date of a spreadsheet, or from its serial number."""
    if isinstance(raw, datetime):
        if raw.hour or raw.minute or raw.second:
            raise NotThis("date")
        return raw.date().isoformat()
    if isinstance(raw, date):
        return raw.isoformat()
    text = folded(raw)
    found = _DAY.fullmatch(text) or _COMPACT.fullmatch(text)
    try:
        if found:
            return date(*(int(part) for part in found.groups())).isoformat()
        if unit == "serial" and text.isdigit() and int(text) in _SERIALS:
            return (SERIAL_ZERO + timedelta(days=int(text))).isoformat()
    except ValueError:
        pass
    raise NotThis("date")


def truth(raw: object, unit: str = "") -> bool:
    """是 or 否, in the usual spellings."""
    said = folded(raw).lower()
    if said in _TRUE:
        return True
    if said in _FALSE:
        return False
    raise NotThis("bool")


def words(raw: object, unit: str = "") -> str:
    """Text as it stands, in the form all other texts have."""
    text = unicodedata.normalize("NFC", str(raw)).strip()
    if not text or isinstance(raw, bool | float):
        raise NotThis("text")
    return text


Reader = Callable[[object, str], Plain]
READERS: dict[str, Reader] = {
    "money": money,
    "usd": usd,
    "ratio": ratio,
    "number": number,
    "date": day,
    "bool": truth,
    "text": words,
}
