"""The catalogue a command asks, and the day it asks about."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli import parts
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.clauses import Catalogue

F = TypeVar("F", bound=Callable[..., Any])


def catalogue_option(function: F) -> F:
    """`--catalogue DIR`: a user's own papers beside, or in place of, the built-in ones."""
    return parts.option(
        "--catalogue",
        "folder",
        metavar="DIR",
        type=click.Path(exists=True, path_type=Path),
        says=Text(
            "另加自己的文件夹（同名文件取代内置的）",
            "read your own papers too; one of the same name replaces ours",
        ),
    )(function)


def on_option(function: F) -> F:
    """`--on DATE`."""
    return parts.option(
        "--on",
        metavar="DATE",
        callback=parts.iso_day,
        says=Text("哪一天，默认今天", "the day, by default today"),
    )(function)


def opened(folder: Path | None) -> "Catalogue":
    """The built-in catalogue with the user's folder; BadClauses names every fault."""
    from escrow.clauses import load_catalogue

    return load_catalogue(folder)


def day_of(on: str | None) -> date:
    """The day asked about; today where none is given, which only the command line may know."""
    return date.fromisoformat(on) if on else date.today()
