"""Words that every page of differences needs."""

import math

from ledger.text import Lang, Text
from scenarios.statistics import Several

_TOGETHER = Text(
    "区间为 {level}，逐项计算。共比较 {compared} 项，即使毫无差别，偶然也会有约 {chance} 项看似明确；实际 "
    "{clear} 项单独看明确，合并考虑（Holm 法）后 {holds} 项。",
    " Intervals are {level} each. Of {compared} comparisons about {chance} would look clear by chance if "
    "nothing differed; {clear} are clear alone, {holds} when judged together (Holm).",
)
_TIMES = "{0}x"


def together(judged: Several, confidence: float, lang: Lang) -> str:
    """How many comparisons there are, and how many one may believe."""
    return _TOGETHER.say(lang).format(
        level=f"{confidence * 100:g}%",
        compared=judged.compared,
        chance=f"{judged.by_chance:.1f}",
        clear=judged.clear,
        holds=sum(judged.holds),
    )


def times(reduction: float | None) -> str:
    """A variance reduction: 12.3x; a dash where nothing varies."""
    if reduction is None:
        return "-"
    if math.isinf(reduction):
        return "∞"
    return _TIMES.format(f"{reduction:,.1f}" if reduction < 1000 else f"{reduction:,.0f}")
