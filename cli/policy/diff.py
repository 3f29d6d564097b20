"""`anxinbao policy diff`: two papers, or a paper and an amendment, clause by clause and in money."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.policy.opened import catalogue_option, opened
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.programmes.diff import Version
    from scenarios.claims.compare import Comparison

_AMENDED = Text("{paper}（修订后）", "{paper} (amended)")


@click.command(
    "diff",
    cls=parts.Command,
    says=Text(
        "比较两份文件，或一份文件修订前后：逐条；加企业数则按金额",
        "Compare two papers, or a paper before and after an overlay: clause by clause, and in money.",
    ),
)
@click.argument("before", metavar="PAPER")
@click.argument("after", metavar="PAPER|OVERLAY")
@parts.option(
    "--enterprises",
    type=click.IntRange(1, 1_000_000),
    metavar="N",
    says=Text("生成这么多企业，比较谁多谁少", "generate so many enterprises and say who gains and loses"),
)
@parts.option(
    "--seed",
    type=click.IntRange(0),
    default=1,
    metavar="S",
    says=Text("随机种子，默认 1", "the seed, by default 1"),
)
@parts.option(
    "--year",
    type=click.IntRange(2000, 2100),
    metavar="YEAR",
    says=Text("哪一年的账，默认最近一年", "the year of their books, by default the last"),
)
@parts.option(
    "--on",
    metavar="DATE",
    callback=parts.iso_day,
    says=Text(
        "按哪一天的规定算钱，默认当年 6 月 30 日或期限内最近的一天",
        "the day the money is asked on, by default 30 June of the year or the nearest day of a clause's term",
    ),
)
@catalogue_option
@parts.as_json
@parts.lang
def diff(
    before: str, after: str, enterprises: int | None, folder: Path | None, as_json: bool, **given: Any
) -> None:
    """Money is compared on the same enterprises with the same books, as many as `--enterprises` says."""
    from escrow.programmes.diff import diff as compared
    from scenarios.report.policy_diff import diff_page

    lang = language.of_reports()
    sides = _versions(before, after, folder)
    data = compared(*sides, lang)
    money = _money(sides, enterprises, given) if enterprises else None
    if as_json:
        screen.put_json({**data, **({"money": money.plain(lang)} if money else {})})
        return
    draw(diff_page(data, lang), screen.console())
    if money is not None:
        from scenarios.claims.compare import page

        draw(page(money, lang), screen.console())


def _versions(before: str, after: str, folder: Path | None) -> "tuple[Version, Version]":
    from escrow.clauses.overlay import amended, load_overlay
    from escrow.programmes.diff import Version
    from escrow.programmes.papers import paper_of

    catalogue = opened(folder)
    paper = paper_of(catalogue, before).id
    if after not in catalogue.papers and Path(after).suffix in (".yaml", ".yml"):
        return Version(catalogue, paper), Version(amended(catalogue, load_overlay(Path(after))), paper)
    return Version(catalogue, paper), Version(catalogue, paper_of(catalogue, after).id)


def _money(sides: "tuple[Version, Version]", enterprises: int, given: dict[str, Any]) -> "Comparison":
    from escrow.world.district import DistrictSpec, generate_district
    from scenarios.claims.compare import Side, compare

    spec = DistrictSpec(enterprises=enterprises)
    names = [_name(side, side.catalogue is not sides[0].catalogue) for side in sides]
    compared = [Side(name, side.catalogue, (side.paper,)) for name, side in zip(names, sides, strict=True)]
    on = date.fromisoformat(given["on"]) if given["on"] else None
    return compare(compared, generate_district(spec, given["seed"]), given["year"] or spec.last_year, on)


def _name(side: "Version", amended: bool) -> Text:
    plain = Text(side.paper, side.paper)
    return Text(*(_AMENDED.say(lang).format(paper=side.paper) for lang in ("zh", "en"))) if amended else plain
