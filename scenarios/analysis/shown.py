"""Estimates as a reader sees them: 万元, percent, days, with as many digits as mean something."""

import math
from collections.abc import Mapping

from ledger.text import Lang, Text
from scenarios.analysis.measures import Measure
from scenarios.report.figures import wan
from scenarios.statistics import Estimate
from scenarios.sweep.axes import AS_STATED

UNKNOWN = "-"
_UNITS = {
    "fen": Text("万元", "万元"),
    "flag": Text("占比", "share"),
    "share": Text("", ""),
    "ratio": Text("", ""),
    "days": Text("天", "days"),
    "count": Text("", ""),
}
_POINTS = Text("点", "pp")
_TO = Text("{low} 至 {high}", "{low} to {high}")


def figure(value: float | None, unit: str) -> str:
    """One number: 万元 for money, percent for shares, else decimals; a dash when unknown."""
    if value is None or not math.isfinite(value):
        return UNKNOWN
    if unit == "fen":
        return wan(round(value))
    if unit in ("flag", "share"):
        return f"{zero(value * 100, 1):,.1f}%"
    places = 1 if unit == "days" else 3 if unit == "ratio" else 2
    return f"{zero(value, places):,.{places}f}"


def change(value: float | None, unit: str, lang: Lang) -> str:
    """A difference with its sign; of shares in percentage points."""
    said = figure(value, unit)
    if value is None or said == UNKNOWN:
        return said
    if unit in ("flag", "share"):
        said = said.replace("%", _POINTS.say(lang))
    return f"+{said}" if value > 0 else said


def span(found: Estimate, unit: str, lang: Lang, signed: bool = False) -> str:
    """The interval of a level, or of a difference."""
    if not math.isfinite(found.low) or not math.isfinite(found.high):
        return UNKNOWN
    ends = (found.low, found.high)
    low, high = (change(end, unit, lang) if signed else figure(end, unit) for end in ends)
    return _TO.say(lang).format(low=low, high=high)


def give(found: Estimate, unit: str, lang: Lang) -> str:
    """A difference with half of its interval: `+645.54 ±12.30`."""
    half = figure(found.half_width, unit).removesuffix("%")
    said = change(found.value, unit, lang)
    return said if half == UNKNOWN else f"{said} ±{half}"


def titled(asked: Measure, lang: Lang) -> str:
    """The measure with its unit."""
    unit = _UNITS.get(asked.unit, Text("", "")).say(lang)
    return f"{asked.title.say(lang)} ({unit})" if unit else asked.title.say(lang)


def point_name(point: Mapping[str, str], lang: Lang) -> str:
    """A design point in words: what it changes."""
    changed = [f"{name}={value}" for name, value in point.items() if value != AS_STATED.text]
    return ", ".join(changed) or _ONLY.say(lang)


def zero(value: float, places: int) -> float:
    """The number rounded, without a sign before zero."""
    return round(value, places) + 0.0


def numbered(number: int, point: Mapping[str, str], lang: Lang) -> str:
    """A design point with its number, by which others call it."""
    return f"{number}: {point_name(point, lang)}"


_ONLY = Text("情景本身", "the scenario as it stands")
