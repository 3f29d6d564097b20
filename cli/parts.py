"""Commands and options whose help exists in both languages, and the options that many commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from cli import language
from ledger.text import Text

F = TypeVar("F", bound=Callable[..., Any])
_HEADINGS = {
    "Options": Text("选项", "Options"),
    "Commands": Text("命令", "Commands"),
    "Arguments": Text("参数", "Arguments"),
}
_HELP = Text("显示本说明", "show this help and leave")
_NO_DAY = Text("“{value}”不是日期，应写 2025-12-31", "{value!r} is not a day, write 2025-12-31")
_USAGE = Text("用法: ", "Usage: ")


class Formatter(click.HelpFormatter):
    """Help with headings in the language of the call."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, language.say(_USAGE) if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """A heading such as `Options`."""
        known = _HEADINGS.get(heading)
        super().write_heading(language.say(known) if known else heading)


class Context(click.Context):
    """A context whose help speaks both languages."""

    formatter_class = Formatter


class Option(click.Option):
    """An option with its help in both languages."""

    says: Text

    def __init__(self, *args: Any, says: Text = _HELP, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.says = says


class Command(click.Command):
    """A command with its help in both languages."""

    context_class = Context

    def __init__(self, *args: Any, says: Text, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.says = says


class Group(click.Group):
    """A group of commands with its help in both languages; alone on the line it shows its help."""

    context_class = Context

    def __init__(self, name: str, *, says: Text, **rest: Any) -> None:
        super().__init__(name, invoke_without_command=True, callback=show_help, **rest)
        self.says = says
        lang(self)


def show_help() -> None:
    """What a group without a command does."""
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def translate(command: click.Command) -> None:
    """Put every help text of a command and its subcommands into the language of the call."""
    if isinstance(command, Command | Group):
        command.help = command.short_help = language.say(command.says)
    for parameter in command.params:
        if isinstance(parameter, Option):
            parameter.help = language.say(parameter.says)
    shown = command.get_help_option(Context(command))
    if shown is not None:
        shown.help = language.say(_HELP)
    if isinstance(command, click.Group):
        for below in command.commands.values():
            translate(below)


def option(*names: str, says: Text, **rest: Any) -> Callable[[F], F]:
    """Decorate a command with an option."""
    return click.option(*names, cls=Option, says=says, **rest)


def command(group: click.Group, name: str, says: Text) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command of `group`."""
    return group.command(name, cls=Command, says=says)


def lang(function: F) -> F:
    """`--lang`; it is read before anything else (cli.language), here only checked."""
    says = Text("语言，默认按系统区域设置", "language; by default from the locale")
    return option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, says=says)(function)


def as_json(function: F) -> F:
    """`--json`."""
    return option(
        "--json", "as_json", is_flag=True, says=Text("以 JSON 输出同样的数据", "print the data as JSON")
    )(function)


def readings(function: F) -> F:
    """`--reading NAME=OPTION`, repeatable."""
    says = Text("选定一个读法，可重复", "choose a reading; repeatable")
    return option("--reading", "readings", multiple=True, metavar="NAME=OPTION", says=says)(function)


def ledger_argument(function: F) -> F:
    """`LEDGER`: a path or a database URL."""
    return click.argument("ledger", metavar="LEDGER")(function)


def iso_day(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A day as YYYY-MM-DD; anything else is a usage error."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(language.say(_NO_DAY).format(value=value), param=parameter) from None
