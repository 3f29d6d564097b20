"""The kinds of values a scenario holds: money, rates, days, ids; read strictly, written back exactly."""

import re
import unicodedata
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from escrow.catalogue.values import rate as read_rate
from escrow.catalogue.values import written
from ledger.errors import AmountTooLarge, NegativeMoney
from ledger.money import parse_money
from ledger.problem import Problem
from scenarios.spec.nodes import WrittenInt

MAX_ID = 64
EARLIEST, LATEST = date(1990, 1, 1), date(2199, 12, 31)
_BAD_ID = re.compile(r"[/:\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Strict(BaseModel):
    """Base of every model of the file: frozen, no unknown keys, no conversions."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True, validate_by_alias=True
    )


def fault(code: str, **facts: Any) -> PydanticCustomError:
    """A pydantic error that carries one of our wordings."""
    # The template is unused: complain.py says the wording of the code with the facts.
    return PydanticCustomError(code, "fault", facts)


def _folded(raw: str) -> str:
    return unicodedata.normalize("NFKC", raw).strip()


def read_money(raw: object) -> int:
    """Whole fen from `300万`, `1亿`, `1,234.56` as text, or an integer of yuan; never negative."""
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise fault("money", found=_shown(raw))
    try:
        return parse_money(raw if isinstance(raw, str) else int(raw))
    except NegativeMoney:
        raise fault("money_negative", found=_shown(raw)) from None
    except AmountTooLarge:
        raise fault("money_too_large", found=_shown(raw)) from None
    except Problem:
        raise fault("money", found=_shown(raw)) from None


def yuan(fen: int) -> str:
    """Fen as text of yuan without rounding: `6000000`, `1234.56`."""
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)


def _read_ratio(raw: object, most: int) -> Fraction:
    if isinstance(raw, str) and _folded(raw).startswith("-"):
        raise fault("rate_range", found=raw, most=most * 100)
    try:
        value = read_rate(raw)
    except ValueError:
        raise fault("rate", found=_shown(raw)) from None
    if value > most:
        raise fault("rate_range", found=_shown(raw), most=most * 100)
    return value


def read_share(raw: object) -> Fraction:
    """An exact share from 0 to 1: `30%`, `1/3`, `0.3` as text, or the integers 0 and 1."""
    return _read_ratio(raw, 1)


def read_factor(raw: object) -> Fraction:
    """An exact factor from 0 to 100 as text: `150%`, `3/2`; or the integers 0 and 1."""
    return _read_ratio(raw, 100)


def rate_text(value: Fraction) -> str:
    """A rate as people write it: `30%`, `1/3`."""
    return written(value, "rate")


def read_budget(raw: object) -> int | Fraction:
    """Money (fen), or text with % or / as a multiple of instalment 1."""
    if isinstance(raw, str) and re.search(r"[%‰/]", _folded(raw)):
        return _read_ratio(raw, 100)
    return read_money(raw)


def _budget_text(value: int | Fraction) -> str:
    return rate_text(value) if isinstance(value, Fraction) else yuan(value)


def read_day(raw: object) -> date:
    """A calendar day `2025-03-14`."""
    if type(raw) is date:
        return raw
    text = raw.strip() if isinstance(raw, str) else ""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        day = date.fromisoformat(text)
    except ValueError:
        raise fault("day", found=_shown(raw)) from None
    if not EARLIEST <= day <= LATEST:
        raise fault("day_range", found=text)
    return day


def ordinal(day: date | None) -> int | None:
    """The proleptic ordinal of a day that may not be stated."""
    return None if day is None else day.toordinal()


def read_id(raw: object) -> str:
    """An id of 1 to 64 characters without `/`, `:` or control characters; Chinese is welcome."""
    if isinstance(raw, WrittenInt):
        raw = raw.written
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    if not isinstance(raw, str):
        raise fault("id", found=_shown(raw))
    text = unicodedata.normalize("NFC", raw)
    blank = any(c.isspace() or not c.isprintable() for c in text)  # the ledger's accounts hold neither
    if not text or blank or len(text) > MAX_ID or _BAD_ID.search(text):
        raise fault("id", found=_shown(raw))
    return text


def _shown(raw: object) -> str:
    """A short, printable picture of what was found."""
    text = "null" if raw is None else str(raw).lower() if isinstance(raw, bool) else str(raw)
    safe = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
    return safe if len(safe) <= 60 else safe[:57] + "..."


_MONEY_TEXT = (
    r"^\s*(¥|[Cc][Nn][Yy]|[Rr][Mm][Bb])?\s*[0-9][0-9,]*([.][0-9]+)?"
    r"\s*(万|亿|wan|yi|thousand|million|billion)?\s*(元|yuan|[Cc][Nn][Yy]|[Rr][Mm][Bb])?\s*$"
)
_RATE_TEXT = r"^\s*\d[\d,]*(\.\d+)?\s*([%‰]|/\s*\d+)?\s*$"
MONEY_SCHEMA: dict[str, Any] = {
    "description": "金额：整数元，或文字如 300万、1亿、1234.56 / whole yuan, or text such as 300万",
    "oneOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": _MONEY_TEXT}],
}
_RATE_SCHEMA = {
    "description": "比例：文字如 30%、1/3，或整数 0、1 / a rate: text such as 30% or 1/3, or 0 or 1",
    "oneOf": [{"type": "integer", "enum": [0, 1]}, {"type": "string", "pattern": _RATE_TEXT}],
}
_FACTOR_SCHEMA = {
    "description": "倍数：文字如 150%、3/2 / a factor: text such as 150% or 3/2",
    "oneOf": _RATE_SCHEMA["oneOf"],
}
_DAY_SCHEMA = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_ID_TEXT = r"^[^/:\u0000-\u001f]{1,64}$"
_ID_SCHEMA = {"oneOf": [{"type": "string", "pattern": _ID_TEXT}, {"type": "integer"}]}
_BUDGET_SCHEMA = {
    "description": "金额，或首笔合作经费的倍数如 100% / money, or a multiple of instalment 1 such as 100%",
    "oneOf": [{"type": "integer", "minimum": 0}, {"type": "string"}],
}

Money = Annotated[int, PlainValidator(read_money), PlainSerializer(yuan), WithJsonSchema(MONEY_SCHEMA)]
"""Money in fen."""
Share = Annotated[
    Fraction, PlainValidator(read_share), PlainSerializer(rate_text), WithJsonSchema(_RATE_SCHEMA)
]
"""An exact rate from 0 to 1."""
Factor = Annotated[
    Fraction, PlainValidator(read_factor), PlainSerializer(rate_text), WithJsonSchema(_FACTOR_SCHEMA)
]
"""An exact factor from 0 to 100."""
Budget = Annotated[
    int | Fraction, PlainValidator(read_budget), PlainSerializer(_budget_text), WithJsonSchema(_BUDGET_SCHEMA)
]
"""Fen, or a multiple of instalment 1."""
Day = Annotated[date, PlainValidator(read_day), PlainSerializer(date.isoformat), WithJsonSchema(_DAY_SCHEMA)]
"""A calendar day."""
Id = Annotated[str, PlainValidator(read_id), WithJsonSchema(_ID_SCHEMA)]
"""The id of a project, enterprise, platform or insurer."""
