"""`anxinbao policy show`: a scheme, a paper, a clause, a parameter or a reading."""

from pathlib import Path
from typing import Any

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.policy.opened import catalogue_option, opened
from ledger.text import Text


@click.command(
    "show",
    cls=parts.Command,
    says=Text(
        "一份文件、一个条款、一个带日期的参数或一个读法",
        "A paper or scheme, a clause, a dated parameter, a reading with its options and reasons.",
    ),
)
@click.argument("name", metavar="[POLICY]", required=False)
@click.argument("item", metavar="[ITEM]", required=False)
@parts.option(
    "--preset", metavar="NAME", says=Text("按此预设解析的读法", "the readings as this preset resolves them")
)
@catalogue_option
@parts.as_json
@parts.lang
def show(name: str | None, item: str | None, preset: str | None, folder: Path | None, as_json: bool) -> None:
    """POLICY is a scheme, a paper or the id of a clause; one name alone may be an item of the scheme."""
    from escrow.programmes.lookup import look_up
    from escrow.programmes.lookup import preset as answers_of
    from scenarios.report.policy_show import page_of

    lang = language.of_reports()
    data: Any = (
        answers_of(name, preset, lang) if preset else look_up(lambda: opened(folder), name, item, lang)
    )
    if as_json:
        screen.put_json(data)
    else:
        draw(page_of(data, lang), screen.console())
