"""Exact numbers in columns: int64 numerators over a denominator, with bounds that tell when 64 bits end.

Every operation first works out the largest number it can meet. Where that passes 64 bits the column
goes on as Python integers (slow, exact), so that nothing is ever wrapped.
"""

from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np

INT64_MAX = 2**63 - 1
Whole = Any  # a Python int or an int64 (or object) array


class Quotient:
    """Numbers `num / den` with den > 0; `ok` says where they are defined (None: everywhere)."""

    __slots__ = ("den", "den_high", "high", "low", "num", "ok")

    def __init__(self, num: Whole, den: Whole, low: int, high: int, den_high: int, ok: Any = None) -> None:
        self.num, self.den, self.low, self.high, self.den_high, self.ok = num, den, low, high, den_high, ok

    @property
    def size(self) -> int:
        """The largest numerator it may hold, sign aside."""
        return max(abs(self.low), abs(self.high))


def constant(value: int | Fraction) -> Quotient:
    """One number for all rows."""
    num, den = (value, 1) if isinstance(value, int) else (value.numerator, value.denominator)
    return Quotient(num, den, num, num, den)


def column(num: Any, den: Any = 1) -> Quotient:
    """Stated numbers as a column; their bounds are looked up once."""
    low, high = (int(num.min()), int(num.max())) if len(num) else (0, 0)
    return Quotient(num, den, low, high, den if isinstance(den, int) else int(den.max(initial=1)))


def undefined_where(zero: Any, ok: Any) -> Any:
    """The mask of rows that are defined and not `zero`."""
    return joined(np.logical_not(zero), ok)


def joined(left: Any, right: Any) -> Any:
    """Both masks; None stands for everywhere."""
    if left is None:
        return right
    return left if right is None else left & right


def wide(value: Whole, *bounds: int) -> Whole:
    """The numbers as they are, or as Python integers where a bound passes 64 bits."""
    if isinstance(value, np.ndarray) and value.dtype != object and max(bounds) > INT64_MAX:
        return value.astype(object)
    return value


def narrow(value: Whole, bound: int) -> Whole:
    """Back to 64 bits where the bound allows it."""
    if isinstance(value, np.ndarray) and value.dtype == object and bound <= INT64_MAX:
        return value.astype(np.int64)
    return value


def times(left: Whole, right: Whole, bound: int) -> Whole:
    """The product, whose largest value is `bound`."""
    if type(right) is int and right == 1:
        return left
    if type(left) is int and left == 1:
        return right
    bound = max(bound, *(abs(each) for each in (left, right) if type(each) is int), 0)
    return wide(left, bound) * wide(right, bound)


def multiply(a: Quotient, b: Quotient) -> Quotient:
    """a * b."""
    ends = (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
    num = times(a.num, b.num, a.size * b.size)
    den_high = a.den_high * b.den_high
    return Quotient(num, times(a.den, b.den, den_high), min(ends), max(ends), den_high, joined(a.ok, b.ok))


def aligned(a: Quotient, b: Quotient) -> tuple[Quotient, Quotient]:
    """Both over one denominator."""
    if a.den is b.den or (isinstance(a.den, int) and isinstance(b.den, int) and a.den == b.den):
        return a, b
    if isinstance(a.den, int) and isinstance(b.den, int):
        common = lcm(a.den, b.den)
        return scaled(a, common // a.den, common), scaled(b, common // b.den, common)
    den_high = a.den_high * b.den_high
    den = times(a.den, b.den, den_high)
    return _over(a, b, den, den_high), _over(b, a, den, den_high)


def scaled(a: Quotient, factor: int, den: int) -> Quotient:
    """The same numbers over the denominator `den = a.den * factor`."""
    if factor == 1:
        return a
    return Quotient(times(a.num, factor, a.size * factor), den, a.low * factor, a.high * factor, den, a.ok)


def _over(a: Quotient, other: Quotient, den: Whole, den_high: int) -> Quotient:
    by = other.den_high
    num = times(a.num, other.den, a.size * by)
    return Quotient(num, den, min(a.low, a.low * by), max(a.high, a.high * by), den_high, a.ok)


def add(a: Quotient, b: Quotient, own: bool = False) -> Quotient:
    """a + b; numbers of a that nobody else holds (`own`) are worked out in their place."""
    first, b = aligned(a, b)
    low, high = first.low + b.low, first.high + b.high
    bound = max(abs(low), abs(high), first.size, b.size)
    left, right = wide(first.num, bound), wide(b.num, bound)
    fresh = isinstance(a.num, np.ndarray) and left.dtype == np.int64 and (own or left is not a.num)
    num = np.add(left, right, out=left) if fresh else left + right
    return Quotient(num, first.den, low, high, first.den_high, joined(first.ok, b.ok))


def negate(a: Quotient) -> Quotient:
    """-a."""
    return Quotient(-a.num, a.den, -a.high, -a.low, a.den_high, a.ok)


def subtract(a: Quotient, b: Quotient) -> Quotient:
    """a - b."""
    return add(a, negate(b))


def absolute(a: Quotient) -> Quotient:
    """The size of a."""
    return Quotient(abs(a.num), a.den, 0, a.size, a.den_high, a.ok)


def divide(a: Quotient, b: Quotient) -> Quotient:
    """a / b, undefined where b is zero."""
    zero = b.num == 0
    any_zero = bool(np.any(zero))
    ok = joined(undefined_where(zero, b.ok) if any_zero else b.ok, a.ok)
    by = np.where(zero, 1, b.num) if any_zero else b.num
    sign = _sign(by, b)
    num = times(times(a.num, b.den, a.size * b.den_high), sign, a.size * b.den_high)
    den_high = a.den_high * max(b.size, 1)
    size = a.size * b.den_high
    low, high = (-size, size) if b.low < 0 or a.low < 0 else (0, size)
    return Quotient(num, times(a.den, abs(by), den_high), low, high, den_high, ok)


def _sign(by: Whole, b: Quotient) -> Whole:
    if b.low >= 0:
        return 1
    return np.where(by < 0, -1, 1) if isinstance(by, np.ndarray) else (-1 if by < 0 else 1)


def lower(a: Quotient, b: Quotient) -> Quotient:
    """The smaller of both, row by row."""
    a, b = aligned(a, b)
    low, high = min(a.low, b.low), min(a.high, b.high)
    return _chosen(np.minimum, a, b, low, high)


def higher(a: Quotient, b: Quotient) -> Quotient:
    """The larger of both, row by row."""
    a, b = aligned(a, b)
    low, high = max(a.low, b.low), max(a.high, b.high)
    if a.low >= b.high and b.ok is None:
        return a
    return _chosen(np.maximum, a, b, low, high)


def _chosen(call: Any, a: Quotient, b: Quotient, low: int, high: int) -> Quotient:
    bound = max(a.size, b.size)
    if isinstance(a.num, int) and isinstance(b.num, int):
        num: Whole = min(a.num, b.num) if call is np.minimum else max(a.num, b.num)
    else:
        num = narrow(call(_fitting(a.num, bound), _fitting(b.num, bound)), max(abs(low), abs(high)))
    return Quotient(num, a.den, low, high, a.den_high, joined(a.ok, b.ok))


def _fitting(value: Whole, bound: int) -> Whole:
    """Ready for numpy beside a number as large as `bound`."""
    if bound <= INT64_MAX:
        return value
    return value.astype(object) if isinstance(value, np.ndarray) else np.array(value, dtype=object)


def compare(call: Any, a: Quotient, b: Quotient) -> Any:
    """A comparison, exact by cross-multiplying; it does not hold where a side is undefined."""
    a, b = aligned(a, b)
    bound = max(a.size, b.size)
    if isinstance(a.num, int) and isinstance(b.num, int):
        holds = call(a.num, b.num)
    else:
        holds = call(_fitting(a.num, bound), _fitting(b.num, bound))
    ok = joined(a.ok, b.ok)
    return _as_bool(holds) if ok is None else _as_bool(holds) & ok


def _as_bool(holds: Any) -> Any:
    return holds.astype(bool) if isinstance(holds, np.ndarray) and holds.dtype == object else holds


def floor(a: Quotient, own: bool = False) -> Quotient:
    """The whole number below; `own` numbers, which nobody else holds, are worked out in their place."""
    if isinstance(a.den, int) and a.den == 1:
        return a
    dens = (a.den, a.den) if isinstance(a.den, int) else (1, a.den_high)
    ends = [end // den for end in (a.low, a.high) for den in dens]
    low, high = min(ends), max(ends)
    return Quotient(narrow(_floored(a, own), max(abs(low), abs(high))), 1, low, high, 1, a.ok)


def _floored(a: Quotient, own: bool) -> Whole:
    if own and isinstance(a.num, np.ndarray) and a.num.dtype == np.int64 and isinstance(a.den, int):
        return np.floor_divide(a.num, a.den, out=a.num)
    return a.num // a.den


def rounded(a: Quotient, unit: Quotient, way: str, own: bool = False) -> Quotient:
    """A multiple of `unit`, rounded down, up or half up; `own` as in `add`."""
    if type(a.den) is int and a.den == unit.num == 1:
        return a
    size = constant(Fraction(1, int(unit.num)))
    if way == "half_up":
        whole = floor(add(multiply(a, size), constant(Fraction(1, 2)), own), own=True)
    elif way == "down":
        whole = floor(multiply(a, size))
    else:
        whole = negate(floor(negate(multiply(a, size))))
    return multiply(whole, constant(int(unit.num)))


def choose(test: Any, a: Quotient, b: Quotient) -> Quotient:
    """a where the test holds, else b."""
    if np.ndim(test) == 0:
        return a if test else b
    a, b = aligned(a, b)
    low, high = min(a.low, b.low), max(a.high, b.high)
    bound = max(abs(low), abs(high))
    num = np.where(test, _fitting(a.num, bound), _fitting(b.num, bound))
    den = a.den
    ok = None if a.ok is None and b.ok is None else np.where(test, _mask(a.ok), _mask(b.ok))
    return Quotient(num, den, low, high, a.den_high, ok)


def _mask(ok: Any) -> Any:
    return True if ok is None else ok
