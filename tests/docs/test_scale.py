"""docs/scale.md and its Chinese twin: the same lines, numbers that follow from each other, SQL that runs."""

import re
import shlex
from pathlib import Path

import click
import pytest

from cli.main import anxinbao
from scenarios.sweep import How, experiment_of, sweep
from scenarios.sweep.chunks import Group, chunks_of

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("scale.md", "scale.zh-CN.md")
MILLISECONDS, BYTES = 0.32, 71


def text(page: str) -> str:
    """A page."""
    return (DOCS / page).read_text(encoding="utf-8")


def blocks(page: str) -> list[str]:
    """The fenced blocks of a page."""
    return re.findall(r"```\w+\n(.*?)```", text(page), re.DOTALL)


def numbers(page: str) -> list[list[str]]:
    """The numbers in each row of the tables, in whatever order the language puts them."""
    rows = [line for line in text(page).splitlines() if line.startswith("|") and "---" not in line]
    return [sorted(re.findall(r"\d[\d,.]*", row)) for row in rows]


def test_both_languages_show_the_same_lines_and_numbers() -> None:
    assert blocks(PAGES[0]) == blocks(PAGES[1])
    assert numbers(PAGES[0]) == numbers(PAGES[1])


def test_every_command_shown_exists_with_its_options() -> None:
    lines = [line for block in blocks(PAGES[0]) for line in block.splitlines() if line.startswith("anxinbao")]
    assert len(lines) == 4
    for line in lines:
        _, name, *words = shlex.split(line)
        command = anxinbao.commands[name]
        context = click.Context(command, info_name=name, resilient_parsing=False)
        command.make_parser(context).parse_args(list(words))


def test_the_plan_follows_from_what_was_measured() -> None:
    chunks = chunks_of([Group(0, "compiled", tuple(range(1000)))], 0, 1_000_000)
    page = text(PAGES[0])
    assert f"| chunks | {len(chunks):,} |" in page
    assert f"in {3 * len(chunks):,} files" in page
    cells = sum(chunk.cells for chunk in chunks)
    assert f"| replications of points | {cells:,} |" in page
    hours = cells * MILLISECONDS / 1000 / 3600
    assert f"| core-hours | {hours:.0f} |" in page
    assert f"| Parquet | {cells * BYTES / 10**9:.0f} GB" in page
    assert f"| 64 | {hours / 64 * 60:.0f} minutes |" in page
    assert f"| 256 | {hours / 256 * 60:.0f} minutes |" in page


def test_the_sql_reads_a_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    sweep(
        experiment_of("worked-failure", ["deposit_rate=10%,20%"], replications=3), tmp_path, How("simpy", 1)
    )
    monkeypatch.chdir(tmp_path)
    (query,) = (block for block in blocks(PAGES[0]) if block.startswith("SELECT"))
    assert [row[:2] for row in duckdb.sql(query).fetchall()] == [(0, 3), (1, 3)]
