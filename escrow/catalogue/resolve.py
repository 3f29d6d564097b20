"""A policy with every open point decided: preset, then readings, then overrides, each checked."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from escrow.catalogue import typed
from escrow.catalogue.problems import (
    BadValue,
    FactNotReading,
    OptionCannotWork,
    UnknownOption,
    UnknownParameter,
    UnknownPreset,
    UnknownReading,
)
from ledger.text import Text

if TYPE_CHECKING:
    from escrow.catalogue.policy import Parameter, ParameterValue, Policy


@dataclass(frozen=True, slots=True, eq=False)
class Resolved:
    """What a run needs to know of a policy; two with the same `digest` mean the same rules.

    `hypothetical` is set when an override changes a number that the text itself prints.
    """

    policy: "Policy"
    preset: str
    readings: Mapping[str, str]
    parameters: Mapping[str, "ParameterValue"]
    hypothetical: bool
    overridden: tuple[str, ...]
    digest: str

    def normal(self) -> dict[str, Any]:
        """The form that is digested: policy id, parameters in force, readings, calendar table digest."""
        return _normal(self.policy, self.readings, self.parameters)


def resolved(
    policy: "Policy",
    preset: str,
    readings: Mapping[str, object],
    overrides: Mapping[str, object],
    on: date,
) -> Resolved:
    """See `Policy.resolve`."""
    if preset not in policy.presets:
        raise UnknownPreset(policy=policy.id, name=preset, known=tuple(policy.presets))
    asked = {**policy.presets[preset], **readings}
    chosen = _choices(policy, asked)
    base: dict[str, ParameterValue] = {key: each.value_on(on) for key, each in policy.parameters.items()}
    values = dict(base)
    answers = {key: value for key, value in asked.items() if key not in policy.readings}
    for name, raw in _by_table(policy, [*answers.items(), *overrides.items()]):
        _override(policy, values, name, raw)
    given = {name.partition(".")[0] for name in [*answers, *overrides]}
    _keep_floors(policy, values, given)
    changed = tuple(sorted(key for key in values if values[key] != base[key]))
    return Resolved(
        policy=policy,
        preset=preset,
        readings=chosen,
        parameters=values,
        hypothetical=any(_printed(policy, key) for key in changed),
        overridden=changed,
        digest=digest_of(_normal(policy, chosen, values)),
    )


def digest_of(normal: Mapping[str, Any]) -> str:
    """SHA-256 of the sorted-key JSON of a normal form."""
    text = json.dumps(normal, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _choices(policy: "Policy", asked: Mapping[str, object]) -> dict[str, str]:
    chosen = {key: each.default for key, each in policy.readings.items()}
    for name, option in asked.items():
        if name in policy.readings:
            chosen[name] = _option(policy, name, option)
        elif name not in {each.id for each in policy.points}:
            known = tuple(each.id for each in policy.points)
            raise UnknownReading(policy=policy.id, name=name, known=known)
    return chosen


def _option(policy: "Policy", reading: str, option: object) -> str:
    options = policy.readings[reading].options
    name = {True: "yes", False: "no"}.get(option, option) if isinstance(option, bool) else option
    if not isinstance(name, str) or name not in options:
        raise UnknownOption(reading=reading, name=str(name), known=tuple(options))
    if not options[name].works:
        known = ", ".join(key for key, each in options.items() if each.works)
        raise OptionCannotWork(reading=reading, option=name, why=options[name].why_not, known=known)
    return name


def _by_table(policy: "Policy", asked: Sequence[tuple[str, object]]) -> list[tuple[str, object]]:
    """Fields of one table asked for one by one as one change of it: some may stand only together."""
    merged: list[tuple[str, object]] = []
    columns: dict[str, dict[str, object]] = {}
    for name, raw in asked:
        key, _, column = name.partition(".")
        parameter = policy.parameters.get(key)
        if parameter is None or column not in parameter.fields:
            columns.pop(key, None)
            merged.append((name, raw))
        elif key in columns:
            columns[key][column] = raw
        else:
            columns[key] = {column: raw}
            merged.append((key, columns[key]))
    return merged


def _override(policy: "Policy", values: dict[str, "ParameterValue"], name: str, raw: object) -> None:
    key, _, column = name.partition(".")
    parameter = _parameter(policy, name, key, column)
    current = values[key]
    if column and isinstance(current, dict):
        raw = {column: raw}
    values[key] = typed.value(parameter, raw, current)


def _parameter(policy: "Policy", name: str, key: str, column: str) -> "Parameter":
    for point in policy.points:
        if point.id == key and point.kind == "fact":
            raise FactNotReading(name=key, where=getattr(point, "where", ""))
    parameter = policy.parameters.get(key)
    if parameter is None or (column and column not in parameter.fields):
        names = [*policy.parameters, *_columns(policy)]
        raise UnknownParameter(policy=policy.id, name=name, known=names)
    return parameter


def _columns(policy: "Policy") -> list[str]:
    return [f"{key}.{column}" for key, each in policy.parameters.items() for column in each.fields]


def _keep_floors(policy: "Policy", values: dict[str, "ParameterValue"], given: set[str]) -> None:
    """A value below its floor is lifted to it; one that was itself asked for, or a date, is an error."""
    for key, parameter in policy.parameters.items():
        if parameter.not_below is None or not _below(values[key], values[parameter.not_below]):
            continue
        floor = values[parameter.not_below]
        if key not in given and not isinstance(floor, date):
            values[key] = floor
            continue
        least = typed.written_value(floor, parameter.unit)
        expected = Text(
            f"不低于 {parameter.not_below}（{least}）；若要更低，请一并修改它",
            f"at least {parameter.not_below} ({least}); to go lower, override that one too",
        )
        raise BadValue(
            parameter=key, value=typed.written_value(values[key], parameter.unit), expected=expected
        )


def _below(value: "ParameterValue", floor: "ParameterValue") -> bool:
    if isinstance(value, date) and isinstance(floor, date):
        return value < floor
    return isinstance(value, int | Fraction) and isinstance(floor, int | Fraction) and value < floor


def _printed(policy: "Policy", key: str) -> bool:
    """Whether the text itself prints the number (an open point is not printed)."""
    return policy.parameters[key].quality == "text" and all(point.id != key for point in policy.points)


def _normal(
    policy: "Policy", readings: Mapping[str, str], values: Mapping[str, "ParameterValue"]
) -> dict[str, Any]:
    return {
        "policy": policy.id,
        "parameters": {key: typed.normal(value) for key, value in sorted(values.items())},
        "readings": dict(sorted(readings.items())),
        "calendar": policy.calendar.digest,
    }
