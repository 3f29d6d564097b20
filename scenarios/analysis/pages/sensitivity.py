"""Indices and tornado on a page."""

from collections.abc import Sequence
from typing import Any

from ledger.text import Lang, Text
from scenarios.analysis.measures import Measure
from scenarios.analysis.shown import change, figure, span, titled
from scenarios.analysis.sobol import Index, Indices
from scenarios.analysis.tornado import Swing, Tornado
from scenarios.report.document import Bars, Block, Document, Heading, Paragraph, numbers

_TITLE = Text("什么最要紧", "What matters")
_SOBOL = Text(
    "Sobol 指数，{rows} 行 Saltelli 设计，每个方案 {n} 次共同重复的均值。一阶："
    "单独变动这一项所解释的方差占比；总：连同与其他项的共同作用。± "
    "后两个数分别是设计抽样误差和蒙特卡洛误差（重复次数）的半区间。",
    "Sobol indices: a Saltelli design of {rows} rows, means over {n} common replications at each point. "
    "First order: the share of variance this knob explains alone; total: with everything it does together "
    "with others. The two figures after ± are half intervals: of the design's sampling, and of the "
    "replications (Monte Carlo).",
)
_SPREAD = Text(
    "方案间的均值 {mean}，标准差 {spread}。", "Over the points the mean is {mean}, the spread {spread}."
)
_INDEX_COLUMNS = Text(
    "变动的量|一阶|±设计|±重复|总|±设计|±重复",
    "knob|first order|±design|±repl.|total|±design|±repl.",
)
_NOISY = Text(
    "蒙特卡洛误差大于设计误差：要更准，先增加重复次数。",
    "The Monte Carlo error exceeds that of the design: for more precision add replications first.",
)
_TORNADO = Text(
    "逐一变动：每一项单独离开基准（{base}）时的变化，同样的世界逐次配对。",
    "One at a time: what each knob changes when it alone leaves the baseline ({base}), paired on the same "
    "worlds.",
)
_STEP_COLUMNS = Text("变动的量|取值|变化|区间", "knob|value|change|interval")
_USUAL = Text("{axis}（基准 {usual}）", "{axis} (baseline {usual})")
_STILL = Text("在这些方案之间没有差别：{names}。", "No difference between these points: {names}.")


def sensitivity_page(
    sobol: Sequence[Indices], tornados: Sequence[Tornado], still: Sequence[Measure], lang: Lang
) -> Document:
    """Indices by measure with bars, then the tornado by measure; what never moves is named."""
    blocks: list[Block] = [Heading(_TITLE.say(lang), 1)]
    if sobol:
        blocks.append(Paragraph(_SOBOL.say(lang).format(rows=sobol[0].rows, n=sobol[0].replications)))
    for each in sobol:
        blocks += _indices(each, lang)
    for each_ in tornados:
        blocks += _swings(each_, lang)
    if still:
        names = ", ".join(each.title.say(lang) for each in still)
        blocks.append(Paragraph(_STILL.say(lang).format(names=names)))
    return Document(tuple(blocks))


def _indices(found: Indices, lang: Lang) -> list[Block]:
    rows = [[found.axes[k], *_cells(found.first[k]), *_cells(found.total[k])] for k in found.order]
    bars = [(found.axes[k], _size(found.total[k].value), f"{found.total[k].value:.2f}") for k in found.order]
    unit = found.measure.unit
    spread = _SPREAD.say(lang).format(mean=figure(found.mean, unit), spread=figure(found.spread, unit))
    blocks: list[Block] = [
        Heading(titled(found.measure, lang)),
        Paragraph(spread),
        numbers(_INDEX_COLUMNS.say(lang).split("|"), rows),
        Bars(tuple(bars)),
    ]
    if max(each.replications for each in found.total) > max(each.design for each in found.total):
        blocks.append(Paragraph(_NOISY.say(lang)))
    return blocks


def _cells(index: Index) -> list[str]:
    return [f"{index.value:.2f}", f"{index.design:.2f}", f"{index.replications:.2f}"]


def _size(value: float) -> int:
    return max(0, round(value * 1000))


def _swings(found: Tornado, lang: Lang) -> list[Block]:
    unit = found.measure.unit
    bars = [
        (swing.axis, round(swing.width * _fine(found)), _ends(swing, unit, lang)) for swing in found.swings
    ]
    rows = [
        [
            _USUAL.say(lang).format(axis=swing.axis, usual=swing.usual),
            step.value,
            change(step.difference.estimate.value, unit, lang),
            span(step.difference.estimate, unit, lang, signed=True),
        ]
        for swing in found.swings
        for step in swing.steps
    ]
    base = figure(found.base.value, unit)
    return [
        Heading(titled(found.measure, lang)),
        Paragraph(_TORNADO.say(lang).format(base=base)),
        Bars(tuple(bars)),
        numbers(_STEP_COLUMNS.say(lang).split("|"), rows),
    ]


def _fine(found: Tornado) -> float:
    """Bars are whole numbers: the widest is a thousand long."""
    widest = found.swings[0].width
    return 1000 / widest if widest else 0.0


def _ends(swing: Swing, unit: str, lang: Lang) -> str:
    return f"{change(swing.low, unit, lang)} / {change(swing.high, unit, lang)}"


def plain_sensitivity(
    sobol: Sequence[Indices], tornados: Sequence[Tornado], still: Sequence[Measure]
) -> dict[str, Any]:
    """The same as data."""
    return {
        "sobol": [
            {
                "measure": each.measure.name,
                "rows": each.rows,
                "replications": each.replications,
                "mean": each.mean,
                "spread": each.spread,
                "indices": {
                    axis: {"first": each.first[k]._asdict(), "total": each.total[k]._asdict()}
                    for k, axis in enumerate(each.axes)
                },
            }
            for each in sobol
        ],
        "tornado": [
            {
                "measure": each.measure.name,
                "base": each.base.plain(),
                "knobs": [
                    {
                        "knob": swing.axis,
                        "usual": swing.usual,
                        "steps": [{"value": step.value, **step.difference.plain()} for step in swing.steps],
                    }
                    for swing in each.swings
                ],
            }
            for each in tornados
        ],
        "without_difference": [each.name for each in still],
    }
