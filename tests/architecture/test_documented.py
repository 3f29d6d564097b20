"""Every command and option stands in docs/commands.md and docs/commands.zh-CN.md, and nothing else does.

A section is a heading `## anxinbao run` or `### anxinbao ledger show`; an option is a table row that
begins with the option's names in one code span.
"""

import importlib
import re
from collections.abc import Iterator

import click
import pytest

from tests.architecture.sources import ROOT

GUIDES = ("docs/commands.md", "docs/commands.zh-CN.md")
HEADING = re.compile(r"^#{2,4} +`?anxinbao((?: [a-z][a-z-]*)*)`?\s*$")
OPTION_ROW = re.compile(r"^\| *`(-[^`]*)`")
FLAG = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def root_command() -> click.Group:
    """The group behind the `anxinbao` command: the one in cli.main that holds the commands."""
    module = importlib.import_module("cli.main")
    groups = [
        value for value in vars(module).values() if isinstance(value, click.Group) and "run" in value.commands
    ]
    return groups[0]


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command one can type, with the words that lead to it."""
    for name, command in group.commands.items():
        words = f"{path} {name}".strip()
        if isinstance(command, click.Group):
            yield from commands(command, words)
        elif not command.hidden:
            yield words, command


def options(command: click.Command) -> set[str]:
    """All spellings of the command's visible options; `--help` goes without saying."""
    shown = (p for p in command.params if isinstance(p, click.Option) and not p.hidden)
    return {name for option in shown for name in (*option.opts, *option.secondary_opts)} - {"--help"}


def documented(guide: str) -> dict[str, set[str]]:
    """Sections of a guide by command, with the options their tables list."""
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in (ROOT / guide).read_text(encoding="utf-8").splitlines():
        if heading := HEADING.match(line):
            current = sections.setdefault(heading.group(1).strip(), set())
        elif row := OPTION_ROW.match(line):
            current.update(FLAG.findall(row.group(1)))
    return sections


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_has_its_section(guide: str) -> None:
    typed = {path for path, _ in commands(root_command())}
    assert {path for path in documented(guide) if path} == typed


@pytest.mark.parametrize("guide", GUIDES)
def test_every_option_is_listed_and_no_other(guide: str) -> None:
    sections = documented(guide)
    for path, command in commands(root_command()):
        assert sections.get(path, set()) == options(command), f"{guide}: anxinbao {path}"


def test_the_options_of_the_program_itself_are_listed() -> None:
    for guide in GUIDES:
        assert documented(guide).get("", set()) == options(root_command()), guide
