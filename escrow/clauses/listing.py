"""What is made of a list in columns: sums, counts, extremes, membership, running totals."""

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from escrow.clauses import quotient as q
from escrow.clauses.items import Items, inside, merge, place
from escrow.clauses.quotient import Quotient, constant
from escrow.clauses.wording import Words, same

ZERO = constant(0)


def whole(value: Any) -> Quotient:
    """Counts as a column of numbers."""
    return constant(int(value)) if np.ndim(value) == 0 else q.column(np.asarray(value, dtype=np.int64))


def defined(value: Any, where: Any) -> Any:
    """The number, undefined outside `where`."""
    if where is True or not isinstance(value, Quotient):
        return value
    return Quotient(
        value.num, value.den, value.low, value.high, value.den_high, q.joined(value.ok, np.asarray(where))
    )


def total(items: Items) -> Quotient:
    """The sum of numbers, or how many conditions hold."""
    result = ZERO
    for at, each in enumerate(items.places):
        number = each if isinstance(each, Quotient) else _counted(each)
        result = q.add(result, q.choose(inside(items, at), number, ZERO))
    return result


def _counted(holds: Any) -> Quotient:
    if np.ndim(holds) == 0:
        return constant(int(holds))
    return Quotient(holds.astype(np.int64), 1, 0, 1, 1)


def _extreme(call: Callable[[Quotient, Quotient], Quotient]) -> Callable[[Items], Quotient]:
    def run(items: Items) -> Quotient:
        if not items.places:
            return Quotient(0, 1, 0, 0, 1, np.False_)
        result = items.places[0]
        for at, each in enumerate(items.places[1:], start=1):
            result = q.choose(inside(items, at), call(result, each), result)
        some = np.greater(items.lengths, 0)
        return result if np.all(some) else defined(result, some)  # type: ignore[no-any-return]

    return run


def any_of(items: Items) -> Any:
    """Whether some item holds."""
    return reduce(
        np.logical_or,
        (np.logical_and(inside(items, at), each) for at, each in enumerate(items.places)),
        np.False_,
    )


def all_of(items: Items) -> Any:
    """Whether every item holds."""
    rows = (np.logical_or(np.logical_not(inside(items, at)), each) for at, each in enumerate(items.places))
    return reduce(np.logical_and, rows, np.True_)


def take(items: Items, n: Quotient) -> Items:
    """The first n items of each row."""
    count = np.maximum(q.floor(n).num, 0)
    lengths = np.minimum(items.lengths, count)
    width = int(np.max(lengths, initial=0))
    return Items(items.places[:width], lengths)


def member(item: Any, items: Items) -> Any:
    """Whether the item is in the list."""
    rows = (np.logical_and(inside(items, at), alike(item, each)) for at, each in enumerate(items.places))
    return reduce(np.logical_or, rows, np.False_)


def alike(left: Any, right: Any) -> Any:
    """Where two items are the same."""
    if isinstance(left, Quotient):
        return q.compare(np.equal, left, right)
    return same(left, right) if isinstance(left, str | Words) else np.equal(left, right)


def first_of_kind(items: Items, at: int) -> Any:
    """Which rows have at `at` an item that did not come before."""
    fresh = inside(items, at)
    for before in range(at):
        fresh = np.logical_and(fresh, np.logical_not(alike(items.places[at], items.places[before])))
    return fresh


def distinct(items: Items) -> Quotient:
    """How many different items each row has."""
    result = ZERO
    for at in range(len(items.places)):
        result = q.add(result, _counted(np.asarray(first_of_kind(items, at))))
    return result


def sum_best(keys: Items, values: Items) -> Quotient:
    """The largest value of each key, added up."""
    from escrow.clauses.exact import Unequal

    if np.any(np.not_equal(keys.lengths, values.lengths)):
        raise Unequal(int(np.max(keys.lengths)), int(np.max(values.lengths)))
    result = ZERO
    for at in range(len(keys.places)):
        best = place(values, at)
        for other in range(at + 1, len(keys.places)):
            same_key = np.logical_and(inside(keys, other), alike(keys.places[at], keys.places[other]))
            best = merge(np.asarray(same_key), q.higher(best, values.places[other]), best)
        result = q.add(result, q.choose(np.asarray(first_of_kind(keys, at)), best, ZERO))
    return result


def running(items: Items) -> Items:
    """Running totals."""
    totals: list[Quotient] = []
    for each in items.places:
        totals.append(q.add(totals[-1], each) if totals else each)
    return Items(tuple(totals), items.lengths)


LISTS: dict[str, Callable[..., Any]] = {
    "sum": total, "min": _extreme(q.lower), "max": _extreme(q.higher), "any": any_of, "all": all_of,
    "len": lambda items: whole(items.lengths), "take": take, "in": member, "distinct": distinct,
    "sum_best": sum_best, "running": running,
}  # fmt: skip
