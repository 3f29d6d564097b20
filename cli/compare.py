"""`anxinbao compare`: what differs between two results, or between the points of one."""

from pathlib import Path

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.results import opened_results, outcomes_option
from ledger.text import Text


@click.command(
    "compare",
    cls=parts.Command,
    says=Text(
        "比较两份扫描结果，或一份结果中的各方案与对照方案",
        "Compare two results of sweeps, or the points of one with its baseline.",
    ),
)
@click.argument(
    "results", metavar="RESULT [RESULT]", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@outcomes_option(Text("比较这个指标，可重复", "compare this measure; repeatable"))
@parts.option(
    "--baseline",
    type=click.IntRange(0),
    metavar="J",
    says=Text("一份结果内：与第 J 个方案比较", "inside one result: compare with point J"),
)
@parts.as_json
@parts.lang
def compare(
    results: tuple[Path, ...], outcomes: tuple[str, ...], baseline: int | None, as_json: bool
) -> None:
    """Paired by replication where both sides share their seed, and says so."""
    from scenarios.analysis.compare import compare_points, compare_results
    from scenarios.analysis.pages.compare import compare_page, plain_compare

    if len(results) > 2:
        raise click.UsageError(language.say(_TOO_MANY))
    if len(results) == 2 and baseline is not None:
        raise click.UsageError(language.say(_ONE_ONLY))
    opened = [opened_results(folder) for folder in results]
    if len(opened) == 1:
        found = compare_points(opened[0], outcomes, baseline)
    else:
        found = compare_results(opened[0], opened[1], outcomes)
    lang = language.of_reports()
    if as_json:
        screen.put_json(plain_compare(found, lang))
    else:
        names = [folder.name for folder in results] if len(results) == 2 else []
        draw(compare_page(found, lang, names), screen.console())


_TOO_MANY = Text("最多给两份结果", "name one result or two")
_ONE_ONLY = Text("--baseline 只用于一份结果", "--baseline is for a single result")
