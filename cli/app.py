"""The program's group: language first, then the command, then the exit code."""

import io
import sys
from collections.abc import Sequence
from typing import Any

import click

from cli import language
from cli.leaving import KEPT, guarded
from cli.parts import Group, translate
from cli.screen import mute


class Program(Group):
    """The `anxinbao` command; every way of calling it ends with one of our exit codes."""

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **rest: Any) -> Any:  # type: ignore[override]
        """Choose the language, run, and exit."""
        given = list(sys.argv[1:] if args is None else args)
        _never_fail_on_a_letter()
        language.choose(given)
        translate(self)
        rest.pop("standalone_mode", None)
        run = super().main
        sys.exit(guarded(lambda: run(given, prog_name or "anxinbao", standalone_mode=False, **rest)))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that went away ends it quietly."""
        # Click would end with 1 here, which says "findings".
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            mute()
            return KEPT
        return code


def _never_fail_on_a_letter() -> None:
    """An output that cannot hold Chinese shows `?` instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def version() -> str:
    """The installed version."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("anxinbao")
    except PackageNotFoundError:
        return "0+unknown"


def show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version and leave."""
    if asked and not ctx.resilient_parsing:
        click.echo(f"anxinbao {version()}")
        ctx.exit()
