"""What changed for whom, on a page."""

from collections.abc import Sequence
from itertools import pairwise

from ledger.text import Lang, Text
from scenarios.claims.compare.compare import Comparison, Group
from scenarios.report.document import Block, Document, Heading, Paragraph, numbers
from scenarios.report.figures import wan

_TITLE = Text("同一批企业，不同文件：谁多谁少", "The same enterprises under different papers")
_ABOUT = Text(
    "{firms} 家生成的企业，{year} 年的账与事项不变；能报的都报，同一事项取最高的一项。{asked}金额为万元。",
    "{firms} generated enterprises, books and events of {year} held still; all who could file do, and of one "
    "matter the best award counts. {asked} Money in 万元.",
)
_ON = Text("各条款按 {on} 的规定计算。", "Clauses are asked as they stand on {on}.")
_NEAREST = Text(
    "各条款按 {year}-06-30 的规定计算，该日不在期限内的取期限内最近的一天。",
    "Clauses are asked as they stand on {year}-06-30, or on the nearest day of their term.",
)
_SIDES = Text("各文件合计", "What each paper pays")
_SIDE_COLUMNS = Text("文件|惠及企业|金额", "paper|enterprises reached|money")
_CHANGES = Text("从一份到下一份", "From one paper to the next")
_CHANGE_COLUMNS = Text("变化|增加（家）|减少（家）|不变（家）|多得|少得", "change|gain|lose|keep|gained|lost")
_SIZES = Text("按规模", "By size")
_SECTORS = Text("按行业", "By sector")
_MATTERS = Text("按事项", "By what is paid for")
_LARGEST = Text("变化最大的企业：{change}", "Largest changes: {change}")
_FIRST = Text("规模|行业|事项|企业", "size|sector|matter|enterprise")
_FIRMS = Text("企业数", "enterprises")


def page(found: Comparison, lang: Lang) -> Document:
    """The comparison in the order a reader asks: how much, who, for what."""
    names = [side.name.say(lang) for side in found.sides]
    asked = (_ON if found.on else _NEAREST).say(lang).format(on=found.on, year=found.year)
    size, sector, matter, firm = _FIRST.say(lang).split("|")
    blocks: list[Block] = [
        Heading(_TITLE.say(lang), 1),
        Paragraph(_ABOUT.say(lang).format(firms=len(found.district.ids), year=found.year, asked=asked)),
        Heading(_SIDES.say(lang)),
        _sides(found, names, lang),
        Heading(_CHANGES.say(lang)),
        _changes(found, names, lang),
        Heading(_SIZES.say(lang)),
        _groups(found.by_size(), [size, _FIRMS.say(lang), *names], lang),
        Heading(_SECTORS.say(lang)),
        _groups(found.by_sector(), [sector, _FIRMS.say(lang), *names], lang),
        Heading(_MATTERS.say(lang)),
        numbers([matter, *names], _matters(found, lang)),
    ]
    for place, (before, after) in enumerate(pairwise(names)):
        blocks.append(Heading(_LARGEST.say(lang).format(change=f"{before} → {after}")))
        rows = [[id, wan(old), wan(new)] for id, old, new in found.largest(place, place + 1)]
        blocks.append(numbers([firm, before, after], rows))
    return Document(tuple(blocks))


def _sides(found: Comparison, names: Sequence[str], lang: Lang) -> Block:
    rows = [
        [name, str(firms), wan(fen)]
        for name, firms, fen in zip(names, found.reached(), found.totals(), strict=True)
    ]
    return numbers(_SIDE_COLUMNS.say(lang).split("|"), rows)


def _changes(found: Comparison, names: Sequence[str], lang: Lang) -> Block:
    rows = []
    for place, (before, after) in enumerate(pairwise(names)):
        change = found.change(place, place + 1)
        counts = [str(count) for count in (change.gain, change.lose, change.keep)]
        rows.append([f"{before} → {after}", *counts, wan(change.gained_fen), wan(change.lost_fen)])
    return numbers(_CHANGE_COLUMNS.say(lang).split("|"), rows)


def _groups(groups: Sequence[Group], columns: Sequence[str], lang: Lang) -> Block:
    return numbers(columns, [[each.name.say(lang), str(each.firms), *map(wan, each.fen)] for each in groups])


def _matters(found: Comparison, lang: Lang) -> list[list[str]]:
    matters = found.sides[0].catalogue.matters
    ranked = sorted(found.by_matter().items(), key=lambda item: (-max(item[1]), item[0]))
    return [[matters[matter].say(lang), *map(wan, fen)] for matter, fen in ranked]
