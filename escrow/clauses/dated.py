"""Values that hold from a day on: prime rates, exchange rates, whatever the vocabulary marks as dated."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from escrow.catalogue import values


class InForce(NamedTuple):
    """A value and the day since which it holds (an ordinal)."""

    since: int
    value: Any


@dataclass(frozen=True, slots=True)
class Timeline:
    """The values of one fact, earliest first; each holds until the next one begins."""

    steps: tuple[InForce, ...]

    @property
    def first(self) -> int:
        """The day the first value begins."""
        return self.steps[0].since

    def at(self, day: int) -> InForce | None:
        """The value in force on `day`; None before the first one."""
        return next((each for each in reversed(self.steps) if each.since <= day), None)


def is_timeline(raw: Any) -> bool:
    """Whether something is written as dated values: `[{from, value}]` or `2024-07-22: 3.35%; ...`."""
    if isinstance(raw, str):
        return ":" in raw or "：" in raw
    return isinstance(raw, list | tuple) and any(isinstance(each, Mapping) for each in raw)


def timeline(raw: Any, read: Callable[[Any], Any]) -> Timeline:
    """Dated values, each read by `read`; ValueError for a wrong form or two values of one day."""
    steps = sorted(InForce(day, read(value)) for day, value in map(_pair, _rows(raw)))
    if len({each.since for each in steps}) != len(steps):
        raise ValueError(raw)
    return Timeline(tuple(steps))


def _rows(raw: Any) -> list[Any]:
    if not isinstance(raw, str):
        return list(raw)
    return [each for each in raw.replace("；", ";").replace("：", ":").split(";") if each.strip()]


def _pair(row: Any) -> tuple[int, Any]:
    if isinstance(row, str):
        day, _, value = row.partition(":")
        return values.day(day.strip()).toordinal(), value.strip()
    if not isinstance(row, Mapping) or set(row) != {"from", "value"}:
        raise ValueError(row)
    return values.day(row["from"]).toordinal(), row["value"]
