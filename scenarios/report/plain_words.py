"""Codes of a description in the words of a page."""

from collections.abc import Mapping
from typing import Any

from escrow.programmes.words import EVENTS, PER, SHORT
from ledger.text import Lang, Text

UNITS = {
    "money": Text("金额（元）", "money (yuan)"),
    "usd": Text("美元", "US dollars"),
    "ratio": Text("比例", "ratio"),
    "rate": Text("比例", "rate"),
    "number": Text("数", "number"),
    "date": Text("日期", "date"),
    "text": Text("文字", "text"),
    "bool": Text("是 / 否", "yes or no"),
}
STATUSES = {
    "in_force": Text("正式文件", "issued"),
    "draft": Text("草案（征求意见稿）", "draft for comment"),
}
PICKS = {
    "highest": Text("取最高的一项", "the highest"),
    "first": Text("取先得的一项", "the first"),
    "sum": Text("合计", "the sum"),
    "top_up": Text("补足差额", "topped up to the higher"),
}
AT = {"award": Text("核定时", "award"), "payment": Text("付款时", "payment")}
REST = Text("其余", "the rest")
OPEN_END = Text("不限", "open")


def day_or_blank(day: str | None) -> str:
    """A day; blank where the end is open."""
    return "" if day in (None, "none") else str(day)


def term(valid: Mapping[str, str | None], lang: Lang) -> str:
    """From when to when; an open end in words."""
    first, last = (day_or_blank(valid[key]) or OPEN_END.say(lang) for key in ("from", "to"))
    return OPEN_END.say(lang) if first == last else f"{first} .. {last}"


def said(words: Mapping[str, Text], code: Any, lang: Lang) -> str:
    """A code in words, or, where there are none for it, the code."""
    return words[code].say(lang) if code in words else str(code)


def per(codes: str, lang: Lang) -> str:
    """`enterprise, year` in words."""
    return ", ".join(said(PER, code, lang) for code in codes.split(", "))


def pool(row: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """A limit with its codes in words."""
    words = {"per": per(row["per"], lang), "at": said(AT, row["at"], lang)}
    return {**row, **words, "short": said(SHORT, row["short"], lang)}


def stage(row: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """A stage with its event and share in words."""
    share = REST.say(lang) if row["share"] == "rest" else row["share"]
    return {**row, "event": said(EVENTS, row["event"], lang), "share": share}
