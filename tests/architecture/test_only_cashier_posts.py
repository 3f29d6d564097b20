"""Accountant, cashier and auditor are apart (钱账分管): in a run only the cashier posts."""

import ast
from collections.abc import Iterator

from tests.architecture.sources import Source, places, sources

CASHIER = ("escrow/cashier.py", "escrow/cashier/")


def posts(tree: ast.AST) -> Iterator[ast.AST]:
    """Every mention of `.post`, called or passed on."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "post")


def _elsewhere() -> Iterator[tuple[Source, ast.AST, str]]:
    for source in sources("escrow", "scenarios", "cli"):
        if not source.path.startswith(CASHIER):
            for node in posts(source.tree):
                yield source, node, ast.unparse(node)


def test_nobody_but_the_cashier_posts_to_a_journal() -> None:
    assert places(_elsewhere()) == []


def test_the_cashier_does_post() -> None:
    cashier = [source for source in sources("escrow") if source.path.startswith(CASHIER)]
    assert any(True for source in cashier for _ in posts(source.tree))


def test_the_check_finds_a_post_that_is_passed_on() -> None:
    assert len(list(posts(ast.parse("map(journal.post, drafts)")))) == 1
