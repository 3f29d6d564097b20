"""Rooms small enough to read: files, functions and the median file."""

import ast
from collections.abc import Iterator
from statistics import median

from tests.architecture.sources import PACKAGES, Source, sources

FILE_LINES = 400
FUNCTION_LINES = 60
MEDIAN_LINES = 150

Function = ast.FunctionDef | ast.AsyncFunctionDef


def lines(source: Source) -> int:
    return len(source.text.splitlines())


def functions(tree: ast.AST) -> Iterator[tuple[Function, int]]:
    """Each function with the lines it takes, decorators not counted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_longer_than_400_lines() -> None:
    long = [f"{s.path} ({lines(s)} lines)" for s in sources(*PACKAGES, "tests") if lines(s) > FILE_LINES]
    assert long == []


def test_no_function_is_longer_than_60_lines() -> None:
    long = [
        f"{source.path}:{node.lineno} {node.name} ({size} lines)"
        for source in sources(*PACKAGES, "tests")
        for node, size in functions(source.tree)
        if size > FUNCTION_LINES
    ]
    assert long == []


def test_the_median_file_has_at_most_150_lines() -> None:
    sizes = [lines(source) for source in sources(*PACKAGES) if lines(source) > 1]
    assert median(sizes) <= MEDIAN_LINES
