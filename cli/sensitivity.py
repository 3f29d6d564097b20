"""`anxinbao sensitivity`: which knobs matter, by Sobol indices or one at a time."""

from pathlib import Path

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.results import opened_results, outcomes_option, rests_on, result_argument
from ledger.text import Text


@click.command(
    "sensitivity",
    cls=parts.Command,
    says=Text(
        "什么最要紧：saltelli 设计算 Sobol 指数，有对照方案的算逐一变动",
        "What matters: Sobol indices of a saltelli design, or one knob at a time around a baseline.",
    ),
)
@result_argument()
@outcomes_option(Text("看这个指标，可重复", "of this measure; repeatable"))
@parts.as_json
@parts.lang
def sensitivity(result: Path, outcomes: tuple[str, ...], as_json: bool) -> None:
    """Indices with both errors apart, or a tornado, then what it rests on."""
    from scenarios.analysis.pages.judged import judged_blocks, plain_judged, variance_blocks
    from scenarios.analysis.pages.sensitivity import plain_sensitivity, sensitivity_page
    from scenarios.analysis.sensitivity import what_matters
    from scenarios.report.document import Document

    lang, results = language.of_reports(), opened_results(result)
    found = what_matters(results, outcomes)
    rests = rests_on(result, results)
    shares = {each.measure: rests_on(result, results, each).variance for each in found.sobol}
    if as_json:
        by_measure = {measure.name: share for measure, share in shares.items()}
        told = {**plain_judged(rests, lang), "variance_judged": by_measure}
        screen.put_json({**plain_sensitivity(*found), "rests_on": told})
    else:
        page = sensitivity_page(*found, lang)
        under = (*judged_blocks(rests, lang), *variance_blocks(shares, lang))
        draw(Document((*page.blocks, *under)), screen.console())
