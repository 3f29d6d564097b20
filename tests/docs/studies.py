"""The studies in docs/studies.md and its Chinese twin, written from the experiment files.

`python -m tests.docs.studies` writes them anew between their marks; the prose around them is kept.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ledger.text import Lang, Text
from scenarios.sweep.axes import Axis
from scenarios.sweep.designs import combinations
from scenarios.sweep.experiment import Experiment
from scenarios.sweep.read import load_experiment
from scenarios.sweep.studies import study_names

ROOT = Path(__file__).parents[2]
GUIDES: dict[Lang, Path] = {"en": ROOT / "docs/studies.md", "zh": ROOT / "docs/studies.zh-CN.md"}
HEAD = Text("| 变化的量 | 取值 |\n| --- | --- |", "| what varies | values |\n| --- | --- |")
RUN = Text("{points} 个点，每点重复 {n} 次：", "{points} points, {n} replications each:")
CAME_OUT = Text("结果", "What came out")
MARK = re.compile(r"<!-- studies -->.*?<!-- /studies -->", re.DOTALL)
MOST_LEVELS = 12


def in_order() -> list[Experiment]:
    """The studies by their number, which their Chinese titles begin with."""
    found = [load_experiment(name) for name in study_names()]
    return sorted(found, key=lambda study: int(re.findall(r"\d+", study.title.en)[0]))


def with_studies(text: str, lang: Lang) -> str:
    """The guide with its studies replaced."""
    written = "\n\n".join("\n\n".join(_study(study, lang)) for study in in_order())
    return MARK.sub(lambda _: f"<!-- studies -->\n{written}\n<!-- /studies -->", text)


def _study(study: Experiment, lang: Lang) -> Iterator[str]:
    points, _ = combinations(study)
    yield f"## {study.title.say(lang)}"
    yield f"**{study.question.say(lang)}**"
    yield study.why.say(lang)
    yield "\n".join([HEAD.say(lang), *(_row(axis) for axis in study.axes)])
    said = RUN.say(lang).format(points=len(points), n=f"{study.replications:,}")
    yield f"{said} `anxinbao sweep {study.name} --out {study.name}`"
    if notes := study.notes.say(lang):
        yield f"### {CAME_OUT.say(lang)}"
        yield "\n".join(f"- {line}" for line in notes.splitlines() if line.strip())


def _row(axis: Axis) -> str:
    levels = [f"`{level.text}`" for level in axis.levels]
    rest = len(levels) - MOST_LEVELS
    shown = ", ".join(levels[:MOST_LEVELS]) + (f", … (+{rest})" if rest > 0 else "")
    return f"| `{axis.name}` | {shown} |"


if __name__ == "__main__":
    for written_in, path in GUIDES.items():
        path.write_text(with_studies(path.read_text(encoding="utf-8"), written_in), encoding="utf-8")
