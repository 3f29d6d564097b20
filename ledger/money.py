"""Whole fen: reading and writing 元, 万, 亿; every rounding has a name."""

import re
import unicodedata
from enum import Enum

from ledger.check import LIMIT_FEN
from ledger.errors import AmountTooLarge, BadMoney, NegativeMoney, NotWholeFen
from ledger.text import Lang

FEN_PER_YUAN = 100
_UNITS = {
    "": 1,
    "万": 10**4,
    "亿": 10**8,
    "wan": 10**4,
    "yi": 10**8,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
_MONEY = re.compile(
    r"(?P<mark>¥|cny|rmb)?\s*(?P<sign>[-−]?)(?P<whole>[0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.(?P<part>[0-9]+))?"
    r"\s*(?P<unit>万|亿|wan|yi|thousand|million|billion)?\s*(元|yuan|cny|rmb)?",
    re.IGNORECASE,
)
_LONGEST = 40


class Rounding(Enum):
    """How a fraction of a unit becomes whole."""

    DOWN = "down"  # towards zero 舍去
    UP = "up"  # away from zero 进一
    HALF_UP = "half_up"  # half away from zero 四舍五入
    EXACT = "exact"  # a remainder is a fault


def divide(amount: int, by: int, rounding: Rounding) -> int:
    """`amount` divided by a positive `by`, whole; NotWholeFen for a remainder under EXACT."""
    quotient, rest = divmod(abs(amount), by)
    if rest and rounding is Rounding.EXACT:
        raise NotWholeFen(value=f"{amount}/{by}")
    up = rounding is Rounding.UP or (rounding is Rounding.HALF_UP and 2 * rest >= by)
    quotient += bool(rest) and up
    return quotient if amount >= 0 else -quotient


def parse_money(value: str | int, *, signed: bool = False) -> int:
    """Fen from a text such as `300万`, `1亿元`, `1,000.05`, `CNY 3 million`, or an integer of yuan.

    Raises NotWholeFen (floats, parts of a fen), BadMoney, NegativeMoney unless `signed`, and
    AmountTooLarge beyond 10^14 fen.
    """
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise NotWholeFen(value=repr(value))
    fen = value * FEN_PER_YUAN if isinstance(value, int) else _read(value)
    if fen < 0 and not signed:
        raise NegativeMoney(value=value)
    if abs(fen) > LIMIT_FEN:
        raise AmountTooLarge(value=value)
    return fen


def yuan(fen: int) -> str:
    """The exact amount in yuan with thousands commas: `1,000.05`, `-3,000,000.00`."""
    whole, part = divmod(abs(fen), FEN_PER_YUAN)
    return f"{'-' if fen < 0 else ''}{whole:,}.{part:02d}"


def show_money(fen: int, lang: Lang = "zh") -> str:
    """The exact amount for a reader: `1,000.05元` or `CNY 1,000.05`."""
    return f"{yuan(fen)}元" if lang == "zh" else f"CNY {yuan(fen)}"


def short_money(fen: int) -> str:
    """The exact amount in its shortest unit: `300万`, `1.5亿`, `1,000.05`. `parse_money` reads it back."""
    for unit in ("亿", "万"):
        size = FEN_PER_YUAN * _UNITS[unit]
        whole, rest = divmod(abs(fen), size)
        decimals = f"{rest:0{len(str(size)) - 1}d}".rstrip("0")
        if whole and len(decimals) <= 2:
            return f"{'-' if fen < 0 else ''}{whole:,}{'.' if decimals else ''}{decimals}{unit}"
    return yuan(fen).removesuffix(".00")


def in_wan(fen: int, places: int = 2, rounding: Rounding = Rounding.HALF_UP) -> str:
    """The amount in 万元 to `places` decimals, for tables: `1,234.57`. Not exact: never parse it back."""
    scaled = divide(fen * 10**places, FEN_PER_YUAN * _UNITS["万"], rounding)
    whole, part = divmod(abs(scaled), 10**places)
    decimals = f".{part:0{places}d}" if places else ""
    return f"{'-' if scaled < 0 else ''}{whole:,}{decimals}"


def _read(text: str) -> int:
    folded = unicodedata.normalize("NFKC", text).strip()
    found = _MONEY.fullmatch(folded) if len(folded) <= _LONGEST else None
    if found is None:
        raise BadMoney(value=text[:_LONGEST])
    part = found["part"] or ""
    digits = int(found["whole"].replace(",", "") + part)
    unit: str = (found["unit"] or "").lower()
    size: int = 10 ** len(part)
    fen, rest = divmod(digits * FEN_PER_YUAN * _UNITS[unit], size)
    if rest:
        raise NotWholeFen(value=text)
    return -fen if found["sign"] else fen
