"""pydantic's complaints about a file, said with file, line, field and advice."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from escrow.catalogue import source
from escrow.catalogue.problems import BadCatalogue, near
from ledger.text import Text

_MISSING = Text("缺少这一项", "this is missing")
_UNKNOWN = Text("不认识的键", "an unknown key")
_REMOVE = Text("请删去", "remove it")
_WRONG = Text("类型不符", "of the wrong type")
_SAID = {
    "missing": _MISSING,
    "extra_forbidden": _UNKNOWN,
    "literal_error": Text("不在可选值之内", "not one of the values allowed"),
    "string_pattern_mismatch": Text("写法不符", "not written in the form asked for"),
}
_DATE = Text("日期，如 2025-03-09", "a date such as 2025-03-09")
_MAP = Text("若干“键: 值”", "keys with values")
_EXPECTED = {
    "date": _DATE,
    "string_type": Text("文字", "text"),
    "int": Text("整数", "a whole number"),
    "bool": Text("true 或 false", "true or false"),
    "tuple": Text("列表", "a list"),
    "too_short": Text("至少一项", "at least one item"),
    "dict": _MAP,
    "model": _MAP,
}


def from_pydantic(error: ValidationError, data: bytes, file: str) -> BadCatalogue:
    """The first complaint with its line, and how many more there are."""
    # An unknown key first: it is the likeliest cause of a key that is missing beside it.
    complaints = sorted(error.errors(include_url=False), key=lambda each: each["type"] != "extra_forbidden")
    first = complaints[0]
    kind = str(first["type"])
    said = _SAID.get(kind, Text("不是日期", "not a date") if kind.startswith("date") else _WRONG)
    return fault(data, file, _path(first["loc"]), said, _advice(kind, first, complaints), len(complaints) - 1)


def complaints(error: ValidationError) -> list[tuple[tuple[str | int, ...], Text, Text]]:
    """Every complaint as path, fault and advice; of the members of a union only the likeliest."""
    found: dict[tuple[str | int, ...], tuple[Text, Text]] = {}
    errors = error.errors(include_url=False)
    listed = sorted(errors, key=lambda each: (-len(each["loc"]), each["type"] == "missing"))
    for each in listed:
        kind, path = str(each["type"]), _path(each["loc"])
        if any(known[: len(path)] == path for known in found):
            continue
        said = _SAID.get(kind, Text("不是日期", "not a date") if kind.startswith("date") else _WRONG)
        found[path] = said, _advice(kind, each, listed)
    return [(path, *texts) for path, texts in found.items()]


def fault(data: bytes, file: str, path: source.Path, said: Text, advice: Text, more: int = 0) -> BadCatalogue:
    """A fault at `path` of the file, with its line."""
    if more:
        advice = Text(f"{advice.zh}（另有 {more} 处）", f"{advice.en} (and {more} more)")
    line = source.line_of(data.decode("utf-8", "replace"), path)
    field = source.dotted(path) or "-"
    return BadCatalogue(file=file, line=line, field=field, fault=said, expected=advice)


def _path(loc: tuple[Any, ...]) -> tuple[str | int, ...]:
    # Members of a union add their type to the location; those are no keys of the file.
    return tuple(step for step in loc if isinstance(step, int) or not _is_type(step))


def _is_type(step: str) -> bool:
    named = step.endswith("Row") and step[:1].isupper()
    started = ("dict[", "tuple[", "literal[", "constrained")
    return named or step in {"str", "int", "bool"} or step.startswith(started)


def _advice(kind: str, first: Any, complaints: Sequence[Any]) -> Text:
    name = str(first["loc"][-1]) if first["loc"] else "-"
    if kind == "missing":
        return Text(f"请补上 {name}", f"add {name}")
    if kind == "extra_forbidden":
        close = ", ".join(near(name, _lacking(first, complaints) or _KEYS))
        return Text(f"是否想写：{close}？", f"did you mean {close}?") if close else _REMOVE
    expected = next((each for start, each in _EXPECTED.items() if kind.startswith(start)), None)
    if expected is None:
        said = str(
            first.get("ctx", {}).get("expected") or first.get("ctx", {}).get("pattern") or first["msg"]
        )
        expected = Text(said, said)
    return Text(f"应为：{expected.zh}", f"expected: {expected.en}")


def _lacking(first: Any, complaints: Sequence[Any]) -> list[str]:
    """The keys that are missing beside an unknown one."""
    beside = first["loc"][:-1]
    return [str(e["loc"][-1]) for e in complaints if e["type"] == "missing" and e["loc"][:-1] == beside]


_KEYS = (
    "id", "title", "zh", "en", "document", "article", "kind", "gist", "parameters", "clause", "clauses",
    "unit", "values", "from", "to", "value", "cite", "quality", "source", "sources", "documents", "optional",
    "at_least", "at_most", "not_below", "fields", "together", "phrases", "options", "means", "moves_money",
    "works", "why_not", "why", "default", "otherwise", "where", "n", "points", "parts", "presets", "valid",
    "calendar", "schema", "issuer", "note", "year", "holidays", "workdays", "first", "last", "name",
    "official", "presumed", "month_day",
)  # fmt: skip
