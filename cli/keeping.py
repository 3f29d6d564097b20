"""What `run` does alike for the scheme and for claims: keep a run, make sure a story is about somebody."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from cli import language
from cli.progress import Progress
from ledger.text import Text

_BOOKING = Text("记账", "booking")
SHOWN = 12
Result = TypeVar("Result")


def keep(run: Callable[..., Result], scenario: Any, name: str, given: dict[str, Any]) -> Result:
    """Call `run` on the scenario with the options of the line, with progress on standard error."""
    progress = Progress(what=_BOOKING)
    try:
        return run(
            scenario,
            ledger=given["ledger"],
            out=Path(given["out"]) if given["out"] else None,
            name=name,
            resume=given["resume"],
            replication=given["replication"],
            progress=progress,
        )
    finally:
        progress.close()


def check_story(story: str, known: Sequence[str], unknown: Text) -> None:
    """Refuse a story about nobody before anything is written; `unknown` has places {name} and {known}."""
    if story not in known:
        listed = ", ".join(known[:SHOWN]) + (" ..." if len(known) > SHOWN else "")
        text = language.say(unknown).format(name=story, known=listed)
        raise click.BadParameter(text, param_hint="--story")
