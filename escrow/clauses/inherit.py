"""What a paper takes over from a policy of this catalogue, so that no title and no number is written twice.

A paper that says `inherits: POLICY` leaves out of a clause what the policy's clause of the same id says;
a parameter or reading `{policy: NAME}` is that of the policy. Raw data in, raw data out.
"""

from collections.abc import Mapping
from typing import Any

from escrow.catalogue.load import load_policy
from escrow.catalogue.policy import Parameter, Policy, Reading
from escrow.catalogue.problems import UnknownName
from escrow.catalogue.values import Value, written
from ledger.text import Text

UNITS = {"money": "money", "rate": "ratio", "days": "number", "count": "number", "date": "date"}


class NotInherited(UnknownName):
    """A paper asks its policy for something the policy does not have."""

    message = Text("政策 {policy} 里没有可沿用的“{name}”", "policy {policy} has no {name!r} to take over")


def inherited(paper: Mapping[str, Any]) -> dict[str, Any]:
    """The paper with everything filled in that it takes over; unchanged when it inherits nothing.

    Raises PolicyNotFound and NotInherited.
    """
    if "inherits" not in paper:
        return dict(paper)
    policy = load_policy(str(paper["inherits"]))
    rest = {key: value for key, value in paper.items() if key != "inherits"}
    return {**rest, "clauses": [_clause(policy, each) for each in paper["clauses"]]}


def _clause(policy: Policy, clause: Mapping[str, Any]) -> dict[str, Any]:
    found = policy.clauses.get(str(clause["id"]))
    if found is None:
        raise NotInherited(policy=policy.id, name=clause["id"], known=list(policy.clauses))
    base = {
        "article": found.article,
        "kind": found.kind,
        "title": _both(found.title),
        "gist": _both(found.gist),
    }
    whole = {**base, **clause}
    for key, fill in (("parameters", _parameter), ("readings", _reading)):
        if key in whole:
            whole[key] = {name: fill(policy, each) for name, each in whole[key].items()}
    return whole


def _both(text: Text) -> dict[str, str]:
    return text._asdict()


def _parameter(policy: Policy, given: Mapping[str, Any]) -> dict[str, Any]:
    """The policy's parameter: its title, unit and dated values, each with its clause."""
    if "policy" not in given:
        return dict(given)
    found = policy.parameters.get(str(given["policy"]))
    if found is None or found.unit not in UNITS:
        raise NotInherited(policy=policy.id, name=given["policy"], known=list(policy.parameters))
    values = [_dated(policy, found, place) for place in range(len(found.values))]
    opened = {} if found.quality == "text" else {"open": True}
    return {"unit": UNITS[found.unit], "title": _both(found.title), "values": values, **opened}


def _dated(policy: Policy, parameter: Parameter, place: int) -> dict[str, Any]:
    dated = parameter.values[place]
    value: Value = dated.value if not isinstance(dated.value, dict) else None
    if value is None:
        raise NotInherited(policy=policy.id, name=parameter.id, known=list(policy.parameters))
    plain = value if isinstance(value, int) and parameter.unit != "money" else written(value, parameter.unit)
    cite = dated.cite if dated.cite in policy.clauses else parameter.clause
    return {"from": dated.from_.isoformat(), "value": plain, "cite": cite}


def _reading(policy: Policy, given: Mapping[str, Any]) -> dict[str, Any]:
    """The policy's reading, or the `options` of it that the clause can tell apart."""
    if "policy" not in given:
        return dict(given)
    found = policy.readings.get(str(given["policy"]))
    if found is None:
        raise NotInherited(policy=policy.id, name=given["policy"], known=list(policy.readings))
    return {
        "title": _both(found.title),
        "default": found.default,
        "why": _both(found.why),
        "options": _options(policy, found, list(given.get("options") or found.options)),
    }


def _options(policy: Policy, reading: Reading, kept: list[str]) -> dict[str, dict[str, str]]:
    for name in kept:
        if name not in reading.options:
            raise NotInherited(policy=policy.id, name=name, known=list(reading.options))
    return {name: _both(reading.options[name].means) for name in kept}
