"""Which fields a record of each kind has, and of which form (format version 1)."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from ledger.verify.decode import Record

VERSION = 1
FORMAT = "anxinbao/ledger@1"
LONGEST_NAME = 200


class BadShape(ValueError):
    """A field is missing, unknown or of another form: (field, expected, found)."""


@dataclass(frozen=True)
class ListOf:
    """A list whose items all have one form."""

    item: Any
    least: int = 0


@dataclass(frozen=True)
class MapOf:
    """A map from any text to values of one form."""

    value: Any


@dataclass(frozen=True)
class Either:
    """One of some types."""

    types: tuple[type, ...]


# A type stands for itself, a tuple for a row of that length, a dict for exactly these fields.
_COMMON = {
    "commitments": ListOf(str),
    "kind": str,
    "on": str,
    "prev": str,
    "recorded": str,
    "seq": int,
    "v": int,
}
_BASIS = {
    "article": str,
    "clause": str,
    "document": str,
    "readings": MapOf(str),
    "rule": str,
    "workings": ListOf(ListOf(Either((str, int)))),
}
_TOTALS = {"balances": str, "debits_fen": int, "entries": int, "events": int, "records": int, "refusals": int}
_OWN: dict[str, dict[str, Any]] = {
    "header": {
        "chart": ListOf((str, Either((int, type(None))), str)),
        "format": str,
        "mechanism": str,
        "policy": str,
        "replication": int,
        "scenario": str,
        "seed": int,
    },
    "event": {
        "data": MapOf(int),
        "documents": ListOf((str, str)),
        "id": str,
        "project": str,
        "stage": int,
        "type": str,
    },
    "entry": {
        "basis": _BASIS,
        "event": str,
        "id": str,
        "postings": ListOf((str, int, str), least=1),
        "reverses": str,
    },
    "refusal": {"attempt": str, "by": str, "data": MapOf(int), "event": str, "reason": str},
    "finished": {"totals": _TOTALS},
}
_FORMS = {kind: {**_COMMON, **own} for kind, own in _OWN.items()}
KINDS = frozenset(_FORMS)


def check_fields(record: Record, kind: str) -> None:
    """Check the fields of a record of a known `kind`; raises BadShape."""
    _check(record, _FORMS[kind], kind)


def _check(value: Any, form: Any, field: str) -> None:
    match form:
        case Either(types):
            if type(value) not in types:
                raise BadShape(field, " or ".join(map(_word, types)), value)
        case ListOf(item, least):
            _expect(value, list, field)
            if len(value) < least:
                raise BadShape(field, f"at least {least}", len(value))
            for part in value:
                _check(part, item, field)
        case MapOf(item):
            _expect(value, dict, field)
            for name, part in value.items():
                _check(part, item, f"{field}.{name}")
        case tuple():
            _expect(value, list, field)
            if len(value) != len(form):
                raise BadShape(field, f"{len(form)} items", len(value))
            for part, part_form in zip(value, form, strict=True):
                _check(part, part_form, field)
        case dict():
            _check_map(value, form, field)
        case _:
            _expect(value, form, field)


def _check_map(value: Any, form: dict[str, Any], field: str) -> None:
    _expect(value, dict, field)
    if value.keys() != form.keys():
        missing, unknown = sorted(form.keys() - value.keys()), sorted(value.keys() - form.keys())
        raise BadShape(field, ", ".join(missing) or "no more", ", ".join(unknown) or "none of them")
    for name, part_form in form.items():
        _check(value[name], part_form, f"{field}.{name}")


def _expect(value: Any, kind: type, field: str) -> None:
    if type(value) is not kind:
        raise BadShape(field, _word(kind), value)


def _word(kind: type) -> str:
    return {str: "text", int: "whole number", list: "list", dict: "map"}.get(kind, "null")


@lru_cache(maxsize=4096)
def is_day(text: str) -> bool:
    """Whether `text` is a calendar day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def is_moment(text: str) -> bool:
    """Whether `text` is a calendar day, or an instant of UTC written YYYY-MM-DDTHH:MM:SSZ."""
    if len(text) == 10:
        return is_day(text)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return False
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ") == text
