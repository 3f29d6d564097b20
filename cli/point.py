"""`anxinbao run RESULT --point J --replication K`: one replication of a sweep with its whole ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli import language, screen
from cli.leaving import FINDINGS, KEPT
from ledger.text import Text

if TYPE_CHECKING:
    from scenarios.run import RunResult
    from scenarios.spec import Loaded

FIXED = ("sets", "readings", "preset", "seed")
_FIXED = Text(
    "--point 重现扫描中的一点，不能再改情景", "--point repeats a point of a sweep, so nothing can be changed"
)
_NO_RESULT = Text("--point 需要扫描结果的文件夹", "--point needs the folder of a sweep")
_WHICH = Text(
    "扫描 {folder} 的点 {point}，第 {replication} 次重复",
    "point {point} of {folder}, replication {replication}",
)
_EQUAL = Text("{number} 项结果与所存的一致", "all {number} outcomes are as they were kept")
_DIFFERS = Text("{name}：所存 {kept}，现为 {found}", "{name}: kept {kept}, now {found}")
_FAILED = Text("扫描中此次重复失败：{problem}", "it had failed in the sweep: {problem}")
_NOT_THERE = Text("扫描中没有此次重复", "the sweep has not kept it")


def point_loaded(folder: str | None, given: dict[str, Any]) -> "Loaded":
    """The scenario of the point; a usage error when anything would change it."""
    from scenarios.sweep.reproduce import scenario_at

    if folder is None:
        raise click.UsageError(language.say(_NO_RESULT))
    if any(given[name] not in (None, ()) for name in FIXED):
        raise click.UsageError(language.say(_FIXED))
    return scenario_at(_place(folder, given))


def compared(folder: str, given: dict[str, Any], result: "RunResult") -> dict[str, Any]:
    """Which point it was, and whether its outcomes are those the sweep has kept."""
    from scenarios.sweep.reproduce import reproduce, values_at

    place = _place(folder, given)
    found = reproduce(place, result.prepared, result.tape)
    return {
        "folder": folder,
        "point": place.point,
        "replication": place.replication,
        "values": values_at(place),
        "kept": found.kept is not None,
        "problem": found.problem,
        "outcomes": len(found.found),
        "differences": {name: list(pair) for name, pair in found.differences.items()},
    }


def tell(said: dict[str, Any]) -> None:
    """The same in words, ahead of the report."""
    lang = language.of_reports()
    values = ", ".join(f"{name} {value}" for name, value in said["values"].items())
    line = _WHICH.say(lang).format(**{name: said[name] for name in ("folder", "point", "replication")})
    screen.put(f"{line}: {values}" if values else line)
    if not said["kept"]:
        words = _FAILED if said["problem"] else _NOT_THERE
        screen.put(words.say(lang).format(problem=said["problem"]))
    elif not said["differences"]:
        screen.put(_EQUAL.say(lang).format(number=said["outcomes"]))
    for name, (kept, now) in said["differences"].items():
        screen.put(_DIFFERS.say(lang).format(name=name, kept=kept, found=now))


def code(said: dict[str, Any]) -> int:
    """1 when the outcomes are not those kept."""
    return FINDINGS if said["differences"] else KEPT


def _place(folder: str, given: dict[str, Any]) -> Any:
    from scenarios.sweep.reproduce import Place

    return Place(Path(folder), given["point"], given["replication"])
