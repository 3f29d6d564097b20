"""`anxinbao scenario`: the library, a new file, a check, the schema."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli import data, language, parts, screen
from cli.leaving import FINDINGS, KEPT
from cli.parts import Group
from ledger.problem import Problem
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.spec import SpecProblem

scenario = Group(
    "scenario", says=Text("情景文件：列出、新建、检查、模式", "Scenario files: list, new, check, schema.")
)
_LIST = Text("情景库", "The library")
_COLUMNS = (Text("名称", "name"), Text("标题", "title"), Text("为何有它", "why"))
_STUDIES = Text("研究（用 anxinbao sweep 名称 运行）", "Studies (run one with anxinbao sweep NAME)")
_OF_STUDIES = (Text("名称", "name"), Text("标题", "title"), Text("要回答的问题", "question"))
_GOOD = Text("{file}：没有错误", "{file}: no faults")
_WARNING = Text("提醒：{text}", "warning: {text}")
_WRITTEN = Text(
    "已写入 {file}；接着用 anxinbao scenario check {file}",
    "wrote {file}; next: anxinbao scenario check {file}",
)


_FOR_CLAIMS = parts.option(
    "--claims", is_flag=True, says=Text("兑现申报的情景", "for a scenario of claims under the catalogue")
)


class FileExists(Problem):
    """The file to write is already there."""

    message = Text("{name} 已存在，不会覆盖", "{name} is already there and is not overwritten")
    advice = Text("换一个文件名", "choose another name")


class NoSuchExample(Problem):
    """`--from` names no scenario of the library."""

    message = Text("情景库里没有“{name}”", "the library has no scenario called {name!r}")
    advice = Text("可用的有：{known}", "known: {known}")


@scenario.command(
    "list",
    cls=parts.Command,
    says=Text("情景库，各附理由", "The library: each scenario with the reason it exists."),
)
@parts.as_json
@parts.lang
def list_(as_json: bool) -> None:
    """Title and reason of every scenario of the library, title and question of every study."""
    from scenarios.opening import open_any
    from scenarios.spec import library_names
    from scenarios.sweep.studies import study_names

    lang = language.of_reports()
    rows = []
    for name in library_names():
        found = open_any(name).scenario
        rows.append(
            {
                "name": name,
                "kind": "scenario",
                "title": found.title.say(lang),
                "why": found.why.say(lang) if found.why else "",
            }
        )
    studies = [_study(name) for name in study_names()]
    if as_json:
        screen.put_json([*rows, *studies])
        return
    data.show(_LIST, _COLUMNS, [(row["name"], row["title"], row["why"]) for row in rows])
    if studies:
        screen.put("")
        data.show(_STUDIES, _OF_STUDIES, [(row["name"], row["title"], row["question"]) for row in studies])


def _study(name: str) -> dict[str, str]:
    from scenarios.sweep.studies import study_spec

    lang, spec = language.of_reports(), study_spec(name)
    said = {"title": spec.title, "why": spec.why, "question": spec.question}
    texts = {key: text.say(lang) if text else "" for key, text in said.items()}
    return {"name": name, "kind": "study", **texts}


@scenario.command(
    "new",
    cls=parts.Command,
    says=Text("写一个带注释的新情景", "Write a commented scenario to begin with. Never overwrites."),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@parts.option(
    "--from",
    "example",
    metavar="NAME",
    says=Text("以情景库中的此情景为底", "begin with a scenario of the library"),
)
@_FOR_CLAIMS
@parts.lang
def new(file: Path, example: str | None, claims: bool) -> None:
    """The first line names the schema, so that editors complete the file."""
    from scenarios.claims.spec.template import claims_template
    from scenarios.spec import library_file, library_names, template

    if example is None:
        text = claims_template(file.stem) if claims else template(file.stem)
    else:
        found = library_file(example)
        if found is None:
            raise NoSuchExample(name=example, known=", ".join(library_names()))
        text = found.read_text("utf-8")
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError as fault:
        raise FileExists(name=file) from fault
    screen.warn(language.say(_WRITTEN).format(file=file))


@scenario.command(
    "check", cls=parts.Command, says=Text("检查情景文件但不运行", "Check a file without running it.")
)
@click.argument("source", metavar="SCENARIO")
@parts.option(
    "--normal",
    "as_normal",
    is_flag=True,
    says=Text("打印填满默认值后的样子", "print it with every default filled in, as understood"),
)
@parts.as_json
@parts.lang
def check(source: str, as_normal: bool, as_json: bool) -> int:
    """Exit 1 with faults, 2 when the file cannot be read; warnings keep 0."""
    from scenarios.opening import normal_of, open_any
    from scenarios.spec import SpecProblem
    from scenarios.spec.source import read_source

    lang = language.current()
    text = read_source(source)
    try:
        loaded = open_any(text)
    except SpecProblem as problem:
        _tell_faults(problem, as_json)
        return FINDINGS
    form = normal_of(loaded)
    if as_json:
        warnings = [warning.as_dict(lang) for warning in loaded.warnings]
        shown = {"normal": form} if as_normal else {}
        screen.put_json({"ok": True, "faults": [], "warnings": warnings, **shown})
        return KEPT
    for warning in loaded.warnings:
        screen.warn(language.say(_WARNING).format(text=warning.say(lang)))
    screen.put(_yaml(form) if as_normal else _GOOD.say(language.of_reports()).format(file=loaded.source.file))
    return KEPT


def _tell_faults(problem: "SpecProblem", as_json: bool) -> None:
    lang = language.current()
    if as_json:
        faults = [fault.as_dict(lang) for fault in problem.faults]
        screen.put_json({"ok": False, "faults": faults, "warnings": []})
    else:
        screen.warn(problem.say(lang))


def _yaml(form: object) -> str:
    import io

    from ruamel.yaml import YAML

    stream = io.StringIO()
    writer = YAML()
    writer.default_flow_style = False
    writer.width = 100
    writer.dump(form, stream)
    return stream.getvalue().rstrip("\n")


@scenario.command(
    "schema",
    cls=parts.Command,
    says=Text("情景文件的 JSON Schema，供编辑器使用", "The JSON Schema of the scenario file, for editors."),
)
@_FOR_CLAIMS
@parts.lang
def schema_(claims: bool) -> None:
    """JSON Schema on standard output."""
    from scenarios.claims.spec.template import claims_schema
    from scenarios.spec import schema

    screen.put_json(claims_schema() if claims else schema())
