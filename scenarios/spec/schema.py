"""The JSON Schema of the scenario file, for editors: every key, choice and description."""

from typing import Any, get_args

from escrow.catalogue import Policy, load_policy
from scenarios.spec.behaviour import Base
from scenarios.spec.model.scenario import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = "anxinbao-scenario.schema.json"


def schema(policy: str | None = None) -> dict[str, Any]:
    """JSON Schema (draft 2020-12); readings and parameters are those of `policy`."""
    shape = Scenario.model_json_schema(by_alias=True, mode="validation")
    known = load_policy(policy) if policy else load_policy()
    fields = shape["properties"]
    fields["readings"] = _readings(known)
    fields["overrides"] = _overrides(known)
    fields["preset"] = {**fields["preset"], "enum": sorted(known.presets)}
    # A bundle may be named in one word; the model turns the word into a mapping before it validates.
    fields["behaviour"]["anyOf"].append({"enum": list(get_args(Base))})
    no_titles(shape)
    return {"$schema": DIALECT, "$id": SCHEMA_FILE, "title": "anxinbao/scenario@1", **shape}


def _readings(policy: Policy) -> dict[str, Any]:
    options = {
        name: {
            "description": _both(*reading.title),
            "default": reading.default,
            "oneOf": [
                {"const": key, "description": _both(*option.means)}
                for key, option in reading.options.items()
                if option.works
            ],
        }
        for name, reading in policy.readings.items()
    }
    asked = {point.id: {"type": ["string", "integer"]} for point in policy.points if point.id not in options}
    return {
        "description": "个别读法 / single readings on top of the preset",
        "type": "object",
        "properties": {**options, **asked},
        "additionalProperties": False,
    }


def _overrides(policy: Policy) -> dict[str, Any]:
    return {
        "description": "修改政策参数 / parameters of the policy amended",
        "type": "object",
        "properties": {
            name: {"description": _both(*parameter.title), "type": ["string", "integer", "object"]}
            for name, parameter in policy.parameters.items()
        },
        "patternProperties": {r"^[a-z_]+\.[a-z_]+$": {"type": ["string", "integer"]}},
        "additionalProperties": False,
    }


def _both(zh: str, en: str) -> str:
    return f"{zh} / {en}"


def no_titles(part: Any) -> None:
    """Drop the titles that pydantic makes of field names: they say nothing new."""
    if isinstance(part, dict):
        if isinstance(part.get("title"), str):
            del part["title"]
        for value in part.values():
            no_titles(value)
    elif isinstance(part, list):
        for value in part:
            no_titles(value)
