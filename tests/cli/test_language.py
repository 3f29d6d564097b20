"""Chinese and English: which one is spoken, and that nothing of the other slips in."""

import re
from collections.abc import Iterator

import click
import pytest

from cli import language
from cli.main import anxinbao
from cli.parts import Option
from tests.cli.conftest import Call

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "ANXINBAO_LANG": "zh"}, "zh"),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "de_DE.UTF-8"}, None),
        ({}, None),
    ],
)
def test_the_locale_decides_unless_our_own_variable_does(
    environment: dict[str, str], spoken: str | None
) -> None:
    assert language.from_environment(environment) == spoken


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        (["run", "--lang", "zh"], "zh"),
        (["--lang=en", "run"], "en"),
        (["run", "--", "--lang", "zh"], None),
        (["--lang"], None),
    ],
)
def test_the_option_is_found_anywhere_on_the_line(words: list[str], spoken: str | None) -> None:
    assert language.from_arguments(words) == spoken


def test_where_nothing_decides_reports_are_chinese_and_messages_english(call: Call) -> None:
    done = call("run", "worked-success", "--ledger", "x.db", LANG="C")
    assert done.stdout.startswith("算例一")
    assert call("run", "nothing", LANG="C").stderr.startswith("anxinbao: ")
    assert not CHINESE.search(call("ledger", "verify", "nothing.db", LANG="C").stderr)


def test_help_is_in_the_language_of_the_call(call: Call) -> None:
    zh, en = call("run", "--help", "--lang", "zh").stdout, call("run", "--help", "--lang", "en").stdout
    assert zh.startswith("用法: anxinbao run")
    assert en.startswith("Usage: anxinbao run")
    assert "显示本说明" in zh
    assert not CHINESE.search(en)


def test_errors_are_in_the_language_of_the_call(call: Call) -> None:
    assert "找不到账本" in call("ledger", "balance", "nothing.db", "--lang", "zh").stderr
    assert "no ledger at" in call("ledger", "balance", "nothing.db", "--lang", "en").stderr


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, ...]]:
    """Every command and group one can type."""
    yield path
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield (*path, name)


@pytest.mark.parametrize("words", list(commands(anxinbao)), ids=" ".join)
def test_every_command_has_help_in_both_languages(call: Call, words: tuple[str, ...]) -> None:
    for lang, spoken in (("zh", True), ("en", False)):
        done = call(*words, "--help", "--lang", lang)
        assert done.exit_code == 0
        body = done.stdout.replace("科创安心宝", "") if lang == "en" else done.stdout
        assert bool(CHINESE.search(body)) == spoken


def test_no_option_is_without_help_in_either_language() -> None:
    for words in commands(anxinbao):
        command: click.Command = anxinbao
        for word in words:
            command = command.commands[word]  # type: ignore[attr-defined]
        for option in command.params:
            if isinstance(option, click.Option):
                assert isinstance(option, Option), (words, option.name)
                assert option.says.zh, (words, option.name)
                assert option.says.en, (words, option.name)
