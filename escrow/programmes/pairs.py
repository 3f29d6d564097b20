"""Which clause of one paper answers to which of another: the same id, the lineage stated, the same matter."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from escrow.clauses import Clause

UNTOLD = ("rule", "fiscal_plan")  # matters that many clauses share without answering to each other


class Pairs(NamedTuple):
    """Clauses that answer to each other, and those that stand alone on either side."""

    both: list[tuple[Clause, Clause]]
    only_before: list[Clause]
    only_after: list[Clause]


def paired(before: Iterable[Clause], after: Iterable[Clause]) -> Pairs:
    """Each clause at most once, the surest grounds first, in the order of the earlier paper."""
    left, right = {each.id: each for each in before}, {each.id: each for each in after}
    both: list[tuple[Clause, Clause]] = []
    for grounds in (_same_id, _lineage, _same_tail, _same_matter):
        for one, other in list(grounds(left, right)):
            if one in left and other in right:
                both.append((left.pop(one), right.pop(other)))
    return Pairs(both, list(left.values()), list(right.values()))


Side = dict[str, Clause]
Found = Iterable[tuple[str, str]]


def _same_id(left: Side, right: Side) -> Found:
    return ((name, name) for name in left if name in right)


def _lineage(left: Side, right: Side) -> Found:
    for clause in right.values():
        yield from ((old, clause.id) for old in clause.row.replaces if old in left)
    for clause in left.values():
        yield from ((clause.id, old) for old in clause.row.replaces if old in right)


def _same_tail(left: Side, right: Side) -> Found:
    return _matched(left, right, lambda each: each.id.removeprefix(each.paper.id))


def _same_matter(left: Side, right: Side) -> Found:
    return _matched(
        left, right, lambda each: (each.matter, each.row.kind) if each.matter not in UNTOLD else None
    )


def _matched(left: Side, right: Side, key: Callable[[Clause], Any]) -> Found:
    """Pairs of clauses that alone on their side have the key."""
    there = _alone(right, key)
    return ((one, there[what]) for what, one in _alone(left, key).items() if what in there)


def _alone(side: Side, key: Callable[[Clause], Any]) -> dict[Any, str]:
    found: dict[Any, list[str]] = {}
    for clause in side.values():
        found.setdefault(key(clause), []).append(clause.id)
    return {what: names[0] for what, names in found.items() if what is not None and len(names) == 1}
