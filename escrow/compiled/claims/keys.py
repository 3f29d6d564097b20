"""Codes of what claims have in common: who, for what, for which object; equal codes share a pool."""

from collections.abc import Hashable, Mapping, Sequence

from escrow.claims.model import ClaimPlan, Value
from escrow.claims.terms import ClauseTerms

SAME = ("enterprise", "matter", "object")
YEARLY = ("enterprise", "matter", "programme")
_OBJECTS = frozenset({"object", "project", "product", "event", "standard"})
_ALL = frozenset({"programme", "life", "year"})


class Codes(dict[Hashable, int]):
    """Numbers of keys in the order in which they are first met."""

    def __missing__(self, key: Hashable) -> int:
        number = self[key] = len(self)
        return number


def key_of(
    plan: ClaimPlan, terms: ClauseTerms, facts: Mapping[str, Value], per: Sequence[str]
) -> tuple[Hashable, ...]:
    """What a claim has in common with others under `per`; the year is counted elsewhere."""
    return tuple([_part(plan, terms, facts, name) for name in per])


def _part(plan: ClaimPlan, terms: ClauseTerms, facts: Mapping[str, Value], name: str) -> Hashable:
    if name == "enterprise":
        return plan.enterprise
    if name == "matter":
        return plan.matter or terms.matter
    if name in _OBJECTS:
        return plan.object or plan.enterprise
    if name == "clause":
        return terms.id
    return "" if name in _ALL else facts.get(name, "")


def level_of(plan: ClaimPlan, terms: ClauseTerms, facts: Mapping[str, Value]) -> tuple[Hashable, ...]:
    """The same clause for the same object at the same level, which the text facts tell."""
    texts = [(name, value) for name, value in sorted(facts.items()) if _is_text(value)]
    return (terms.id, plan.enterprise, plan.matter or terms.matter, plan.object or plan.enterprise, *texts)


def _is_text(value: Value) -> bool:
    if isinstance(value, str):
        return True
    return type(value) is tuple and all(isinstance(each, str) for each in value)
