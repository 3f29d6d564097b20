"""Exact values for a reader: money with its unit, days as dates, ratios as percentages."""

from datetime import date
from fractions import Fraction
from typing import Any

from escrow.catalogue.values import written
from escrow.clauses.facts import number_written
from ledger.money import show_money
from ledger.text import Lang, Text

_ARTICLE = Text("第{number}条", "article {number}")


def shown(value: Any, base: str, lang: Lang = "zh") -> str:
    """An exact value for a reader."""
    if isinstance(value, tuple | list):
        return (
            "、".join(shown(each, base, lang) for each in value)
            if lang == "zh"
            else ", ".join(shown(each, base, lang) for each in value)
        )
    if isinstance(value, bool):
        return ("是" if value else "否") if lang == "zh" else ("yes" if value else "no")
    if base == "date" and type(value) is int:
        return date.fromordinal(value).isoformat()
    if base == "usd":
        return (
            f"{_money(value, lang)[:-1]}美元" if lang == "zh" else _money(value, lang).replace("CNY", "USD")
        )
    if base == "money":
        return _money(value, lang)
    if base == "number":
        return number_written(value)
    return str(value) if base == "text" or not isinstance(value, Fraction) else written(value, "rate")


def article(number: str, lang: Lang) -> str:
    """An article as it is cited: `第43条` where the paper only numbers it, else the paper's own words."""
    return _ARTICLE.say(lang).format(number=number) if number.isdecimal() else number


def _money(value: Any, lang: Lang) -> str:
    if isinstance(value, Fraction) and value.denominator != 1:
        whole = int(value // 1)
        part = value - whole
        return (
            f"{show_money(whole, lang)}+{part.numerator}/{part.denominator}分"
            if lang == "zh"
            else (f"{show_money(whole, lang)} and {part.numerator}/{part.denominator} fen")
        )
    return show_money(int(value), lang)
