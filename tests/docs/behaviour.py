"""The tables of docs/behaviour.md and its Chinese twin, written from the code.

`python -m tests.docs.behaviour` writes them anew between their marks; the prose around them is kept.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from escrow.behaviour import PURPOSES, Purpose, Unit
from escrow.behaviour.chance import Split
from escrow.behaviour.quantile import percent
from escrow.tape import Cause
from escrow.world import PopulationSpec
from escrow.world.district import Members
from escrow.world.district.notes import NOTES as DISTRICT_NOTES
from escrow.world.population_notes import NOTES
from ledger.text import Lang, Text

ROOT = Path(__file__).parents[2]
GUIDES: dict[Lang, Path] = {"en": ROOT / "docs/behaviour.md", "zh": ROOT / "docs/behaviour.zh-CN.md"}
UNITS = {
    Unit.WORKING_DAYS: Text("工作日", "working days"),
    Unit.CALENDAR_DAYS: Text("日历日", "calendar days"),
    Unit.PERCENT: Text("%", "%"),
    Unit.BASIS_POINTS: Text("万分之一", "basis points"),
    Unit.POINTS: Text("分", "points"),
    Unit.WAN: Text("万元", "万元"),
    Unit.CHANCE: Text("概率", "chance"),
    Unit.CAUSE: Text("占比", "shares"),
}
HEADS = {
    "purposes": Text(
        "| 名称 | 含义 | 单位 | 不写 behaviour 时 | district | 质量 | 来源 |",
        "| name | meaning | unit | without behaviour | district | quality | source |",
    ),
    "population": Text(
        "| 键 | 含义 | 默认 | 质量 | 来源 |",
        "| key | meaning | default | quality | source |",
    ),
    "claims": Text(
        "| 键或事项 | 含义 | 默认 | 质量 | 来源 |",
        "| key or thing | meaning | default | quality | source |",
    ),
}


def tables(lang: Lang) -> dict[str, str]:
    """The tables as Markdown, by the name in their marks."""
    rows = {
        "purposes": [_purpose(p, lang) for p in PURPOSES.values()],
        "population": list(_notes(lang)),
        "claims": list(_district_notes(lang)),
    }
    return {name: "\n".join([*_head(name, lang), *lines]) for name, lines in rows.items()}


def with_tables(text: str, lang: Lang) -> str:
    """The guide with its tables replaced."""
    for name, table in tables(lang).items():
        marks = f"<!-- {name} -->", f"<!-- /{name} -->"
        found = re.compile(re.escape(marks[0]) + ".*?" + re.escape(marks[1]), re.DOTALL)
        text = found.sub(lambda _, m=marks, t=table: f"{m[0]}\n{t}\n{m[1]}", text)  # type: ignore[misc]
    return text


def _head(name: str, lang: Lang) -> list[str]:
    head = HEADS[name].say(lang)
    return [head, "|" + " --- |" * (head.count("|") - 1)]


def _purpose(purpose: Purpose, lang: Lang) -> str:
    drawn = [_say(draw) for draw in (purpose.certain, purpose.district)]
    cells = [f"`{purpose.name}`", purpose.label.say(lang), UNITS[purpose.unit].say(lang), *drawn]
    return _row([*cells, purpose.quality, purpose.source.say(lang)])


def _notes(lang: Lang) -> Iterator[str]:
    spec = PopulationSpec()
    for note in NOTES:
        cells = [f"`{note.key}`", note.label.say(lang), note.value(spec), note.quality]
        yield _row([*cells, note.source.say(lang)])


def _district_notes(lang: Lang) -> Iterator[str]:
    members = Members()
    for note in DISTRICT_NOTES:
        cells = [f"`{note.key}`", note.label.say(lang), note.value(members), note.quality]
        yield _row([*cells, note.source.say(lang)])


def _say(draw: object) -> str:
    if isinstance(draw, Split):
        return ", ".join(f"{Cause(code).name.lower()} {percent(share)}%" for code, share in draw.parts)
    return str(draw.say())  # type: ignore[attr-defined]


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    for written, path in GUIDES.items():
        path.write_text(with_tables(path.read_text(encoding="utf-8"), written), encoding="utf-8")
