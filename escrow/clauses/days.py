"""Calendar functions on columns: each different input is worked out once."""

from collections.abc import Callable
from typing import Any

import numpy as np

from escrow.clauses import exact
from escrow.clauses import quotient as q
from escrow.clauses.quotient import Quotient, column, constant


def once_each(call: Callable[..., int]) -> Callable[..., Quotient]:
    """`call` on whole numbers, evaluated once for each different row of arguments."""

    def run(*args: Quotient) -> Quotient:
        parts = [q.floor(arg) for arg in args]
        ok = None
        for each in args:
            ok = q.joined(ok, each.ok)
        if all(isinstance(each.num, int) for each in parts):
            return _single(call, [each.num for each in parts], ok)
        columns = np.broadcast_arrays(*(np.asarray(each.num, dtype=np.int64) for each in parts))
        rows, back = np.unique(np.stack(columns, axis=1), axis=0, return_inverse=True)
        results = [_tried(call, [int(value) for value in row]) for row in rows]
        found = column(np.array([each or 0 for each in results], dtype=np.int64)[back.reshape(-1)])
        if any(each is None for each in results):
            ok = q.joined(ok, np.array([each is not None for each in results])[back.reshape(-1)])
        found.ok = ok
        return found

    return run


def _single(call: Callable[..., int], args: list[int], ok: Any) -> Quotient:
    value = _tried(call, args)
    found = constant(value or 0)
    found.ok = ok if value is not None else np.False_
    return found


def _tried(call: Callable[..., int], args: list[int]) -> int | None:
    try:
        return call(*args)
    except exact.Undefined:
        return None


_NAMES = ("years", "months", "working_days", "year", "month", "date")
DAYS: dict[str, Callable[..., Quotient]] = {name: once_each(exact.SCALAR[name]) for name in _NAMES}
DAYS["days"] = lambda day, n: q.add(day, q.floor(n))
