"""The algebra of columns: the operations of `compile.Algebra` on int64 columns of many cases."""

import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from escrow.clauses import listing
from escrow.clauses import quotient as q
from escrow.clauses.days import DAYS
from escrow.clauses.items import Items, inside, merge, spread
from escrow.clauses.problems import MissingFact
from escrow.clauses.quotient import Quotient, constant
from escrow.clauses.wording import Words, same

Run = Callable[[Any], Any]


def equal(left: Any, right: Any) -> Any:
    """Where both are the same: numbers, texts or conditions."""
    if isinstance(left, Quotient):
        return q.compare(operator.eq, left, right)
    if isinstance(left, str | Words):
        return same(left, right)
    return np.equal(left, right)


def unequal(left: Any, right: Any) -> Any:
    """Where they differ; an undefined number does not differ from anything."""
    if isinstance(left, Quotient):
        return q.compare(operator.ne, left, right)
    return np.logical_not(equal(left, right))


def _compared(call: Any) -> Callable[..., Any]:
    return lambda left, right: q.compare(call, left, right)


def among(item: Any, *options: Any) -> Any:
    """Where the item equals one of the options."""
    return reduce(np.logical_or, (equal(item, option) for option in options), np.False_)


def grown(now: Quotient, before: Quotient) -> Quotient:
    """(now - before) / before; undefined without a positive base."""
    rate = q.divide(q.subtract(now, before), before)
    if before.low > 0:
        return rate
    rate.ok = q.joined(rate.ok, np.asarray(before.num > 0))
    return rate


def pick(key: Any, *rest: Any) -> Any:
    """The value beside the first option equal to the key, else the last argument."""
    result = rest[-1]
    pairs = list(zip(rest[:-1:2], rest[1::2], strict=False))
    for option, value in reversed(pairs):
        result = merge(_array(equal(key, option)), value, result)
    return result


def _array(test: Any) -> Any:
    """A condition as an array, or as a plain bool when it is one for all rows."""
    return bool(test) if np.ndim(test) == 0 else test


SCALAR: dict[str, Callable[..., Any]] = {
    "+": q.add, "-": q.subtract, "*": q.multiply, "/": q.divide, "neg": q.negate, "abs": q.absolute,
    "==": equal, "!=": unequal, "<": _compared(operator.lt), "<=": _compared(operator.le),
    ">": _compared(operator.gt), ">=": _compared(operator.ge), "among": among,
    "not": np.logical_not, "and": lambda *parts: reduce(np.logical_and, parts),
    "or": lambda *parts: reduce(np.logical_or, parts),
    "if": lambda test, yes, no: merge(_array(test), yes, no), "pick": pick,
    "min": lambda *parts: reduce(q.lower, parts), "max": lambda *parts: reduce(q.higher, parts),
    "floor": q.floor, "ceil": lambda a: q.negate(q.floor(q.negate(a))), "growth": grown,
    "round": q.rounded, "yuan": q.multiply, **DAYS,
}  # fmt: skip


class Vector:
    """Columns of cases; conditions are bool arrays, or a plain bool that goes for all rows."""

    scalar = SCALAR
    lists = listing.LISTS

    def const(self, value: Any) -> Any:
        """A literal for all rows."""
        return value if isinstance(value, bool | str) or value is None else constant(value)

    def each(self, call: Callable[..., Any], many: tuple[bool, ...]) -> Callable[..., Any]:
        """`call` place by place over the arguments that are lists."""

        def run(*args: Any) -> Items:
            rows, lengths = spread(args, many)
            return Items(tuple(call(*row) for row in rows), lengths)

        return run

    def compared(self, call: Callable[..., Any], parts: tuple[Run, ...], many: tuple[bool, ...]) -> Run:
        """A comparison; the masks of undefined numbers make it not hold there."""
        call = self.each(call, many) if any(many) else call
        return lambda env: call(*[part(env) for part in parts])

    def both(self, parts: tuple[Run, ...], settles: bool) -> Run:
        """`and` or `or` over all rows; parts not stated matter unless the others settle every row."""
        join = np.logical_or if settles else np.logical_and

        def run(env: Any) -> Any:
            unknown: MissingFact | None = None
            result: Any = not settles
            for part in parts:
                try:
                    result = join(result, part(env))
                except MissingFact as missing:
                    unknown = unknown or missing
                if np.ndim(result) == 0 and bool(result) is settles:
                    return settles
            if unknown is not None and not np.all(np.equal(result, settles)):
                raise unknown
            return result

        return run

    def choice(self, test: Run, yes: Run, no: Run) -> Run:
        """Each row's branch; a branch that no row takes is not evaluated."""

        def run(env: Any) -> Any:
            holds = test(env)
            if np.all(holds):
                return yes(env)
            return merge(np.asarray(holds), yes(env), no(env)) if np.any(holds) else no(env)

        return run

    def pick(self, key: Run, options: tuple[Run, ...], values: tuple[Run, ...], many: bool) -> Run:
        """Like `choice` over the options in turn."""
        if many:
            spread_out = self.each(pick, (True, *[False] * (len(options) + len(values))))

            def listed(env: Any) -> Any:
                pairs = [each(env) for pair in zip(options, values, strict=False) for each in pair]
                return spread_out(key(env), *pairs, values[-1](env))

            return listed

        def run(env: Any) -> Any:
            item, result, free = key(env), None, None
            taken: list[tuple[Any, Any]] = []
            for option, value in zip(options, values, strict=False):
                here = equal(item, option(env))
                fresh = here if free is None else np.logical_and(here, free)
                if np.any(fresh):
                    taken.append((_array(fresh), value(env)))
                free = np.logical_not(here) if free is None else np.logical_and(free, np.logical_not(here))
            result = values[-1](env) if np.any(free) else None
            for here, value in reversed(taken):
                result = value if result is None else merge(here, value, result)
            return result

        return run

    def lag(self, name: str, series: Run, back: int) -> Run:
        """An earlier year; missing where a row states too few years."""

        def run(env: Any) -> Any:
            items = series(env)
            if np.any(np.less_equal(items.lengths, back)):
                raise env.missing(name, back)
            return from_end(items, back)

        return run

    def growth(self, series: Run) -> Run:
        """Growth over the year before; undefined where that is zero or not stated."""

        def run(env: Any) -> Quotient:
            items = series(env)
            if len(items.places) < 2:
                return Quotient(0, 1, 0, 0, 1, np.False_)
            rate = grown(from_end(items, 0), from_end(items, 1))
            stated = np.greater_equal(items.lengths, 2)
            if not np.all(stated):
                rate.ok = q.joined(rate.ok, np.asarray(stated))
            return rate

        return run

    def item(self, items: Run, at: int) -> Run:
        """One item of a list; undefined beyond its ends."""

        def run(env: Any) -> Any:
            found = items(env)
            if at < 0:
                return listing.defined(from_end(found, -at - 1), np.greater_equal(found.lengths, -at))
            if at >= len(found.places):
                return Quotient(0, 1, 0, 0, 1, np.False_)
            return listing.defined(found.places[at], inside(found, at))

        return run


def from_end(items: Items, back: int) -> Any:
    """The item `back` places before the last of each row; padding where a row is shorter."""
    result = items.places[0]
    for at in range(1, len(items.places)):
        here = np.equal(items.lengths, at + 1 + back)
        if np.any(here):
            result = items.places[at] if np.all(here) else merge(np.asarray(here), items.places[at], result)
    return result


VECTOR = Vector()
