"""`anxinbao policy`: the programmes as data."""

from typing import Any

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.parts import Group
from ledger.text import Text

policy = Group(
    "policy", says=Text("查看政策：条款、参数、读法", "The programmes: clauses, parameters, readings.")
)


@policy.command("list", cls=parts.Command, says=Text("列出内置政策", "The programmes shipped."))
@parts.as_json
@parts.lang
def list_(as_json: bool) -> None:
    """One row a policy."""
    from escrow.catalogue.describe import policies
    from scenarios.report.policy import policies_page

    rows = policies(language.of_reports())
    if as_json:
        screen.put_json(rows)
    else:
        draw(policies_page(rows, language.of_reports()), screen.console())


@policy.command(
    "show",
    cls=parts.Command,
    says=Text(
        "条款、带日期的参数、读法及其选项和理由",
        "Clauses, dated parameters, readings with options and reasons.",
    ),
)
@click.argument("name", metavar="[POLICY]", required=False)
@click.argument("item", metavar="[ITEM]", required=False)
@parts.option(
    "--preset", metavar="NAME", says=Text("按此预设解析的读法", "the readings as this preset resolves them")
)
@parts.as_json
@parts.lang
def show(name: str | None, item: str | None, preset: str | None, as_json: bool) -> None:
    """The whole policy, one item of it, or the answers of a preset."""
    data = _data(name, item, preset)
    if as_json:
        screen.put_json(data)
        return
    from scenarios.report.policy import items_page, overview_page, preset_page

    lang = language.of_reports()
    page = (
        preset_page(data, lang)
        if preset
        else items_page(data, lang)
        if isinstance(data, list)
        else overview_page(data, lang)
    )
    draw(page, screen.console())


def _data(name: str | None, item: str | None, preset: str | None) -> Any:
    from escrow.catalogue import DEFAULT, describe, load_policy

    # One name alone may be an item of the built-in policy: `policy show cost_share_cap`.
    if name is not None and item is None and describe.has_item(load_policy(DEFAULT), name):
        name, item = DEFAULT, name
    found, lang = load_policy(name or DEFAULT), language.of_reports()
    if preset is not None:
        resolved = found.resolve(preset)
        return {
            **describe.preset(found, preset, lang),
            "readings": dict(resolved.readings),
            "digest": resolved.digest,
        }
    return describe.show(found, item, lang) if item else describe.overview(found, lang)
