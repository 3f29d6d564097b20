"""docs/analysis.md and its Chinese twin show the same commands, which exist, and Python that imports."""

import re
import shlex
from pathlib import Path

import click
import pytest

from cli.main import anxinbao

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("analysis.md", "analysis.zh-CN.md")


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_shown_exists_with_its_options(page: str) -> None:
    lines = [line for block in blocks(page, "text") for line in block.splitlines()]
    assert len(lines) == 7
    for line in lines:
        program, name, *words = shlex.split(line)
        command = anxinbao.commands[name]
        context = click.Context(command, info_name=name, resilient_parsing=False)
        command.make_parser(context).parse_args(list(words))
        assert program == "anxinbao"


def test_both_languages_show_the_same_lines() -> None:
    zh, en = ([*blocks(page, "text"), *blocks(page, "python")] for page in PAGES)
    assert zh == en


def test_what_the_python_imports_is_there() -> None:
    (block,) = blocks(PAGES[0], "python")
    imports = [line for line in block.splitlines() if line.startswith("from ")]
    for line in imports:
        _, module, _, name = line.split()
        assert hasattr(__import__(module, fromlist=[name]), name), line


@pytest.mark.parametrize("page", PAGES)
def test_the_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)", (DOCS / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (DOCS / link).exists()] == []
