"""Every text a person reads exists in Chinese and English, with the same places to fill."""

import ast
from collections.abc import Iterator
from string import Formatter

import pytest

from tests.architecture.sources import PACKAGES, Source, places, sources


def faults(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """`Text("...", "...")` literals that lack a language or fill different places.

    `Text("", "")` is no fault: it says in both languages that there is nothing to add.
    """
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text"):
            continue
        literals = _literals(node)
        if len(literals) != 2:
            continue
        zh, en = literals["zh"], literals["en"]
        if bool(zh.strip()) != bool(en.strip()):
            yield node, f"a language is missing: {zh!r}, {en!r}"
        elif fields(zh) != fields(en):
            yield node, f"different places: {zh!r}, {en!r}"


def _literals(call: ast.Call) -> dict[str, str]:
    """The two texts when both are written out; nothing for a Text built from data."""
    given = [*zip(("zh", "en"), call.args, strict=False), *((k.arg or "", k.value) for k in call.keywords)]
    return {
        name: node.value
        for name, node in given
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def fields(template: str) -> set[str]:
    """The names of the places in a format template; none in a text that is no template."""
    try:
        return {name for _, name, _, _ in Formatter().parse(template) if name}
    except ValueError:
        return set()


def _found() -> Iterator[tuple[Source, ast.AST, str]]:
    for source in sources(*PACKAGES):
        for node, what in faults(source.tree):
            yield source, node, what


def test_every_text_has_both_languages() -> None:
    assert places(_found()) == []


@pytest.mark.parametrize(
    "code", ['Text("中文", "")', 'Text(" ", "x")', 'Text(zh="", en="x")', 'Text("第 {n} 行", "line {m}")']
)
def test_the_check_finds(code: str) -> None:
    assert list(faults(ast.parse(code)))


@pytest.mark.parametrize("code", ['Text("中文 {n}", "English {n}")', 'Text("", "")', "Text(row.zh, row.en)"])
def test_the_check_allows(code: str) -> None:
    assert list(faults(ast.parse(code))) == []
