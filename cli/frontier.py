"""`anxinbao frontier`: the policies that no other one beats."""

from pathlib import Path

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.results import opened_results, rests_on, result_argument
from ledger.text import Text


@click.command(
    "frontier",
    cls=parts.Command,
    says=Text(
        "帕累托前沿：没有别的方案在各项目标上都胜过它的那些方案",
        "The Pareto set: policies that no other beats in every aim; with who beats the rest.",
    ),
)
@result_argument()
@parts.option(
    "--outcome",
    "wanted",
    multiple=True,
    metavar="NAME:min|max",
    says=Text(
        "一项目标，可重复；默认净支出最小、用尽概率最小、带动最大",
        "an aim; repeatable; by default least net outlay, least depletion, most leverage",
    ),
)
@parts.as_json
@parts.lang
def frontier(result: Path, wanted: tuple[str, ...], as_json: bool) -> None:
    """The set with intervals, then the others with who beats them."""
    from scenarios.analysis.frontier import USUAL_AIMS, aims
    from scenarios.analysis.frontier import frontier as pareto
    from scenarios.analysis.pages.frontier import frontier_page, plain_frontier
    from scenarios.analysis.pages.judged import judged_blocks, plain_judged
    from scenarios.report.document import Document

    lang, results = language.of_reports(), opened_results(result)
    found = pareto(results, aims(wanted or USUAL_AIMS, results))
    rests = rests_on(result, results)
    if as_json:
        screen.put_json({**plain_frontier(found, results), "rests_on": plain_judged(rests, lang)})
    else:
        page = frontier_page(found, results, lang)
        draw(Document((*page.blocks, *judged_blocks(rests, lang))), screen.console())
