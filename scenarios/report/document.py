"""A document: headings, paragraphs, tables, a bar chart, commands. Whoever shows it decides how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 opens the document."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `strong` asks to be noticed, e.g. the stamp of a hypothetical policy."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under column names; the columns in `right` are numbers; `total` marks the last row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    total: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart: one row per label with its size and how the size is printed."""

    rows: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class Commands:
    """Lines to be copied as they stand, never wrapped by colour or frames."""

    lines: tuple[str, ...]


Block = Heading | Paragraph | Table | Bars | Commands


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]


def numbers(columns: Sequence[str], rows: Sequence[Sequence[str]], *, total: bool = False) -> Table:
    """A table whose first column is text and all others are numbers."""
    return Table(
        tuple(columns), tuple(tuple(row) for row in rows), frozenset(range(1, len(columns))), total=total
    )
