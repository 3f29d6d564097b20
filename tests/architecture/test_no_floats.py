"""No float comes near money: not in the ledger, not in the rules, not in the settlement."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import Source, places, sources

EXACT = (
    "ledger",
    "escrow/arithmetic",
    "escrow/clauses",
    "escrow/rules",
    "escrow/settlement",
    "escrow/readings",
)


def floats(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Float literals, calls of `float`, float annotations, and `/` unless it joins a path."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=float()):
                yield node, f"float literal {ast.unparse(node)}"
            case ast.Call(func=ast.Name(id="float")):
                yield node, "call of float()"
            case ast.arg(annotation=ast.Name(id="float")) | ast.AnnAssign(annotation=ast.Name(id="float")):
                yield node, "annotated as float"
            case ast.BinOp(op=ast.Div()) if not joins_path(node):
                yield node, f"true division: {ast.unparse(node)}"
            case ast.AugAssign(op=ast.Div()):
                yield node, f"true division: {ast.unparse(node)}"


def joins_path(node: ast.BinOp) -> bool:
    """Whether one side is a text, which only a path can be divided by."""
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _found() -> Iterator[tuple[Source, ast.AST, str]]:
    for source in sources(*EXACT):
        for node, what in floats(source.tree):
            yield source, node, what


def test_no_float_stands_in_the_exact_rooms() -> None:
    assert places(_found()) == []


@pytest.mark.parametrize(
    "line", ["x = 0.3", "x = float(y)", "x = a / b", "x /= 2", "def f(rate: float): ...", "x: float = 1"]
)
def test_the_check_finds(line: str) -> None:
    assert list(floats(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["x = a // b", "p = folder / 'x.db'", "p = folder / f'{n}.db'", "ok = isinstance(x, float)"]
)
def test_the_check_allows(line: str) -> None:
    assert list(floats(ast.parse(line))) == []
