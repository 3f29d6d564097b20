"""The price of every reading on a page, dearest first."""

from collections.abc import Mapping, Sequence
from typing import Any

from ledger.text import Lang, Text
from scenarios.analysis.pages.together import together
from scenarios.analysis.readings import MONEY, Priced, Prices
from scenarios.analysis.shown import figure, give, span, titled
from scenarios.report import words
from scenarios.report.document import Block, Document, Heading, Paragraph, Table, numbers
from scenarios.statistics.estimate import finite

_TITLE = Text("每一处没有写明的地方值多少钱", "What each ambiguity costs")
_ABOUT = Text(
    "读法预设：{preset}。同样的 {n} 个世界逐次配对；每行只换一个读法。金额为万元，正数表示财政多付、"
    "平台多得、企业多付。按牵涉的金额从大到小；± 是 95% 区间的半宽。",
    "Preset of readings: {preset}. The same {n} worlds, paired; each row changes one reading alone. Money "
    "in 万元: plus means that the treasury pays more, platforms get more, enterprises pay more. Sorted by "
    "the money that hangs on it; ± is half of the 95 % interval.",
)
_BASE = Text("不换读法时", "As it stands")
_BASE_COLUMNS = Text("指标|水平|区间", "measure|level|interval")
_OPTIONS = Text("逐个读法", "Reading by reading")
_PRESETS = Text("整组预设", "Whole presets")
_CHOICE = Text("读法=选项", "reading=option")
_SHORT = {
    "public_net_fen": Text("财政净支出", "treasury"),
    "platform_income_fen": Text("平台收入", "platforms"),
    "enterprise_net_fen": Text("企业净成本", "enterprises"),
    "committed_unpaid_fen": Text("期末未付", "unpaid"),
    "pool_depleted": Text("用尽概率", "P(empty)"),
    "completed": Text("完成项目", "completed"),
}
_IDLE = Text(
    "在这些世界里没有动过以上任何数字的选项（{count} 个）：{names}",
    "Options that moved none of these figures in any of these worlds ({count}): {names}",
)
_IMPOSSIBLE = Text("不能计价的选项", "Options that cannot be priced")
_WHY = Text("读法=选项|原因", "reading=option|why")
_MEANS = Text("牵涉金额最大的几处是什么意思", "What the dearest ones mean")
_MEANS_COLUMNS = Text("读法=选项|未定之处|这样理解", "reading=option|open point|this option")
EXPLAINED = 10


def readings_page(found: Prices, lang: Lang) -> Document:
    """The base, each option that matters, the presets, then what changed nothing and what cannot be had."""
    preset = words.PRESET.get(found.preset, Text(found.preset, found.preset)).say(lang)
    blocks: list[Block] = [
        Heading(_TITLE.say(lang), 1),
        Paragraph(_ABOUT.say(lang).format(preset=preset, n=found.replications)),
        Heading(_BASE.say(lang)),
        _base(found, lang),
    ]
    told = [each for each in found.options if not each.idle]
    if told:
        blocks += [Heading(_OPTIONS.say(lang)), _priced(told, found, lang)]
    if found.presets:
        blocks += [Heading(_PRESETS.say(lang)), _priced(found.presets, found, lang)]
    blocks.append(Paragraph(together(found.judged, found.confidence, lang).strip()))
    if told:
        rows = tuple((_choice(e), e.title.say(lang), e.means.say(lang)) for e in told[:EXPLAINED])
        blocks += [Heading(_MEANS.say(lang)), Table(tuple(_MEANS_COLUMNS.say(lang).split("|")), rows)]
    return Document((*blocks, *_beside(found, lang)))


def _base(found: Prices, lang: Lang) -> Block:
    rows = [
        [titled(asked, lang), figure(level.value, asked.unit), span(level, asked.unit, lang)]
        for asked, level in zip(found.measures, found.base, strict=True)
    ]
    return numbers(_BASE_COLUMNS.say(lang).split("|"), rows)


def _priced(priced: Sequence[Priced], found: Prices, lang: Lang) -> Block:
    names = [_SHORT[asked.name].say(lang) for asked in found.measures]
    columns = [_CHOICE.say(lang), *names]
    rows = []
    for each in priced:
        pairs = zip(found.measures, each.differences, strict=True)
        rows.append([_choice(each), *(give(gap.estimate, asked.unit, lang) for asked, gap in pairs)])
    return numbers(columns, rows)


def _beside(found: Prices, lang: Lang) -> list[Block]:
    blocks: list[Block] = []
    idle = [_choice(each) for each in found.options if each.idle]
    if idle:
        blocks.append(Paragraph(_IDLE.say(lang).format(count=len(idle), names=", ".join(idle))))
    if found.impossible:
        rows = tuple((f"{each.reading}={each.option}", each.why.say(lang)) for each in found.impossible)
        blocks += [Heading(_IMPOSSIBLE.say(lang)), Table(tuple(_WHY.say(lang).split("|")), rows)]
    return blocks


def _choice(each: Priced) -> str:
    return f"{each.reading}={each.option}"


def plain_readings(found: Prices, lang: Lang) -> dict[str, Any]:
    """The same as data: money in fen, shares as numbers."""
    return {
        "preset": found.preset,
        "replications": found.replications,
        "confidence": found.confidence,
        "base": {m.name: level.plain() for m, level in zip(found.measures, found.base, strict=True)},
        "options": [_plain(each, found, lang) for each in found.options],
        "presets": [_plain(each, found, lang) for each in found.presets],
        "impossible": [
            {"reading": each.reading, "option": each.option, "why": each.why.say(lang)}
            for each in found.impossible
        ],
        "together": found.judged.plain(),
        "judged_together": list(MONEY),
    }


def _plain(each: Priced, found: Prices, lang: Lang) -> Mapping[str, Any]:
    return {
        "reading": each.reading,
        "option": each.option,
        "title": each.title.say(lang),
        "means": each.means.say(lang),
        "stake_fen": finite(each.stake),
        "changes_nothing": each.idle,
        "differences": {
            asked.name: gap.plain() for asked, gap in zip(found.measures, each.differences, strict=True)
        },
    }
