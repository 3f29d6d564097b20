"""Standard output and standard error: width, colour, JSON, and a reader that went away."""

import json
import os
import shutil
import sys
from typing import Any, TextIO

from rich.console import Console

PIPE_WIDTH = 100


def width() -> int:
    """Columns: COLUMNS, else the terminal's, else a width that suits files."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns


def console(stream: TextIO | None = None) -> Console:
    """A console on standard output (or `stream`) that writes the same text to a terminal and a pipe."""
    return Console(file=stream or sys.stdout, width=width(), highlight=False, soft_wrap=False, emoji=False)


def put(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(text + "\n")


def put_json(data: Any) -> None:
    """Data for programs: indented JSON, in the order given."""
    put(json.dumps(data, ensure_ascii=False, indent=2))


def warn(text: str) -> None:
    """A line on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def mute() -> None:
    """Stop writing to a reader that went away, so that leaving Python stays quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    finally:
        os.close(nowhere)
