"""`anxinbao policy evaluate`: a case, or a table of cases, under one clause."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli import language, parts, screen
from cli.draw import draw
from cli.policy.opened import catalogue_option, day_of, on_option, opened
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.clauses import Catalogue
    from scenarios.cases.ask import Asked
    from scenarios.cases.read import Table

_NOT_A_PAIR = Text("“{value}”应写成 名称=值", "{value!r} should be NAME=VALUE")
_IDLE = Text("提醒：本条款用不到 {names}", "warning: the clause does not ask for {names}")
_DONE = Text("{rows} 个案例，合计 {total}", "{rows} cases, {total} in all")
_OUT_FOR_TABLES = Text("只有表格（CSV、Parquet）才用 --out", "--out is for tables (CSV, Parquet)")


@click.command(
    "evaluate",
    cls=parts.Command,
    says=Text(
        "把一个案例（或一张表的案例）代入一个条款，逐步说明",
        "Put a case, or a table of cases, under a clause; every condition and step is explained.",
    ),
)
@click.argument("clause", metavar="ID")
@parts.option(
    "--facts",
    metavar="FILE",
    says=Text(
        "事实：YAML、JSON、CSV、Parquet，- 为标准输入",
        "the facts: YAML, JSON, CSV or Parquet; - for standard input",
    ),
)
@parts.option(
    "--fact",
    "stated",
    multiple=True,
    metavar="NAME=VALUE",
    says=Text("一个事实，可重复", "one fact; repeatable"),
)
@on_option
@parts.readings
@parts.option(
    "--set",
    "sets",
    multiple=True,
    metavar="NAME=VALUE",
    says=Text("改一个参数，可重复", "change a number of the clause; repeatable"),
)
@parts.option(
    "--overlay",
    metavar="FILE",
    type=click.Path(path_type=Path),
    says=Text("先按修订文件改政策", "amend the papers with this file first"),
)
@parts.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    says=Text("表格的答案写到哪里", "where a table's answers go: CSV or Parquet"),
)
@catalogue_option
@parts.as_json
@parts.lang
def evaluate(
    clause: str, facts: str | None, overlay: Path | None, out: Path | None, as_json: bool, **given: Any
) -> None:
    """One case on a page; a list of cases one after the other; a table as a table."""
    from scenarios.cases.read import Table, read_facts

    catalogue = _amended(opened(given["folder"]), overlay)
    catalogue.clause(clause)
    asked = _asked(clause, given)
    read = read_facts(facts, _bytes(facts)) if facts else {}
    if isinstance(read, Table):
        _table(catalogue, asked, read, out, as_json)
        return
    if out is not None:
        raise click.BadParameter(language.say(_OUT_FOR_TABLES), param_hint="--out")
    _cases(catalogue, asked, read, as_json)


def _amended(catalogue: "Catalogue", overlay: Path | None) -> "Catalogue":
    if overlay is None:
        return catalogue
    from escrow.clauses.overlay import amended, load_overlay

    return amended(catalogue, load_overlay(overlay))


def _asked(clause: str, given: dict[str, Any]) -> "Asked":
    from scenarios.cases.ask import Asked

    day: date = day_of(given["on"])
    return Asked(clause, day, _pairs(given["readings"]), _pairs(given["sets"]), _pairs(given["stated"]))


def _pairs(words: tuple[str, ...]) -> dict[str, str]:
    pairs = [word.partition("=") for word in words]
    wrong = next((name for name, sign, _ in pairs if not sign or not name.strip()), None)
    if wrong is not None:
        raise click.UsageError(language.say(_NOT_A_PAIR).format(value=wrong))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _bytes(facts: str) -> bytes:
    return sys.stdin.buffer.read() if facts == "-" else Path(facts).read_bytes()


def _cases(catalogue: "Catalogue", asked: "Asked", read: Any, as_json: bool) -> None:
    from scenarios.report.evaluation import evaluation_page

    lang = language.of_reports()
    cases = read if isinstance(read, list) else [read]
    results = [asked.one(catalogue, case) for case in cases]
    _tell_idle(catalogue, asked, [name for case in cases for name in case])
    if as_json:
        plain = [{**each.plain(lang), **catalogue.standing(each).plain(lang)} for each in results]
        screen.put_json(plain if isinstance(read, list) else plain[0])
        return
    for result, case in zip(results, cases, strict=True):
        told, standing = asked.told(catalogue, case, lang), catalogue.standing(result)
        draw(evaluation_page(result, told, lang, standing), screen.console())


def _tell_idle(catalogue: "Catalogue", asked: "Asked", stated: Iterable[str]) -> None:
    """Warn of facts that make no difference to the clause."""
    idle = list(dict.fromkeys(asked.idle(catalogue, stated)))
    if idle:
        screen.warn(language.say(_IDLE).format(names=", ".join(idle)))


def _table(catalogue: "Catalogue", asked: "Asked", table: "Table", out: Path | None, as_json: bool) -> None:
    from ledger.money import show_money
    from scenarios.cases.many import answered
    from scenarios.cases.write import write_csv, write_table

    answers = answered(catalogue, asked, table, language.of_reports())
    if as_json:
        names = list(answers.columns)
        screen.put_json(
            [dict(zip(names, row, strict=True)) for row in zip(*answers.columns.values(), strict=True)]
        )
    elif out is None:
        write_csv(sys.stdout, answers.columns)
    if out is not None:
        write_table(out, answers.columns)
    total = show_money(answers.total_fen, language.current())
    screen.warn(language.say(_DONE).format(rows=table.rows, total=total))
