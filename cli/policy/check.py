"""`anxinbao policy check`: a user's own catalogue file, without using it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli import language, parts, screen
from cli.leaving import FINDINGS, KEPT
from cli.policy.opened import catalogue_option, opened
from ledger.text import Lang, Text

if TYPE_CHECKING:
    from escrow.catalogue.problems import CatalogueProblem

_GOOD = Text("{files}：没有错误", "{files}: no faults")
_ADVICE = Text("建议：{text}", "advice: {text}")


@click.command(
    "check",
    cls=parts.Command,
    says=Text(
        "检查自己写的政策文件、事实表或修订：文件、行、字段、建议；算例一并试算",
        "Check papers, facts or overlays of your own: file, line, field, advice; examples are tried.",
    ),
)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@catalogue_option
@parts.as_json
@parts.lang
def check(files: tuple[Path, ...], folder: Path | None, as_json: bool) -> int:
    """Exit 1 with findings."""
    from escrow.programmes.checking import findings

    found = findings(list(files), opened(folder), folder)
    lang = language.current()
    if as_json:
        screen.put_json({"ok": not found, "faults": [_plain(each, lang) for each in found]})
    elif found:
        for each in found:
            screen.warn(each.say(lang))
            screen.warn(f"    {language.say(_ADVICE).format(text=each.advise(lang))}")
    else:
        screen.put(_GOOD.say(language.of_reports()).format(files=", ".join(map(str, files))))
    return FINDINGS if found else KEPT


def _plain(fault: "CatalogueProblem", lang: Lang) -> dict[str, Any]:
    """A finding as data."""
    facts = fault.facts
    wrong = facts["fault"].say(lang) if isinstance(facts.get("fault"), Text) else fault.say(lang)
    place = {"file": facts.get("file", ""), "line": facts.get("line", 1), "field": facts.get("field", "-")}
    return {**place, "fault": wrong, "advice": fault.advise(lang)}
