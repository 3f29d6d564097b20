"""Stored bytes to values, by plain JSON alone: nothing of the journal's own code is trusted here."""

import json
from typing import Any

Record = dict[str, Any]
_decode = json.JSONDecoder().raw_decode
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode


class Unreadable(ValueError):
    """The bytes are no JSON object; the argument says what they are."""


def decode(stored: bytes) -> tuple[str, Record]:
    """The text of `stored` and the JSON object in it; raises Unreadable."""
    try:
        text = stored.decode("ascii")
        value, end = _decode(text)
    except (ValueError, RecursionError) as fault:
        raise Unreadable(str(fault)) from fault
    if end != len(text):
        raise Unreadable(f"{len(text) - end} characters after the object")
    if type(value) is not dict:
        raise Unreadable(type(value).__name__)
    return text, value


def is_canonical(text: str, record: Record) -> bool:
    """Whether `text` is the one allowed writing of `record`."""
    try:
        return _encode(record) == text
    except (ValueError, RecursionError):
        return False
