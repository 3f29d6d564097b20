"""`anxinbao solve`: the smallest or largest value of a knob that keeps a risk under a bound."""

from typing import Any

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.leaving import FINDINGS, KEPT
from cli.results import trial_of, trial_options
from ledger.text import Text


@click.command(
    "solve",
    cls=parts.Command,
    says=Text(
        "求最小（或最大）的取值，使某项风险守得住界限",
        "Find the smallest (or largest) value that keeps a risk under a bound, on the same worlds.",
    ),
)
@click.argument("scenario", metavar="[SCENARIO]", required=False)
@parts.option(
    "--find", "knob", required=True, metavar="NAME", says=Text("要求的量", "what to find, as for --set")
)
@parts.option("--low", required=True, metavar="VALUE", says=Text("区间下端", "lower end of the range"))
@parts.option("--high", required=True, metavar="VALUE", says=Text("区间上端", "upper end of the range"))
@parts.option(
    "--keep",
    required=True,
    metavar="BOUND",
    says=Text("界限，如 'pool_depleted<=5%'", "the bound, such as 'pool_depleted<=5%'"),
)
@parts.option(
    "--smallest/--largest",
    "smallest",
    default=True,
    says=Text("求最小（默认）或最大", "the smallest value (default) or the largest"),
)
@trial_options
@parts.as_json
@parts.lang
def solve(scenario: str | None, smallest: bool, as_json: bool, **given: Any) -> int:
    """Exit 1 where no value of the range keeps the bound."""
    from scenarios.analysis.bound import bound
    from scenarios.analysis.judged import judged
    from scenarios.analysis.measures import known
    from scenarios.analysis.pages.judged import judged_blocks, plain_judged
    from scenarios.analysis.pages.solve import plain_solve, solve_page
    from scenarios.analysis.scale import scale
    from scenarios.analysis.solve import solve as search
    from scenarios.report.document import Document

    lang = language.of_reports()
    limit, span = bound(given["keep"]), scale(given["low"], given["high"])
    asked = known(limit.name)
    with trial_of(scenario, given) as trial:
        rests = judged(trial.opened()[0])
        found = search(given["knob"], span, limit, trial.keeping(asked).run, smallest=smallest)
    if as_json:
        screen.put_json({**plain_solve(found), "rests_on": plain_judged(rests, lang)})
    else:
        page = solve_page(found, asked.unit, lang)
        draw(Document((*page.blocks, *judged_blocks(rests, lang))), screen.console())
    return KEPT if found.answer is not None else FINDINGS
