"""What this run has granted so far, by whom and for what: nothing is ever paid twice from memory alone."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from escrow.claims.model import Value
from escrow.claims.terms import LimitTerm, StackRule
from escrow.processes.fulfilment.case import Case

Key = tuple[object, ...]


_SAME = ("enterprise", "matter", "object")
_YEARLY = ("enterprise", "matter", "programme", "year")


class Granted:
    """Sums of awards by stacking rule and by pool of a limit, in fen; stopped parts are taken out again."""

    def __init__(self, rules: Sequence[StackRule]) -> None:
        self.rules = rules
        self._of_rule: dict[Key, dict[Case, int]] = defaultdict(dict)
        self._pools: dict[Key, int] = defaultdict(int)
        self._matter: dict[Key, int] = defaultdict(int)
        self._level: dict[Key, int] = defaultdict(int)

    def before(self, case: Case) -> int:
        """What the enterprise was granted for the same matter and object, in fen."""
        return self._matter[_key(case, _SAME, 1)]

    def this_year(self, case: Case, day: int) -> int:
        """What it was granted for the matter in the year of `day`, whatever the object, in fen."""
        return self._matter[_key(case, _YEARLY, day)]

    def repeated(self, case: Case) -> bool:
        """Whether the same clause was granted for the same object at the same level (text facts)."""
        return self._level[_level(case)] > 0

    def others(self, number: int, case: Case, day: int) -> list[int]:
        """Awards of other claims that meet this one under a stacking rule."""
        key = (number, *_key(case, self.rules[number].per, day))
        return [fen for other, fen in self._of_rule[key].items() if fen and _meet(case, other)]

    def used(self, limit: LimitTerm, case: Case, day: int) -> int:
        """What a pool has taken, in fen."""
        return self._pools[limit.pool, *_key(case, limit.per, day)]

    def award(self, case: Case, amount: int, day: int) -> None:
        """Count an award (negative: a part that falls away), by the day of the award."""
        for per in (_SAME, _YEARLY):
            self._matter[_key(case, per, day)] += amount
        for number, rule in enumerate(self.rules):
            if case.terms.id in rule.members:
                held = self._of_rule[number, *_key(case, rule.per, day)]
                held[case] = held.get(case, 0) + amount
        self._level[_level(case)] += amount
        self._count(case, "award", amount, day)

    def pay(self, case: Case, amount: int, day: int) -> None:
        """Count a payment against limits that are counted at payment."""
        self._count(case, "payment", amount, day)

    def _count(self, case: Case, at: str, amount: int, day: int) -> None:
        for limit in case.terms.limits:
            if limit.at == at:
                self._pools[limit.pool, *_key(case, limit.per, day)] += amount


def _meet(case: Case, other: Case) -> bool:
    """Whether two claims may collide; a clause that says it comes on top of another does not."""
    added = other.terms.id in case.terms.adds_to or case.terms.id in other.terms.adds_to
    return other is not case and not added


def _level(case: Case) -> Key:
    texts = (name for name, value in case.facts.items() if _is_text(value))
    return (case.terms.id, *_key(case, _SAME, 1), *((name, case.facts[name]) for name in sorted(texts)))


def _is_text(value: Value) -> bool:
    return isinstance(value, str) or (
        isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    )


def _key(case: Case, per: tuple[str, ...], day: int) -> Key:
    return tuple(_part(case, name, day) for name in per)


def _part(case: Case, name: str, day: int) -> object:
    plan = case.plan
    if name == "year":
        return date.fromordinal(day).year
    if name == "enterprise":
        return plan.enterprise
    if name == "matter":
        return plan.matter or case.terms.matter
    if name in ("object", "project", "product", "event", "standard"):
        return plan.object or plan.enterprise
    if name == "clause":
        return case.terms.id
    return "" if name in ("programme", "life") else case.facts.get(name, "")
