"""The Pareto set on a page."""

from typing import Any

from ledger.text import Lang, Text
from scenarios.analysis.frontier import Aim, Frontier, Place
from scenarios.analysis.shown import figure, numbered, span, titled
from scenarios.report.document import Block, Document, Heading, Paragraph, numbers
from scenarios.sweep.results import Results

_TITLE = Text("帕累托前沿", "The Pareto frontier")
_ABOUT = Text(
    "共 {points} 个方案，{best} 个在前沿上：没有别的方案在所列各项上都不差而至少一项更好。目标：{aims}。",
    "{best} of {points} points are on the frontier: no other is as good in every aim and better in one. "
    "Aims: {aims}.",
)
_SENSE = {-1: Text("小", "least"), 1: Text("大", "most")}
_AIM = Text("{name}越{sense}越好", "{sense} {name}")
_BEST = Text("前沿上的方案", "On the frontier")
_POINT = Text("方案", "point")
_INTERVAL = Text("区间", "interval")
_BEATEN = Text("被胜过的方案", "Beaten")
_BY = Text("被谁胜过|把握", "beaten by|how sure")
_SURE = Text("各项配对区间都支持", "every paired interval agrees")
_DOUBT = Text("仅按估计值", "by the estimates only")
_UNKNOWN = Text(
    "{count} 个方案有一项无法计算（分母为零），未参加比较。",
    "{count} points have an aim that cannot be computed (nothing to divide by) and stand aside.",
)


def frontier_page(found: Frontier, results: Results, lang: Lang) -> Document:
    """The frontier with intervals, then who is beaten and by whom."""
    said = [
        _AIM.say(lang).format(name=aim.measure.title.say(lang), sense=_SENSE[aim.sign].say(lang))
        for aim in found.aims
    ]
    counts = {"points": len(results.points), "best": len(found.best)}
    joined = ("、" if lang == "zh" else "; ").join(said)
    blocks: list[Block] = [
        Heading(_TITLE.say(lang), 1),
        Paragraph(_ABOUT.say(lang).format(aims=joined, **counts)),
        Heading(_BEST.say(lang)),
        _best(found, results, lang),
    ]
    if found.beaten:
        blocks += [Heading(_BEATEN.say(lang)), _beaten(found, results, lang)]
    if found.unknown:
        blocks.append(Paragraph(_UNKNOWN.say(lang).format(count=len(found.unknown))))
    return Document(tuple(blocks))


def _best(found: Frontier, results: Results, lang: Lang) -> Block:
    columns = [_POINT.say(lang)]
    for aim in found.aims:
        columns += [titled(aim.measure, lang), _INTERVAL.say(lang)]
    rows = []
    for place in found.best:
        row = [numbered(place.point, results.points[place.point], lang)]
        for aim, each in zip(found.aims, place.estimates, strict=True):
            row += [figure(each.value, aim.measure.unit), span(each, aim.measure.unit, lang)]
        rows.append(row)
    return numbers(columns, rows)


def _beaten(found: Frontier, results: Results, lang: Lang) -> Block:
    columns = [
        _POINT.say(lang),
        *(titled(aim.measure, lang) for aim in found.aims),
        *_BY.say(lang).split("|"),
    ]
    rows = [
        [
            numbered(place.point, results.points[place.point], lang),
            *_figures(found.aims, place),
            str(place.beaten_by[0]),
            (_SURE if place.surely else _DOUBT).say(lang),
        ]
        for place in found.beaten
    ]
    return numbers(columns, rows)


def _figures(aims: tuple[Aim, ...], place: Place) -> list[str]:
    return [figure(each.value, aim.measure.unit) for aim, each in zip(aims, place.estimates, strict=True)]


def plain_frontier(found: Frontier, results: Results) -> dict[str, Any]:
    """The same as data."""
    return {
        "aims": [{"name": aim.measure.name, "sense": "max" if aim.sign > 0 else "min"} for aim in found.aims],
        "confidence": found.confidence,
        "frontier": [_plain(place, found, results) for place in found.best],
        "beaten": [_plain(place, found, results) for place in found.beaten],
        "unknown": list(found.unknown),
    }


def _plain(place: Place, found: Frontier, results: Results) -> dict[str, Any]:
    names = [aim.measure.name for aim in found.aims]
    return {
        "point": place.point,
        "values": results.points[place.point],
        "estimates": {name: each.plain() for name, each in zip(names, place.estimates, strict=True)},
        "beaten_by": list(place.beaten_by),
        "surely": place.surely,
    }
