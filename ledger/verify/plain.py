"""The plainest writing of the records there are many of, each as one pattern (format version 1).

Bytes that match are canonical and of the right shape, and the pattern takes them apart at the
same time: sorted keys, no blanks, whole numbers, ids of ASCII, small hexadecimal escapes in
other texts. Nearly every record matches. Any other is decoded as JSON, looked at field by
field and written anew, which also tells what is wrong with it; tests hold the two ways equal.
The patterns never step back (possessive), so that no forged record makes them slow.
"""

import re
from itertools import pairwise

from ledger.verify.facts import Facts

_INSIDE = r"[ !#-\[\]-~]*+"
_ESCAPE = r"\\u(?:[1-9a-f][0-9a-f]{3}|0[1-9a-f][0-9a-f]{2}|00[89a-f][0-9a-f])"
_TEXT = rf'"{_INSIDE}(?:{_ESCAPE}{_INSIDE})*+"'
_ASCII = rf'"{_INSIDE}"'
_TAKEN = rf'"({_INSIDE})"'
_WHOLE = r"(?:0|-?[1-9][0-9]*+)"


def _list(item: str) -> str:
    return rf"\[(?:{item}(?:,{item})*+)?+\]"


def _map(value: str) -> str:
    return rf"(\{{(?:{_ASCII}:{value}(?:,{_ASCII}:{value})*+)?+\}})"


def _pattern(**fields: str) -> re.Pattern[str]:
    return re.compile(r"\{" + ",".join(f'"{name}":{form}' for name, form in fields.items()) + r"\}")


_LINE = rf"\[{_ASCII},{_WHOLE},{_ASCII}\]"
_BASIS = (
    rf'\{{"article":{_TEXT},"clause":{_TEXT},"document":{_TEXT},"readings":{_map(_TEXT)},'
    rf'"rule":{_TEXT},"workings":{_list(_list(f"(?:{_TEXT}|{_WHOLE})"))}\}}'
)
_ENTRY = _pattern(
    basis=_BASIS,
    commitments=_list(_TEXT),
    event=_TAKEN,
    id=_TAKEN,
    kind='"entry"',
    on=_TAKEN,
    postings=rf"\[({_LINE}(?:,{_LINE})*+)\]",
    prev=_TAKEN,
    recorded=_TAKEN,
    reverses=_TAKEN,
    seq=f"({_WHOLE})",
    v="1",
).fullmatch
_EVENT = _pattern(
    commitments=_list(_TEXT),
    data=_map(_WHOLE),
    documents=_list(rf"\[{_TEXT},{_TEXT}\]"),
    id=_TAKEN,
    kind='"event"',
    on=_TAKEN,
    prev=_TAKEN,
    project=_TEXT,
    recorded=_TAKEN,
    seq=f"({_WHOLE})",
    stage=_WHOLE,
    type=_TEXT,
    v="1",
).fullmatch
_REFUSAL = _pattern(
    attempt=_TAKEN,
    by=_TEXT,
    commitments=_list(_TEXT),
    data=_map(_WHOLE),
    event=_TAKEN,
    kind='"refusal"',
    on=_TAKEN,
    prev=_TAKEN,
    reason=_TEXT,
    recorded=_TAKEN,
    seq=f"({_WHOLE})",
    v="1",
).fullmatch
_lines = re.compile(rf"\[{_TAKEN},({_WHOLE}),{_TAKEN}\]").findall
_names = re.compile(rf"{_TAKEN}:").findall


def read(text: str) -> Facts | None:
    """The facts of a record in its plainest form; None for any other."""
    found = _ENTRY(text)
    if found is not None:
        readings, event, id, on, postings, prev, recorded, reverses, seq = found.groups()
        if not _in_order(readings):
            return None
        lines = tuple([(account, int(fen), project) for account, fen, project in _lines(postings)])
        return Facts("entry", int(seq), prev, on, recorded, id, event, reverses, lines)
    found = _EVENT(text)
    if found is not None:
        data, id, on, prev, recorded, seq = found.groups()
        return Facts("event", int(seq), prev, on, recorded, id) if _in_order(data) else None
    found = _REFUSAL(text)
    if found is not None:
        id, data, event, on, prev, recorded, seq = found.groups()
        return Facts("refusal", int(seq), prev, on, recorded, id, event) if _in_order(data) else None
    return None


def _in_order(values: str) -> bool:
    """Whether the names of a map are sorted and none stands there twice."""
    if values.count('":') < 2:
        return True
    names = _names(values)
    return all(one < other for one, other in pairwise(names))
