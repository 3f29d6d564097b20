"""How figures are printed: 万元 with two decimals in tables, 元 with fen in vouchers; never a float."""

from datetime import date
from fractions import Fraction

from ledger.money import in_wan, yuan

__all__ = ["day", "percent", "rounded", "times", "wan", "yuan"]


def wan(fen: int) -> str:
    """Fen as 万元 with two decimals, half away from zero: 600000000 -> "600.00"."""
    return in_wan(fen)


def percent(share: Fraction | None) -> str:
    """A share in percent with one decimal; a dash when undefined."""
    return "-" if share is None else f"{_fixed(share * 100, 1)}%"


def times(ratio: Fraction | None) -> str:
    """A ratio with two decimals; a dash when undefined."""
    return "-" if ratio is None else _fixed(ratio, 2)


def rounded(fen: Fraction | None) -> int | None:
    """A fraction of fen to the nearest fen, half away from zero; None stays None."""
    if fen is None:
        return None
    nearest = int(abs(fen) + Fraction(1, 2))
    return nearest if fen >= 0 else -nearest


def day(ordinal: int) -> str:
    """A day as an ISO date."""
    return date.fromordinal(ordinal).isoformat()


def _fixed(value: Fraction, places: int) -> str:
    scaled = rounded(value * 10**places) or 0
    whole, rest = divmod(abs(scaled), 10**places)
    return f"{'-' if scaled < 0 else ''}{whole:,}.{rest:0{places}d}"
