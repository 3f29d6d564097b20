"""One damage: what it does to the copy, and which record it concerns."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from ledger.text import Text

Act = Callable[[sqlite3.Connection], object]


class NotApplicable(Exception):
    """The copy holds nothing that this damage could change."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A change to the copy made behind the journal's back.

    `seq` is the record it concerns, None when it concerns the place as a whole.
    `by_head` says that only a head kept elsewhere can show it. `guarded` leaves the
    triggers where they are: the database itself must then refuse.
    """

    name: Text
    seq: int | None
    act: Act
    by_head: bool = False
    guarded: bool = False


def sql(statement: str, *values: object) -> Act:
    """An act that runs one statement; NotApplicable when it changes no row."""

    def act(copy: sqlite3.Connection) -> None:
        if copy.execute(statement, values).rowcount == 0:
            raise NotApplicable(statement)

    return act


def every(*acts: Act) -> Act:
    """An act that does several in turn."""

    def act(copy: sqlite3.Connection) -> None:
        for each in acts:
            each(copy)

    return act
