"""Plain YAML 1.2 scalars: null, true, false, whole numbers; dates, money and rates stay text."""

import re

from scenarios.spec.nodes import WrittenInt

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INT = re.compile(r"[-+]?[0-9]{1,40}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+")
_SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def resolve(text: str) -> str | int | bool | None:
    """The value of an unquoted scalar; what is not a null, boolean or integer stays text."""
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if _INT.fullmatch(text):
        return WrittenInt(int(text), text)
    return text


def is_float(text: str) -> bool:
    """Whether YAML 1.2 reads the unquoted text as a floating-point number."""
    return bool(_FLOAT.fullmatch(text) or _SPECIAL.fullmatch(text))
