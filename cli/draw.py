"""Documents drawn with rich: the same text on a terminal and in a pipe, only colour and width differ."""

from collections.abc import Iterator

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from scenarios.report.document import Bars, Block, Commands, Document, Heading, Paragraph, Table

GAP = 2
NARROWEST = 12
BAR_WIDEST = 40


def draw(document: Document, console: Console) -> None:
    """Print every block; in a pipe without the blanks that fill a table's last column."""
    if console.is_terminal:
        _draw_all(document, console)
        return
    with console.capture() as kept:
        _draw_all(document, console)
    lines = kept.get().split("\n")
    console.file.write("\n".join(line.rstrip() for line in lines))


def _draw_all(document: Document, console: Console) -> None:
    for place, block in enumerate(document.blocks):
        if isinstance(block, Heading) and place:
            console.print()
        _draw(block, console)


def _draw(block: Block, console: Console) -> None:
    match block:
        case Heading(text, level):
            console.print(RichText(text, style="bold underline" if level == 1 else "bold cyan"))
        case Paragraph(text, strong):
            console.print(RichText(text, style="bold red" if strong else ""))
        case Table():
            for part in parts(block, console.width):
                console.print(_rich_table(part))
        case Bars(rows):
            _bars(rows, console)
        case Commands(lines):
            for line in lines:
                console.print(RichText(line, style="green"), soft_wrap=True)


def natural(table: Table) -> list[int]:
    """The width each column would like."""
    every = (table.columns, *table.rows)
    return [
        max(cell_len(line) for row in every for line in row[place].split("\n"))
        for place in range(len(table.columns))
    ]


def parts(table: Table, width: int) -> Iterator[Table]:
    """The table, or several with its first column repeated, so that no number is broken."""
    widths = [
        wide if place in table.right else min(wide, NARROWEST) for place, wide in enumerate(natural(table))
    ]
    if sum(widths) + GAP * (len(widths) - 1) <= width:
        yield table
        return
    for group in _groups(widths, width):
        yield _picked(table, [0, *group])


def _groups(widths: list[int], width: int) -> Iterator[list[int]]:
    group: list[int] = []
    used = widths[0]
    for place in range(1, len(widths)):
        if group and used + GAP + widths[place] > width:
            yield group
            group, used = [], widths[0]
        group.append(place)
        used += GAP + widths[place]
    yield group


def _picked(table: Table, places: list[int]) -> Table:
    return Table(
        tuple(table.columns[place] for place in places),
        tuple(tuple(row[place] for place in places) for row in table.rows),
        frozenset(new for new, place in enumerate(places) if place in table.right),
        total=table.total,
    )


def _rich_table(table: Table) -> RichTable:
    drawn = RichTable(
        box=box.SIMPLE_HEAD if any(table.columns) else None,
        show_header=any(table.columns),
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP, 0, 0) if not any(table.columns) else (0, 1, 0, 0),
        header_style="dim",
    )
    for place, name in enumerate(table.columns):
        right = place in table.right
        drawn.add_column(RichText(name), justify="right" if right else "left", no_wrap=right, overflow="fold")
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        style = "bold" if table.total and number == last else ""
        drawn.add_row(*(RichText(cell) for cell in row), style=style)
    return drawn


def _bars(rows: tuple[tuple[str, int, str], ...], console: Console) -> None:
    label = max((cell_len(row[0]) for row in rows), default=0)
    figure = max((cell_len(row[2]) for row in rows), default=0)
    room = max(5, min(BAR_WIDEST, console.width - label - figure - 2 * GAP))
    largest = max((row[1] for row in rows), default=0) or 1
    for name, size, text in rows:
        length = max(0, size) * room // largest
        length = max(1, length) if size > 0 else 0
        bar = "█" * length + " " * (room - length)
        line = RichText(f"{name}{' ' * (label - cell_len(name) + GAP)}")
        line.append(bar, style="blue")
        line.append(f"{' ' * (GAP + figure - cell_len(text))}{text}")
        console.print(line)
