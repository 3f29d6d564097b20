"""`anxinbao template` and `anxinbao import`: real claims from a table."""

from pathlib import Path

import click

from cli import data, language, parts, screen
from cli.policy.opened import catalogue_option, opened
from ledger.problem import Problem
from ledger.text import Text

_WRITTEN = Text(
    "已写入 {file}；填好后用 anxinbao import {file}", "wrote {file}; fill it in, then anxinbao import {file}"
)
_READ = Text("{count} 项申报、{firms} 家企业，没有错误", "{count} claims and {firms} enterprises, no faults")
_KEPT = Text(
    "已写入 {file}；在情景中写 claims_from: {file}",
    "wrote {file}; name it in a scenario: claims_from: {file}",
)
_TITLE = Text("申报", "Claims")
_COLUMNS = (
    Text("编号", "id"),
    Text("企业", "enterprise"),
    Text("条款", "clause"),
    Text("申报日", "applied on"),
    Text("对象", "object"),
)


class OutExists(Problem):
    """The file to write is already there."""

    message = Text("{name} 已存在，不会覆盖", "{name} is already there and is not overwritten")
    advice = Text("换一个文件名", "choose another name")


class NotATable(Problem):
    """A template is a table."""

    message = Text("{name} 不是表格", "{name} is not a table")
    advice = Text("文件名以 .xlsx 或 .csv 结尾", "end the name with .xlsx or .csv")


@click.command(
    "template",
    cls=parts.Command,
    says=Text(
        "写一个申报表模板（Excel 或 CSV），含表头和两行例子",
        "Write a table to collect real claims in (Excel or CSV), with headers and two example rows.",
    ),
)
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@parts.lang
def template(file: Path) -> None:
    """Never overwrites."""
    from escrow.clauses import load_catalogue
    from scenarios.claims import importing

    if file.suffix.lower() not in (".xlsx", ".xlsm", ".csv"):
        raise NotATable(name=str(file))
    importing.template(file, load_catalogue().facts, language.of_reports())
    screen.warn(language.say(_WRITTEN).format(file=file))


@click.command(
    "import",
    cls=parts.Command,
    says=Text(
        "读入真实申报（Excel、CSV、YAML），列出或写成 YAML",
        "Read real claims (Excel, CSV, YAML); list them, or write them as YAML.",
    ),
)
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@parts.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    says=Text("写成 YAML", "the YAML file to write"),
)
@catalogue_option
@parts.as_json
@parts.lang
def import_(file: Path, out: Path | None, folder: Path | None, as_json: bool) -> None:
    """Exit 2 with every fault when there is any; nothing is written then."""
    from scenarios.claims.importing import as_yaml, read_claims

    catalogue = opened(folder)
    imported = read_claims(file, catalogue.facts, catalogue.clauses)
    if out is not None:
        _write(out, as_yaml(imported))
    if as_json:
        screen.put_json({"claims": imported.claims, "enterprises": imported.enterprises})
    elif out is None:
        names = ("id", "enterprise", "clause", "applied_on", "object")
        rows = [[str(claim.get(name, "")) for name in names] for claim in imported.claims]
        data.show(_TITLE, _COLUMNS, rows)
    screen.warn(language.say(_READ).format(count=len(imported.claims), firms=len(imported.enterprises)))
    if out is not None:
        screen.warn(language.say(_KEPT).format(file=out))


def _write(out: Path, text: str) -> None:
    try:
        with out.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError as fault:
        raise OutExists(name=out) from fault
