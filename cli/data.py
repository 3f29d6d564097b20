"""Small data tables of the commands, drawn like reports."""

from collections.abc import Sequence

from cli import language, screen
from cli.draw import draw
from ledger.text import Text
from scenarios.report.document import Document, Heading, Table


def show(
    title: Text, columns: Sequence[Text], rows: Sequence[Sequence[str]], right: Sequence[int] = ()
) -> None:
    """A titled table on standard output."""
    lang = language.of_reports()
    table = Table(
        tuple(column.say(lang) for column in columns), tuple(tuple(row) for row in rows), frozenset(right)
    )
    draw(Document((Heading(title.say(lang)), table)), screen.console())


def tell(*lines: str) -> None:
    """Lines of text on standard output, never wrapped, so that heads and records stay whole."""
    for line in lines:
        screen.put(line)
