"""The blocks of a README: what is fenced, in which language, under which `ci:` mark."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
MARK = re.compile(r"^<!-- ci: (\w+) -->$")


class Block(NamedTuple):
    """One fenced block: its language, its lines, and the gate's mark on it if any."""

    language: str
    lines: tuple[str, ...]
    mark: str


def blocks(name: str) -> list[Block]:
    """Every fenced block of the file, in order."""
    found: list[Block] = []
    inside: list[str] | None = None
    mark = language = ""
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if inside is not None and line.startswith("```"):
            found.append(Block(language, tuple(inside), mark))
            mark, inside = "", None
        elif inside is not None:
            inside.append(line)
        elif line.startswith("```"):
            language, inside = line[3:].strip(), []
        elif hit := MARK.match(line):
            mark = hit.group(1)
    return found


def steps(block: Block) -> list[tuple[str, list[str]]]:
    """Each command a reader would type, with the output printed below it (none in a shell block)."""
    found: list[tuple[str, list[str]]] = []
    for line in block.lines:
        if block.language == "console" and not line.startswith("$ "):
            found[-1][1].append(line)
        elif line.strip() and not line.startswith("#"):
            found.append((line.removeprefix("$ "), []))
    return found


def typed(name: str) -> list[Block]:
    """The blocks of the file that show commands."""
    return [block for block in blocks(name) if block.language in ("sh", "console")]
