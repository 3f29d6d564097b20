"""What a result rests on, beneath an analysis: facts, or judgement marked 假设."""

from collections.abc import Mapping
from typing import Any

from ledger.text import Lang, Text
from scenarios.analysis.judged import JUDGED, STATED, Judged
from scenarios.analysis.measures import Measure
from scenarios.report.document import Block, Heading, Paragraph

_TITLE = Text("结果依据什么", "What this rests on")
_SHARE = Text(
    "起作用的假设 {all} 项。判断值（J，假设）：{j} 项，占 {share}；公开依据（A、B）：{public} 项；"
    "研究或专业常识（C、K）：{known} 项；情景自行设定：{stated} 项。判断值未经校准，来源见 "
    "docs/behaviour.zh-CN.md。",
    "Assumptions at work: {all}. Judgement (J): {j}, {share}; public source (A, B): {public}; study or "
    "general knowledge (C, K): {known}; the scenario's own: {stated}. Judgement is not calibrated; sources "
    "stand in docs/behaviour.md.",
)
_NONE = Text(
    "没有随机假设：一切按情景所写和默认的固定值。",
    "No assumption is drawn: everything is as the scenario states, or a documented constant.",
)
_NAMES = Text("判断值：{names}", "Judgement: {names}")
_VARIANCE = Text(
    "{name}：各方案之间可单独解释的差异中，{share} 来自判断值。",
    "{name}: of the variance between points that knobs explain alone, {share} comes from judgement.",
)


def judged_blocks(found: Judged, lang: Lang, names: bool = False) -> list[Block]:
    """The share in a paragraph; with `names` each of them, by label."""
    blocks: list[Block] = [Heading(_TITLE.say(lang))]
    every = len(found.assumptions)
    if not every:
        return [*blocks, Paragraph(_NONE.say(lang))]
    said = _SHARE.say(lang).format(
        all=every,
        j=len(found.j),
        share=f"{len(found.j) / every:.0%}",
        public=found.count("A") + found.count("B"),
        known=found.count("C") + found.count("K"),
        stated=found.count(STATED),
    )
    blocks.append(Paragraph(said))
    if names and found.j:
        listed = ("、" if lang == "zh" else ", ").join(each.title.say(lang) for each in found.j)
        blocks.append(Paragraph(_NAMES.say(lang).format(names=listed)))
    return blocks


def variance_blocks(shares: Mapping[Measure, float | None], lang: Lang) -> list[Block]:
    """For each measure the share of its explained variance that rests on judgement, where it is known."""
    known = {measure: share for measure, share in shares.items() if share is not None}
    return [
        Paragraph(_VARIANCE.say(lang).format(name=measure.title.say(lang), share=f"{share:.0%}"))
        for measure, share in known.items()
    ]


def plain_judged(found: Judged, lang: Lang) -> dict[str, Any]:
    """The same as data."""
    every = len(found.assumptions)
    return {
        "assumptions": every,
        "judged": len(found.j),
        "share_judged": len(found.j) / every if every else None,
        "by_quality": {quality: found.count(quality) for quality in ("A", "B", "C", "K", JUDGED, STATED)},
        "names": [
            {"path": each.path, "title": each.title.say(lang), "value": each.value, "quality": each.quality}
            for each in found.assumptions
        ],
    }
