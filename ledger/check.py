"""Small checks of what enters the books: whole fen, names, dates, instants."""

from datetime import UTC, date, datetime
from functools import lru_cache

from ledger.errors import AmountTooLarge, BadDate, BadName, NotWholeFen

LIMIT_FEN = 10**14
"""The largest amount of one posting, in fen."""

LONGEST_NAME = 200


def whole_fen(value: object) -> int:
    """`value` itself when it is an int within the limit; NotWholeFen or AmountTooLarge otherwise."""
    if type(value) is not int:
        raise NotWholeFen(value=repr(value))
    if not -LIMIT_FEN <= value <= LIMIT_FEN:
        raise AmountTooLarge(value=value)
    return value


def whole(value: object) -> int:
    """`value` itself when it is an int and no bool; NotWholeFen otherwise."""
    if type(value) is not int:
        raise NotWholeFen(value=repr(value))
    return value


def name(value: str, what: str = "id") -> str:
    """`value` itself when it is a printable text of 1 to 200 characters; BadName otherwise."""
    if not value or len(value) > LONGEST_NAME or not value.isprintable():
        raise BadName(what=what, value=repr(value))
    return value


@lru_cache(maxsize=65536)
def day(value: str) -> str:
    """`value` itself when it is a real day written YYYY-MM-DD; BadDate otherwise."""
    try:
        good = date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        good = False
    if not good:
        raise BadDate(value=repr(value))
    return value


@lru_cache(maxsize=65536)
def moment(value: str) -> str:
    """A day as it is, or an instant with its offset as YYYY-MM-DDTHH:MM:SSZ; BadDate otherwise."""
    if len(value) == 10:
        return day(value)
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        raise BadDate(value=repr(value)) from None
    if instant.tzinfo is None:
        raise BadDate(value=repr(value))
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
