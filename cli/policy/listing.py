"""`anxinbao policy list`: the papers, and their clauses by paper, kind and day."""

from pathlib import Path

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.policy.opened import catalogue_option, day_of, on_option, opened
from ledger.text import Text


@click.command(
    "list",
    cls=parts.Command,
    says=Text("列出政策文件；加条件则列出条款", "The papers; with a filter, their clauses."),
)
@parts.option("--paper", metavar="PAPER", default="", says=Text("只列这份文件", "only this paper"))
@parts.option("--kind", metavar="KIND", default="", says=Text("只列这类条款", "only clauses of this kind"))
@on_option
@catalogue_option
@parts.as_json
@parts.lang
def list_(paper: str, kind: str, on: str | None, folder: Path | None, as_json: bool) -> None:
    """One row a paper as it stands on the day; `--on` lists what holds then, drafts marked."""
    from escrow.programmes.listing import Wanted, listing
    from scenarios.report.policy_list import listing_page

    lang, day = language.of_reports(), day_of(on)
    rows = listing(opened(folder), Wanted(paper, kind, on is not None), day, lang)
    if as_json:
        screen.put_json(rows)
    else:
        draw(listing_page(rows, day, lang), screen.console())
