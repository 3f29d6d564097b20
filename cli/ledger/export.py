"""`anxinbao ledger export`: the stored records in another form."""

import sys
from pathlib import Path

import click

from cli import parts
from cli.ledger.opened import opened
from ledger.problem import Problem
from ledger.text import Text


class FileExists(Problem):
    """The file to write is already there."""

    message = Text("{name} 已存在，不会覆盖", "{name} is already there and is not overwritten")
    advice = Text("换一个文件名，或先移走它", "choose another name, or move it away first")


@click.command(
    "export",
    cls=parts.Command,
    says=Text(
        "导出记录；jsonl 就是存储的字节本身", "The records in another form; jsonl is the stored bytes."
    ),
)
@parts.ledger_argument
@parts.option(
    "-f", "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", says=Text("格式", "the form")
)
@parts.option(
    "-o",
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    says=Text("写入此文件；默认标准输出", "write to this file; by default standard output"),
)
@parts.lang
def export(ledger: str, form: str, out: Path | None) -> None:
    """One line per record, the stored bytes as they are; the head goes to standard error."""
    from ledger.exporters.jsonl import export as write

    with opened(ledger) as store:
        if out is None:
            click.echo(str(write(store, sys.stdout.buffer)), err=True)
            return
        try:
            with out.open("xb") as stream:
                click.echo(str(write(store, stream)), err=True)
        except FileExistsError as fault:
            raise FileExists(name=out) from fault
