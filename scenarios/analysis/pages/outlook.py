"""Yearly budget and depletion on a page."""

from typing import Any

from ledger.text import Lang, Text
from scenarios.analysis.outlook import Outlook
from scenarios.analysis.shown import figure, span
from scenarios.report.document import Block, Heading, Paragraph, numbers
from scenarios.report.figures import day
from scenarios.statistics import LEVELS, Depletion, Need, Quantile

_BUDGET = Text(
    "分年所需预算（万元）：足够应付百分之几的情形",
    "Budget needed by year (万元) to suffice in so many of 100 cases",
)
_YEAR = Text("年度|均值", "year|mean")
_BOUND = Text("95% 一档的区间", "interval of the 95 %")
_YEARS = Text(
    "各年分别计算，各年的分位数不能相加。", "Each year by itself: quantiles of years do not add up."
)
_DRY = Text("风险池何时用尽", "When the pool runs dry")
_EVER = Text(
    "用尽的概率 {share}，区间 {span}，{n} 次重复。",
    "Chance that it ever does: {share}, interval {span}, {n} replications.",
)
_DAYS = Text(
    "用尽的情形中，首次用尽日 10% 在 {early} 之前，一半在 {middle} 之前，90% 在 {late} 之前。",
    "Where it does, the first such day is by {early} in 10 %, by {middle} in half, by {late} in 90 %.",
)
_BY = Text("截至|已用尽的概率|区间", "by|chance|interval")
MOST_QUARTERS = 24


def outlook_blocks(found: Outlook, lang: Lang) -> list[Block]:
    """The blocks that the results allow."""
    blocks: list[Block] = []
    if found.budget:
        blocks += [Heading(_BUDGET.say(lang)), _budget(found.budget, lang), Paragraph(_YEARS.say(lang))]
    if found.depletion is not None:
        blocks += _depletion(found.depletion, lang)
    return blocks


def _budget(found: tuple[Need, ...], lang: Lang) -> Block:
    columns = [*_YEAR.say(lang).split("|"), *(f"{level:.0%}" for level in LEVELS), _BOUND.say(lang)]
    rows = [
        [
            str(each.year),
            figure(each.mean.value, "fen"),
            *(figure(level.value, "fen") for level in each.levels),
            _bounds(each.levels[LEVELS.index(0.95)]),
        ]
        for each in found
    ]
    return numbers(columns, rows)


def _bounds(found: Quantile) -> str:
    return f"{figure(found.low, 'fen')} .. {figure(found.high, 'fen')}"


def _depletion(found: Depletion, lang: Lang) -> list[Block]:
    ever = _EVER.say(lang).format(
        share=figure(found.ever.value, "flag"), span=span(found.ever, "flag", lang), n=found.ever.n
    )
    blocks: list[Block] = [Heading(_DRY.say(lang)), Paragraph(ever)]
    if found.days:
        early, middle, late = (day(round(each.value)) for each in found.days)
        blocks.append(Paragraph(_DAYS.say(lang).format(early=early, middle=middle, late=late)))
    if found.by:
        rows = [
            [day(end), figure(each.value, "flag"), span(each, "flag", lang)]
            for end, each in found.by[:MOST_QUARTERS]
        ]
        blocks.append(numbers(_BY.say(lang).split("|"), rows))
    return blocks


def plain_outlook(found: Outlook) -> dict[str, Any]:
    """The same as data."""
    dry = found.depletion
    return {
        "budget": [
            {
                "year": each.year,
                "mean": each.mean.plain(),
                "levels": [level._asdict() for level in each.levels],
            }
            for each in found.budget
        ],
        "depletion": None
        if dry is None
        else {
            "ever": dry.ever.plain(),
            "days": [{**each._asdict(), "day": day(round(each.value))} for each in dry.days],
            "by": [{"day": day(end), **each.plain()} for end, each in dry.by],
        },
    }
