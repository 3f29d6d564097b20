"""Errors of pydantic as faults with our own wordings."""

import re
from collections.abc import Iterable
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ledger.text import Text
from scenarios.spec.guess import NOTHING, near
from scenarios.spec.nodes import Path
from scenarios.spec.problem import Fault
from scenarios.spec.wordings import WORDINGS

_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "string_type": "not_text",
    "int_type": "not_int",
    "bool_type": "not_bool",
    "list_type": "not_list",
    "dict_type": "not_map",
    "model_type": "not_map",
    "model_attributes_type": "not_map",
    "too_short": "too_short",
    "literal_error": "bad_choice",
    "greater_than_equal": "int_range",
    "less_than_equal": "int_range",
    "greater_than": "int_range",
    "less_than": "int_range",
}
_SPLIT_AMOUNT = re.compile(r"\d{3}(\.\d+)?(万|亿)?元?")


def faults_of(error: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """One fault for each error of validating `model`."""
    return [_fault(detail, model) for detail in error.errors(include_url=False)]


def _fault(detail: ErrorDetails, model: type[BaseModel]) -> Fault:
    path = _clean(detail["loc"])
    code = _CODES.get(detail["type"], detail["type"])
    if code == "unknown_key" and _SPLIT_AMOUNT.fullmatch(str(path[-1])):
        code = "comma_in_braces"
    facts = {"found": _shown(detail["input"]), **detail.get("ctx", {}), **_more(code, path, detail, model)}
    if code not in WORDINGS:
        return Fault("invalid", path, _own_words(detail))
    return Fault(code, path, facts)


def _own_words(detail: ErrorDetails) -> dict[str, Any]:
    """A model of another room may carry its sentence as a Text in the context."""
    context = detail.get("ctx", {})
    found = context.get("error", context.get("text", context.get("expected")))
    said = found.args[0] if isinstance(found, ValueError) and found.args else found
    message = said if isinstance(said, Text) else Text(detail["msg"], detail["msg"])
    return {"detail": message}


def _clean(loc: Iterable[str | int]) -> Path:
    """The place without the step that pydantic adds for a bad key."""
    return tuple(step for step in loc if step != "[key]")


def _shown(value: object) -> str:
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _more(code: str, path: Path, detail: ErrorDetails, model: type[BaseModel]) -> dict[str, Any]:
    key = str(path[-1]) if path else ""
    if code in ("unknown_key", "comma_in_braces"):
        known = _keys(_model_at(model, path[:-1]))
        return {"key": key, "near": near(key, known) if known else NOTHING}
    if code == "missing":
        return {"key": key}
    if code == "bad_choice":
        choices = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
        return {"choices": " | ".join(choices), "near": near(_shown(detail["input"]), choices)}
    if code == "int_range":
        return {"bound": _bound(detail.get("ctx", {}))}
    return {}


def _bound(context: dict[str, Any]) -> Text:
    signs = {
        "ge": ("不小于", "at least"),
        "le": ("不大于", "at most"),
        "gt": ("大于", "over"),
        "lt": ("小于", "under"),
    }
    name = next(key for key in signs if key in context)
    zh, en = signs[name]
    return Text(f"{zh} {context[name]}", f"{en} {context[name]}")


def _keys(model: type[BaseModel] | None) -> list[str]:
    if model is None:
        return []
    return [info.alias or name for name, info in model.model_fields.items()]


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model that `path` leads to, or None when it leads to something else."""
    found: Any = model
    for step in path:
        owner = _model_in(found)
        if owner is not None and isinstance(step, str):
            match = [i for n, i in owner.model_fields.items() if (i.alias or n) == step]
            if match:
                found = match[0].annotation
    return _model_in(found)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside Optional, Annotated, list or dict."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    args = get_args(annotation)
    if get_origin(annotation) is Annotated:
        args = args[:1]
    return next((m for m in map(_model_in, args) if m is not None), None)
