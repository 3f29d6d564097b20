"""`anxinbao readings`: what each ambiguity of the text costs, and whom."""

from typing import Any

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.results import trial_of, trial_options
from ledger.text import Text


@click.command(
    "readings",
    cls=parts.Command,
    says=Text(
        "给每个读法计价：换一个读法，财政、平台、企业各差多少",
        "Price every reading against the scenario's own on the same worlds; by default of the baseline.",
    ),
)
@click.argument("scenario", metavar="[SCENARIO]", required=False)
@parts.option(
    "--reading",
    "names",
    multiple=True,
    metavar="NAME",
    says=Text("只看这个读法，可重复", "only this reading, without the presets; repeatable"),
)
@trial_options
@parts.as_json
@parts.lang
def readings(scenario: str | None, names: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """One sweep over all options, then one page."""
    from scenarios.analysis.judged import judged
    from scenarios.analysis.pages.judged import judged_blocks, plain_judged
    from scenarios.analysis.pages.readings import plain_readings, readings_page
    from scenarios.analysis.readings import price
    from scenarios.report.document import Document

    lang = language.of_reports()
    with trial_of(scenario, given) as trial:
        opened, resolved = trial.opened()
        found = price(resolved, trial.run, trial.refused, names)
    rests = judged(opened)
    if as_json:
        screen.put_json({**plain_readings(found, lang), "rests_on": plain_judged(rests, lang)})
    else:
        page = readings_page(found, lang)
        draw(Document((*page.blocks, *judged_blocks(rests, lang))), screen.console())
