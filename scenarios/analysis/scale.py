"""The values a search may try: whole steps between two ends that are read as `--vary` reads them."""

from scenarios.analysis.problems import BadRange
from scenarios.sweep.quantity import Number, Scale, alike, read_number


def scale(low: str, high: str) -> Scale:
    """The range between two texts of one unit; BadRange."""
    try:
        first, last = alike([read_number(low), read_number(high)])
    except ValueError:
        raise BadRange(low=low, high=high) from None
    if first.value >= last.value:
        raise BadRange(low=low, high=high)
    return Scale(first, last)


def ends(within: Scale) -> tuple[int, int]:
    """The first and the last step, counted in units of the range."""
    unit = within.unit()
    return int(within.low.value // unit), -int(-within.high.value // unit)


def at(within: Scale, step: int) -> Number:
    """The value of a step; an end between two whole units is tried as it was stated."""
    value = min(max(step * within.unit(), within.low.value), within.high.value)
    return Number(within.low.unit, value)
