"""A search on a page: the answer first, then everything tried."""

from typing import Any

from ledger.text import Lang, Text
from scenarios.analysis.shown import figure, span
from scenarios.analysis.solve import ENDINGS, Ending, Solution, Tried
from scenarios.report.document import Block, Document, Heading, Paragraph, Table

_TITLE = Text("{knob}：守住 {bound}", "{knob} that keeps {bound}")
_ANSWER = {
    True: Text("最小的 {knob} 是 {value}。", "The smallest {knob} is {value}."),
    False: Text("最大的 {knob} 是 {value}。", "The largest {knob} is {value}."),
}
_AT = Text(
    "此时估计值 {value}，区间 {span}（{n} 次重复）{sure}。",
    "There the estimate is {value}, interval {span} ({n} replications){sure}.",
)
_SURE = Text("，整个区间都守得住", ", and the whole interval keeps the bound")
_DOUBT = Text(
    "；界限按估计值判断，区间有一部分越界，增加重复次数可以更有把握",
    "; the bound is judged on the estimate, part of the interval breaks it: more replications make it surer",
)
_NEXT = Text(
    "再往外一步 {next} 是 {value}，守不住。", "One step further, {next} gives {value} and breaks it."
)
_BENT = Text(
    "风险随 {knob} 的变化不是单向的（见下表）：答案只对从所求一端数起的第一个守得住的值有效。",
    "The risk does not move one way with {knob} (see the table): the answer is the first value that keeps "
    "the bound, counted from the end asked for, and others beyond it may break it.",
)
_TRIED = Text("试过的值", "Values tried")
_COLUMNS = Text("值|估计|区间|守得住", "value|estimate|interval|keeps")
_YES, _NO = Text("是", "yes"), Text("否", "no")


def solve_page(found: Solution, unit: str, lang: Lang) -> Document:
    """The answer in a sentence, how sure it is, and what was tried."""
    blocks: list[Block] = [
        Heading(_TITLE.say(lang).format(knob=found.knob, bound=found.bound.text), 1),
        *(Paragraph(line, strong=strong) for line, strong in _sentences(found, unit, lang)),
        Heading(_TRIED.say(lang)),
    ]
    rows = tuple(
        (
            each.value,
            figure(each.estimate.value, unit),
            span(each.estimate, unit, lang),
            (_YES if each.keeps else _NO).say(lang),
        )
        for each in found.tried
    )
    return Document((*blocks, Table(tuple(_COLUMNS.say(lang).split("|")), rows, frozenset({0, 1, 2}))))


def _sentences(found: Solution, unit: str, lang: Lang) -> list[tuple[str, bool]]:
    lines: list[tuple[str, bool]] = []
    if found.answer is not None:
        answer = found.answer
        lines.append((_ANSWER[found.smallest].say(lang).format(knob=found.knob, value=answer.value), False))
        lines.append((_at(answer, unit, lang), False))
    if found.next_to_it is not None:
        beside = found.next_to_it
        value = figure(beside.estimate.value, unit)
        lines.append((_NEXT.say(lang).format(next=beside.value, value=value), False))
    if found.ending is not Ending.FOUND:
        lines.append((ENDINGS[found.ending].say(lang), True))
    if not found.monotone:
        lines.append((_BENT.say(lang).format(knob=found.knob), True))
    return lines


def _at(answer: Tried, unit: str, lang: Lang) -> str:
    return _AT.say(lang).format(
        value=figure(answer.estimate.value, unit),
        span=span(answer.estimate, unit, lang),
        n=answer.estimate.n,
        sure=(_SURE if answer.surely else _DOUBT).say(lang),
    )


def plain_solve(found: Solution) -> dict[str, Any]:
    """The same as data."""
    return {
        "find": found.knob,
        "low": found.scale.low.text(),
        "high": found.scale.high.text(),
        "keep": found.bound.text,
        "wanted": "smallest" if found.smallest else "largest",
        "ending": found.ending.value,
        "answer": None if found.answer is None else found.answer.value,
        "surely": found.answer is not None and found.answer.surely,
        "monotone": found.monotone,
        "replications": found.replications,
        "confidence": found.confidence,
        "tried": [
            {"value": each.value, "keeps": each.keeps, "estimate": each.estimate.plain()}
            for each in found.tried
        ],
    }
