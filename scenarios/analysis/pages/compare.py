"""A comparison on a page."""

from collections.abc import Mapping, Sequence
from typing import Any

from ledger.text import Lang, Text
from scenarios.analysis.compare import Comparison, Line, Pair
from scenarios.analysis.outlook import outlook
from scenarios.analysis.pages.outlook import outlook_blocks, plain_outlook
from scenarios.analysis.pages.together import times, together
from scenarios.analysis.pairing import SAYS
from scenarios.analysis.shown import change, figure, numbered, span, titled
from scenarios.report.document import Block, Document, Heading, Paragraph, Table, numbers
from scenarios.statistics.estimate import finite

_TITLE = Text("政策比较", "Policies compared")
_PAIR = Text("{before} → {after}", "{before} → {after}")
_SAMPLE = Text("前 {before} 次、后 {after} 次重复。", "{before} replications before, {after} after.")
_COLUMNS = Text("指标|前|后|差值|区间|方差缩小", "measure|before|after|difference|interval|less variance")
_MANY = Text("方案|水平|差值|区间|方差缩小", "point|level|difference|interval|less variance")
_BASE = Text("对照方案：{name}", "Compared with: {name}")
_ONLY = Text(
    "没有对应方案而未比较：前者 {before} 个，后者 {after} 个。",
    "Not compared for want of a counterpart: {before} points of the first result, {after} of the second.",
)
_MARK = Text(
    "差值后的 * 表示合并考虑全部比较后仍然明确。",
    "A * says that the difference stays clear when all comparisons are judged together.",
)


def compare_page(found: Comparison, lang: Lang, names: Sequence[str] = ()) -> Document:
    """One pair measure by measure; several measure by measure over their points.

    `names` are those of two results, where there are two.
    """
    blocks: list[Block] = [Heading(_TITLE.say(lang), 1)]
    for how in dict.fromkeys(pair.pairing for pair in found.pairs):
        blocks.append(Paragraph(SAYS[how].say(lang)))
    blocks += _one(found, lang, names) if len(found.pairs) == 1 else _many(found, lang, names)
    blocks.append(Paragraph(f"{_MARK.say(lang)}{together(found.judged, found.confidence, lang)}"))
    if found.only_before or found.only_after:
        counts = len(found.only_before), len(found.only_after)
        blocks.append(Paragraph(_ONLY.say(lang).format(before=counts[0], after=counts[1])))
    if len(found.pairs) == 1:
        for place, of in enumerate((found.pairs[0].before, found.pairs[0].after)):
            blocks.append(Heading(_name(found.pairs[0], place, lang, names)))
            blocks += outlook_blocks(outlook(of, found.confidence), lang)
    return Document(tuple(blocks))


def _one(found: Comparison, lang: Lang, names: Sequence[str]) -> list[Block]:
    pair = found.pairs[0]
    rows = []
    for place, line in enumerate(pair.lines):
        unit = line.measure.unit
        levels = [figure(line.before.value, unit), figure(line.after.value, unit)]
        rows.append([titled(line.measure, lang), *levels, *_moved(found, 0, place, lang)])
    sizes = int(pair.before.valid.sum()), int(pair.after.valid.sum())
    return [
        Heading(
            _PAIR.say(lang).format(before=_name(pair, 0, lang, names), after=_name(pair, 1, lang, names))
        ),
        Paragraph(_SAMPLE.say(lang).format(before=sizes[0], after=sizes[1])),
        numbers(_COLUMNS.say(lang).split("|"), rows),
    ]


def _many(found: Comparison, lang: Lang, names: Sequence[str]) -> list[Block]:
    shared = len({(id(pair.before.results), pair.before.point) for pair in found.pairs}) == 1
    blocks: list[Block] = []
    if shared:
        blocks.append(Paragraph(_BASE.say(lang).format(name=_name(found.pairs[0], 0, lang, names))))
    for place, line in enumerate(found.pairs[0].lines):
        blocks += [Heading(titled(line.measure, lang)), _points(found, place, shared, lang, names)]
    return blocks


def _points(found: Comparison, place: int, shared: bool, lang: Lang, names: Sequence[str]) -> Table:
    first = found.pairs[0]
    rows = []
    if shared:
        base = first.lines[place]
        rows.append([_name(first, 0, lang, names), figure(base.before.value, base.measure.unit), "", "", ""])
    for number, pair in enumerate(found.pairs):
        line = pair.lines[place]
        at = figure(line.after.value, line.measure.unit)
        rows.append([_name(pair, 1, lang, names), at, *_moved(found, number, place, lang)])
    return numbers(_MANY.say(lang).split("|"), rows)


def _moved(found: Comparison, number: int, place: int, lang: Lang) -> list[str]:
    line = found.pairs[number].lines[place]
    estimate, unit = line.difference.estimate, line.measure.unit
    mark = "*" if found.holds(number, place) else ""
    moved = change(estimate.value, unit, lang) + mark
    return [moved, span(estimate, unit, lang, signed=True), times(line.difference.reduction)]


def _name(pair: Pair, place: int, lang: Lang, names: Sequence[str]) -> str:
    of = (pair.before, pair.after)[place]
    point = numbered(of.point, of.results.points[of.point], lang)
    return f"{names[place]} {point}" if names else point


def plain_compare(found: Comparison, lang: Lang) -> dict[str, Any]:
    """The same as data: money in fen, shares and ratios as numbers, what is unknown null."""
    return {
        "confidence": found.confidence,
        "pairs": [_plain_pair(found, number, lang) for number in range(len(found.pairs))],
        "together": found.judged.plain(),
        "only_before": list(found.only_before),
        "only_after": list(found.only_after),
    }


def _plain_pair(found: Comparison, number: int, lang: Lang) -> Mapping[str, Any]:
    pair = found.pairs[number]
    return {
        "before": {"point": pair.before.point, **pair.before.results.points[pair.before.point]},
        "after": {"point": pair.after.point, **pair.after.results.points[pair.after.point]},
        "pairing": pair.pairing.value,
        "measures": [
            _plain_line(line, found.holds(number, place), lang) for place, line in enumerate(pair.lines)
        ],
        "outlook": {
            "before": plain_outlook(outlook(pair.before, found.confidence)),
            "after": plain_outlook(outlook(pair.after, found.confidence)),
        },
    }


def _plain_line(line: Line, holds: bool, lang: Lang) -> dict[str, Any]:
    return {
        "name": line.measure.name,
        "title": line.measure.title.say(lang),
        "unit": line.measure.unit,
        "before": line.before.plain(),
        "after": line.after.plain(),
        "difference": line.difference.estimate.plain(),
        "variance_reduction": finite(line.difference.reduction),
        "clear_together": holds,
    }
