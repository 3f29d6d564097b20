"""The algebra of one case: ints and fractions, tuples for lists, nothing ever rounded on the way."""

import operator
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import Any

from escrow.calendar import calendar
from escrow.clauses.problems import MissingFact

Run = Callable[[Any], Any]


class Undefined(Exception):
    """A quotient by zero or growth without a base: no value, so that conditions on it do not hold."""


def _refuse(*_: Any) -> Any:
    raise Undefined


class Nothing:
    """An undefined item of a list: whatever is computed with it is undefined too."""

    __slots__ = ()
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __floordiv__ = __rfloordiv__ = __neg__ = __abs__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __eq__ = __ne__ = __bool__ = __hash__ = _refuse


NOTHING = Nothing()


class Unequal(Exception):
    """Lists of different lengths met; the lengths are its argument."""


def divide(left: Any, right: Any) -> Any:
    """The exact quotient."""
    if right == 0:
        raise Undefined
    return Fraction(left, right) if type(left) is type(right) is int else left * Fraction(1, right)


def grown(now: Any, before: Any) -> Any:
    """(now - before) / before; undefined without a positive base."""
    if before <= 0:
        raise Undefined
    return divide(now - before, before)


def shift_months(day: int, months: Any) -> int:
    """The same day some months on, or the last day of a shorter month."""
    on = date.fromordinal(day)
    year, month = divmod(on.year * 12 + on.month - 1 + floor(months), 12)
    for last in (on.day, 30, 29, 28):
        if last <= on.day:
            try:
                return date(year, month + 1, last).toordinal()
            except ValueError:
                continue
    raise Undefined


def made_date(year: Any, month: Any, day: Any) -> int:
    """A calendar day; undefined when there is none."""
    try:
        return date(floor(year), floor(month), floor(day)).toordinal()
    except (ValueError, OverflowError):
        raise Undefined from None


def floor(value: Any) -> int:
    """The whole number below."""
    return int(value // 1)


def ceil(value: Any) -> int:
    """The whole number above."""
    return -int(-value // 1)


def best(choose: Callable[..., Any]) -> Callable[..., Any]:
    """min or max of a list; undefined when it is empty."""

    def run(items: tuple[Any, ...]) -> Any:
        if not items:
            raise Undefined
        return choose(items)

    return run


def sum_best(keys: tuple[Any, ...], values: tuple[Any, ...]) -> Any:
    """The largest value of each key, added up."""
    if len(keys) != len(values):
        raise Unequal(len(keys), len(values))
    top: dict[Any, Any] = {}
    for key, value in zip(keys, values, strict=True):
        top[key] = max(top.get(key, value), value)
    return sum(top.values())


def pick(key: Any, *rest: Any) -> Any:
    """The value beside the first option equal to `key`, else the last argument."""
    for option, value in zip(rest[:-1:2], rest[1::2], strict=False):
        if key == option:
            return value
    return rest[-1]


def rounded(value: Any, unit: int, way: str) -> int:
    """`value` as a multiple of `unit`, rounded down, up or half up."""
    part = Fraction(value, unit) if unit != 1 else value
    if way == "half_up":
        return floor(2 * part + 1) // 2 * unit
    return (floor(part) if way == "down" else ceil(part)) * unit


SCALAR: dict[str, Callable[..., Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": divide, "neg": operator.neg,
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge, "not": operator.not_, "min": min, "max": max, "abs": abs,
    "floor": floor, "ceil": ceil, "growth": grown, "pick": pick,
    "among": lambda item, *options: item in options,
    "years": lambda day, n: shift_months(day, 12 * n), "months": shift_months,
    "days": lambda day, n: day + floor(n),
    "working_days": lambda day, n: calendar().add_working(day, floor(n)),
    "year": lambda day: date.fromordinal(day).year, "month": lambda day: date.fromordinal(day).month,
    "date": made_date, "yuan": operator.mul, "round": rounded,
    "and": lambda *parts: all(parts), "or": lambda *parts: any(parts),
    "if": lambda test, yes, no: yes if test else no,
}  # fmt: skip
LISTS: dict[str, Callable[..., Any]] = {
    "min": best(min), "max": best(max), "sum": sum, "any": any, "all": all, "len": len,
    "take": lambda items, n: items[: max(0, floor(n))], "distinct": lambda items: len(set(items)),
    "sum_best": sum_best, "running": lambda items: tuple(accumulate(items)),
    "in": lambda item, items: item in items,
}  # fmt: skip


class Exact:
    """The operations of `compile.Algebra` on the plain values of one case."""

    scalar = SCALAR
    lists = LISTS

    def const(self, value: Any) -> Any:
        """A literal as it is."""
        return value

    def each(self, call: Callable[..., Any], many: tuple[bool, ...]) -> Callable[..., Any]:
        """`call` item by item over the arguments that are lists."""

        def item(*args: Any) -> Any:
            try:
                return call(*args)
            except Undefined:
                return NOTHING

        def run(*args: Any) -> tuple[Any, ...]:
            sizes = {len(arg) for arg, listed in zip(args, many, strict=True) if listed}
            if len(sizes) > 1:
                sizes -= {1}  # a list of one item goes with every item of a longer list
            if len(sizes) > 1:
                raise Unequal(*sorted(sizes))
            (size,) = sizes
            spread = [
                arg if listed and len(arg) == size else (arg[0] if listed else arg,) * size
                for arg, listed in zip(args, many, strict=True)
            ]
            return tuple(map(item, *spread))

        return run

    def compared(self, call: Callable[..., Any], parts: tuple[Run, ...], many: tuple[bool, ...]) -> Run:
        """A comparison that does not hold where a side is undefined."""

        def safe(*args: Any) -> Any:
            try:
                return call(*args)
            except Undefined:
                return False

        def run(env: Any) -> Any:
            try:
                return call(*[part(env) for part in parts])
            except Undefined:
                return False

        if not any(many):
            return run
        spread = self.each(safe, many)
        return lambda env: spread(*[_or_nothing(part, env) for part in parts])

    def both(self, parts: tuple[Run, ...], settles: bool) -> Run:
        """`and` or `or`: a part that is not stated matters only when no other settles the matter."""

        def run(env: Any) -> Any:
            unknown: MissingFact | None = None
            for part in parts:
                try:
                    if part(env) is settles:
                        return settles
                except MissingFact as missing:
                    unknown = unknown or missing
            if unknown is not None:
                raise unknown
            return not settles

        return run

    def choice(self, test: Run, yes: Run, no: Run) -> Run:
        """The branch taken."""
        return lambda env: yes(env) if test(env) else no(env)

    def pick(self, key: Run, options: tuple[Run, ...], values: tuple[Run, ...], many: bool) -> Run:
        """The value of the first option equal to the key; the values of other options are not asked for."""

        def one(env: Any, item: Any) -> Any:
            for option, value in zip(options, values, strict=False):
                if option(env) == item:
                    return value(env)
            return values[-1](env)

        if many:
            return lambda env: tuple(one(env, item) for item in key(env))
        return lambda env: one(env, key(env))

    def lag(self, name: str, series: Run, back: int) -> Run:
        """An earlier year of a series; a year that is not stated is missing."""

        def run(env: Any) -> Any:
            values = series(env)
            if back >= len(values):
                raise env.missing(name, back)
            return values[-1 - back]

        return run

    def growth(self, series: Run) -> Run:
        """Growth over the year before; undefined when that year is zero or not stated."""

        def run(env: Any) -> Any:
            values = series(env)
            if len(values) < 2:
                raise Undefined
            return grown(values[-1], values[-2])

        return run

    def item(self, items: Run, at: int) -> Run:
        """One item of a list; undefined beyond its ends."""

        def run(env: Any) -> Any:
            values = items(env)
            if not -len(values) <= at < len(values):
                raise Undefined
            return values[at]

        return run


def _or_nothing(part: Run, env: Any) -> Any:
    try:
        return part(env)
    except Undefined:
        return NOTHING


EXACT = Exact()
