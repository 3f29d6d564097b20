"""Nothing below the command line reads a clock: the same inputs must give the same bytes."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import Source, places, sources

READS = {"datetime": {"now", "utcnow", "today"}, "date": {"today"}}
TIME_ALLOWED = {"sleep"}
IN_SQL = ("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "('now'")


def clock_reads(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Reads of the clock through datetime, time or SQL, under whatever name they were imported."""
    known = _imported(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=base, attr=attr) if attr in READS.get(_resolve(base, known), set()):
                yield node, ast.unparse(node)
            case ast.Attribute(value=base, attr=attr) if _resolve(base, known) == "time-module":
                if attr not in TIME_ALLOWED:
                    yield node, ast.unparse(node)
            case ast.ImportFrom(module="time", names=names):
                if any(name.name not in TIME_ALLOWED for name in names):
                    yield node, ast.unparse(node)
            case ast.Constant(value=str(text)) if any(word in text for word in IN_SQL):
                yield node, f"SQL reads the clock: {text!r}"


def _imported(tree: ast.AST) -> dict[str, str]:
    """Local names of the datetime module, its classes and the time module."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                if name.name in ("datetime", "time"):
                    known[name.asname or name.name] = f"{name.name}-module"
        elif isinstance(node, ast.ImportFrom) and node.module == "datetime":
            known |= {name.asname or name.name: name.name for name in node.names}
    return known


def _resolve(base: ast.expr, known: dict[str, str]) -> str:
    if isinstance(base, ast.Name):
        return known.get(base.id, "")
    if isinstance(base, ast.Attribute) and _resolve(base.value, known) == "datetime-module":
        return base.attr
    return ""


def _found() -> Iterator[tuple[Source, ast.AST, str]]:
    for source in sources("ledger", "escrow", "scenarios"):
        for node, what in clock_reads(source.tree):
            yield source, node, what


def test_nothing_below_the_command_line_reads_a_clock() -> None:
    assert places(_found()) == []


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime as d\nx = d.now()",
        "import datetime\nx = datetime.date.today()",
        "from datetime import date\nf = field(default_factory=date.today)",
        "import time as t\nx = t.monotonic()",
        "from time import time",
        "sql = 'select CURRENT_TIMESTAMP'",
    ],
)
def test_the_check_finds(code: str) -> None:
    assert list(clock_reads(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ["x = env.now", "from datetime import date\nx = date.fromisoformat(s)", "import time\ntime.sleep(1)"],
)
def test_the_check_allows(code: str) -> None:
    assert list(clock_reads(ast.parse(code))) == []
