"""The measures beside money by year: leverage, unit cost, rates, days, exposure, platforms, enterprises."""

from collections.abc import Sequence

from ledger.text import Lang, Text
from scenarios.metrics import Metrics
from scenarios.metrics.exposure import Exposure
from scenarios.report import words
from scenarios.report.document import Block, Heading, Paragraph, Table, numbers
from scenarios.report.figures import day, percent, rounded, times, wan

MOST_NAMED = 10


def key_figures(metrics: Metrics, lang: Lang) -> list[Block]:
    """One line per measure."""
    rows = tuple((name.say(lang), value) for name, value in _figures(metrics))
    return [Heading(words.MEASURES.say(lang)), Table(("", ""), rows, frozenset({1}))]


def _figures(metrics: Metrics) -> list[tuple[Text, str]]:
    unit = rounded(metrics.public_per_completed)
    shares, pool = metrics.concentration, metrics.pool
    lines = [
        (Text("净财政支出（万元）", "net public money (万元)"), wan(metrics.public_net_fen)),
        (
            Text("企业净成本（万元）", "enterprises' net cost (万元)"),
            wan(sum(metrics.enterprise_net_cost.values())),
        ),
        (Text("企业每元财政资金投入（元）", "enterprise yuan per fiscal yuan"), times(metrics.leverage)),
        (
            Text("每个完成项目的财政净支出（万元）", "public money per completed project (万元)"),
            "-" if unit is None else wan(unit),
        ),
        (Text("项目成功率", "projects completed of those closed"), percent(metrics.counts.success_rate)),
        (Text("里程碑完成率", "milestones reached"), percent(metrics.counts.milestone_rate)),
        (Text("风险池最低点（万元）", "lowest point of the pool (万元)"), wan(pool.lowest_fen)),
        (Text("最大平台占比", "largest platform's share"), percent(shares.largest_share)),
        (Text("平台集中度 HHI", "concentration by platform (HHI)"), times(shares.hhi)),
    ]
    for name, result in metrics.insurers.items():
        lines.append((Text(f"{name} 赔付率", f"loss ratio of {name}"), percent(result.loss_ratio)))
    return lines


def steps(metrics: Metrics, lang: Lang) -> list[Block]:
    """Days by step against the promised limit."""
    if not metrics.steps:
        return []
    rows = [
        [
            found.step.title.say(lang),
            (words.WORKING if found.step.working else words.CALENDAR).say(lang),
            str(found.cases),
            str(found.median_days),
            str(found.p95_days),
            "-" if found.step.promised_days is None else str(found.step.promised_days),
            "-" if found.step.promised_days is None else str(found.late),
        ]
        for found in metrics.steps
    ]
    table = numbers(words.split(words.STEP_COLUMNS, lang), rows)
    return [Heading(words.STEPS.say(lang)), table, Paragraph(words.STEP_NOTE.say(lang))]


def exposure(metrics: Metrics, lang: Lang) -> list[Block]:
    """Exposure at quarter ends; quarters in which nothing changed are left out, but the last day stays."""
    rows = [
        [
            day(point.day),
            wan(point.paid_fen),
            wan(point.committed_fen),
            wan(point.expected_cost_share_fen),
            wan(point.total_fen),
        ]
        for point in _changing(metrics.exposure)
    ]
    if not rows:
        return []
    table = numbers(words.split(words.EXPOSURE_COLUMNS, lang), rows)
    return [Heading(words.EXPOSURE.say(lang)), table, Paragraph(words.EXPOSURE_NOTE.say(lang))]


def _changing(points: Sequence[Exposure]) -> list[Exposure]:
    kept: list[Exposure] = []
    before = (0, 0, 0)
    for point in points:
        state = (point.paid_fen, point.committed_fen, point.expected_cost_share_fen)
        if state != before or (point is points[-1] and kept):
            kept.append(point)
        before = state
    return kept


def parties(metrics: Metrics, lang: Lang) -> list[Block]:
    """Platforms with their income, and the enterprises that paid most."""
    value, income = metrics.concentration.by_platform, metrics.platform_income
    rows = [[name, wan(value.get(name, 0)), wan(income.get(name, 0))] for name in sorted({*value, *income})]
    blocks: list[Block] = []
    if rows:
        table = numbers(words.split(words.PLATFORM_COLUMNS, lang), rows)
        blocks += [Heading(words.PLATFORMS.say(lang)), table]
    cost = sorted(metrics.enterprise_net_cost.items(), key=lambda item: (-item[1], item[0]))
    if cost:
        listed = [[name, wan(fen)] for name, fen in cost[:MOST_NAMED]]
        table = numbers(words.split(words.ENTERPRISE_COLUMNS, lang), listed)
        blocks += [Heading(words.ENTERPRISES.say(lang)), table]
    return blocks
