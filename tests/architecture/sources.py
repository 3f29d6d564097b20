"""The project's own source files, read and parsed once for every test of the shape."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGES = ("cli", "escrow", "ledger", "scenarios")


class Source(NamedTuple):
    """One Python file: its path from the root, its text and its tree."""

    path: str
    text: str
    tree: ast.Module


@cache
def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text, str(path)))


def sources(*rooms: str) -> Iterator[Source]:
    """Every source of the rooms named: a folder (`ledger`), a module (`escrow/arithmetic`) or both."""
    for room in rooms:
        module = ROOT / f"{room}.py"
        if module.exists():
            yield _read(module)
        for path in sorted((ROOT / room).rglob("*.py")):
            yield _read(path)


def places(found: Iterator[tuple[Source, ast.AST, str]]) -> list[str]:
    """What was found as `path:line what`, for a message one can click."""
    return [f"{source.path}:{getattr(node, 'lineno', 0)} {what}" for source, node, what in found]
