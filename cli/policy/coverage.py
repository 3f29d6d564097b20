"""`anxinbao policy coverage`: each clause of each paper, executable or not, how, examples passed."""

from pathlib import Path

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.leaving import FINDINGS, KEPT
from cli.policy.opened import catalogue_option, opened
from ledger.text import Text


@click.command(
    "coverage",
    cls=parts.Command,
    says=Text(
        "每个条款能否执行、怎样执行、算例通过多少",
        "Each clause: executable or not, how, and how many worked examples come out.",
    ),
)
@parts.option("--paper", metavar="PAPER", default="", says=Text("只看这份文件", "only this paper"))
@catalogue_option
@parts.as_json
@parts.lang
def coverage(paper: str, folder: Path | None, as_json: bool) -> int:
    """Exit 1 when a clause cannot be executed or an example does not come out."""
    from escrow.programmes import coverage as covered
    from escrow.programmes.papers import paper_of
    from scenarios.report.coverage import coverage_page

    catalogue, lang = opened(folder), language.of_reports()
    chosen = paper_of(catalogue, paper).id if paper else ""
    rows = [covered.plain(each, lang) for each in covered.coverage(catalogue, chosen)]
    if as_json:
        screen.put_json(rows)
    else:
        draw(coverage_page(rows, lang), screen.console())
    return KEPT if all(row["executable"] for row in rows) else FINDINGS
