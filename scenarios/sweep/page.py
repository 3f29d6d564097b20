"""The page of a sweep: what was asked, a table of the points, where the results lie."""

import math
import shlex
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from escrow.compiled.outcomes.names import outcome
from ledger.text import Lang, Text
from scenarios.report.document import Block, Commands, Document, Heading, Paragraph, Table
from scenarios.statistics import Estimate
from scenarios.sweep.results import WHOLE, Results
from scenarios.sweep.summary import PointSummary

MOST_ROWS = 60
_WAN_FEN = 1_000_000
_POINT = Text("点", "point")
_UNITS = {
    "fen": Text("万元", "万元"),
    "days": Text("天", "days"),
    "count": Text("", ""),
    "flag": Text("%", "%"),
}
_RAN = Text(
    "{points} 个点，每点 {replications} 次重复，种子 {seed}；均值 ± 95% 区间的半宽，比例为均值（区间两端）。",
    "{points} points, {replications} replications of each, seed {seed}; "
    "means ± half of the 95 % interval, shares with both ends of it.",
)
_BASELINE = Text("* 为基准点。", "* is the baseline.")
_MORE = Text("另有 {number} 个点，见结果文件夹。", "{number} more points are in the folder.")
_FAILED = Text(
    "{number} 次重复失败，见 failures/；用下面的命令重现。",
    "{number} replications failed, see failures/; the command below runs one of them again.",
)
_ENGINE = Text("引擎：{engines}。", "Engine: {engines}.")
_FELL_BACK = Text("{points} 由 SimPy 运行：{why}。", "{points} ran in SimPy: {why}.")
_SOME = Text("点 {listed}", "points {listed}")
_LIES = Text("结果在 {folder}", "results in {folder}")
_SHARD = Text(
    "这是第 {shard} 片，合并（merge）之后才完整。", "This is shard {shard}; `merge` makes it whole."
)
_NOT_MET = Text("精度未达到。", "The wished precision was not met.")
SHOWN = 6


def sweep_page(results: Results, rows: Sequence[PointSummary], folder: Path, lang: Lang) -> Document:
    """The page of finished results."""
    told = results.manifest
    experiment = told["experiment"]
    title = experiment["title"][lang] or told["name"]
    blocks: list[Block] = [Heading(title, 1)]
    if experiment["question"][lang]:
        blocks.append(Paragraph(experiment["question"][lang]))
    ran = _RAN.say(lang).format(
        points=len(results.points), replications=f"{results.replications:,}", seed=told["seed"]
    )
    blocks += [Paragraph(ran), _table(results, rows[:MOST_ROWS], lang)]
    blocks += [Paragraph(line) for line in _remarks(results, rows, lang)]
    blocks.append(Paragraph(_LIES.say(lang).format(folder=folder)))
    point, replication = worth_a_look(results)
    again = ["run", str(folder), "--point", str(point), "--replication", str(replication)]
    blocks.append(Commands((shlex.join(["anxinbao", *again]),)))
    return Document(tuple(blocks))


def worth_a_look(results: Results) -> tuple[int, int]:
    """The first replication that failed, else the first of all."""
    failed = np.argwhere(results.failed)
    return (int(failed[0, 0]), int(failed[0, 1])) if len(failed) else (0, 0)


def _table(results: Results, rows: Sequence[PointSummary], lang: Lang) -> Table:
    names = list(rows[0].estimates) if rows else []
    columns = [_POINT.say(lang), *results.axes, *(_label(name, lang) for name in names)]
    drawn = []
    for row in rows:
        mark = "*" if row.point == results.baseline and len(rows) > 1 else ""
        figures = [shown(row.estimates[name], outcome(name).unit) for name in names]
        drawn.append((f"{row.point}{mark}", *row.values.values(), *figures))
    right = frozenset({0, *range(1 + len(results.axes), len(columns))})
    return Table(tuple(columns), tuple(drawn), right)


def _label(name: str, lang: Lang) -> str:
    found = outcome(name)
    unit = _UNITS[found.unit].say(lang)
    return f"{found.title.say(lang)} ({unit})" if unit else found.title.say(lang)


def shown(estimate: Estimate, unit: str) -> str:
    """A mean with half of its interval; a share with both ends, which lie unevenly about it."""
    if not estimate.n:
        return "-"
    by, digits = {"fen": (_WAN_FEN, 1), "flag": (1 / 100, 2)}.get(unit, (1, 2))
    value = f"{estimate.value / by:,.{digits}f}"
    if unit == "flag":
        return f"{value} ({estimate.low / by:,.{digits}f} - {estimate.high / by:,.{digits}f})"
    half = estimate.half_width / by
    return f"{value} ± {half:,.{digits}f}" if math.isfinite(half) else value


def _remarks(results: Results, rows: Sequence[PointSummary], lang: Lang) -> list[str]:
    told, said = results.manifest, []
    if results.baseline is not None and len(rows) > 1:
        said.append(_BASELINE.say(lang))
    if len(rows) > MOST_ROWS:
        said.append(_MORE.say(lang).format(number=len(rows) - MOST_ROWS))
    failed = sum(row.failed for row in rows)
    if failed:
        said.append(_FAILED.say(lang).format(number=failed))
    if results.shard != WHOLE:
        said.append(_SHARD.say(lang).format(shard=results.shard))
    if told["met"] is False:
        said.append(_NOT_MET.say(lang))
    engines = ", ".join(f"{name} ({number})" for name, number in told["engines"].items())
    said.append(_ENGINE.say(lang).format(engines=engines))
    for why, points in reasons(told["fallbacks"], lang).items():
        listed = ", ".join(points[:SHOWN]) + (" ..." if len(points) > SHOWN else "")
        named = _SOME.say(lang).format(listed=listed)
        said.append(_FELL_BACK.say(lang).format(points=named, why=why))
    return said


def reasons(fallbacks: dict[str, list[dict[str, str]]], lang: Lang) -> dict[str, list[str]]:
    """Points by the reason why they fell back to SimPy."""
    found: dict[str, list[str]] = {}
    for point, whys in fallbacks.items():
        found.setdefault("; ".join(why[lang] for why in whys), []).append(point)
    return found
