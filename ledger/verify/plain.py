"""The plainest writing of each kind of record in format version 1, as one pattern.

Bytes that match are of the right shape and, their maps being in order, canonical: sorted
keys, no blanks, whole numbers, small hexadecimal escapes. Nearly every record matches; any
other is looked at field by field and written anew, which also tells what is wrong with it.
The patterns take no way back (possessive), so a forged record cannot make them slow.
"""

import re

from ledger.verify.decode import Record

_INSIDE = r"[ !#-\[\]-~]*+"
_ESCAPE = r"\\u(?:[1-9a-f][0-9a-f]{3}|0[1-9a-f][0-9a-f]{2}|00[89a-f][0-9a-f])"
TEXT = rf'"{_INSIDE}(?:{_ESCAPE}{_INSIDE})*+"'
WHOLE = r"(?:0|-?[1-9][0-9]*+)"


def _list(item: str) -> str:
    return rf"\[(?:{item}(?:,{item})*+)?+\]"


def _some(item: str) -> str:
    return rf"\[{item}(?:,{item})*+\]"


def _map(value: str) -> str:
    return rf"(\{{(?:{TEXT}:{value}(?:,{TEXT}:{value})*+)?+\}})"


_FIELDS = {
    "event": {
        "commitments": _list(TEXT),
        "data": _map(WHOLE),
        "documents": _list(rf"\[{TEXT},{TEXT}\]"),
        "id": TEXT,
        "kind": '"event"',
        "on": TEXT,
        "prev": TEXT,
        "project": TEXT,
        "recorded": TEXT,
        "seq": WHOLE,
        "stage": WHOLE,
        "type": TEXT,
        "v": "1",
    },
    "entry": {
        "basis": rf'\{{"article":{TEXT},"clause":{TEXT},"document":{TEXT},"readings":{_map(TEXT)},'
        rf'"rule":{TEXT},"workings":{_list(_list(f"(?:{TEXT}|{WHOLE})"))}\}}',
        "commitments": _list(TEXT),
        "event": TEXT,
        "id": TEXT,
        "kind": '"entry"',
        "on": TEXT,
        "postings": _some(rf"\[{TEXT},{WHOLE},{TEXT}\]"),
        "prev": TEXT,
        "recorded": TEXT,
        "reverses": TEXT,
        "seq": WHOLE,
        "v": "1",
    },
    "refusal": {
        "attempt": TEXT,
        "by": TEXT,
        "commitments": _list(TEXT),
        "data": _map(WHOLE),
        "event": TEXT,
        "kind": '"refusal"',
        "on": TEXT,
        "prev": TEXT,
        "reason": TEXT,
        "recorded": TEXT,
        "seq": WHOLE,
        "v": "1",
    },
}
_PATTERNS = {
    kind: re.compile(r"\{" + ",".join(f'"{name}":{form}' for name, form in fields.items()) + r"\}").fullmatch
    for kind, fields in _FIELDS.items()
}


def is_plain(text: str, record: Record) -> bool:
    """Whether `text`, decoded to `record`, is in the plainest form of its kind."""
    kind = record.get("kind")
    match = _PATTERNS[kind](text) if type(kind) is str and kind in _PATTERNS else None
    if match is None:
        return False
    values = record["basis"]["readings"] if kind == "entry" else record["data"]
    if len(values) > 1 and list(values) != sorted(values):
        return False
    return not values or match[1].count('":') == len(values)
