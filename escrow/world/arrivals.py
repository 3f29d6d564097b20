"""Arrivals: on which day an application is filed."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from escrow.behaviour import Chance
from escrow.behaviour.quantile import IntArray

# Weights of January to December: January and February 5, March to November 78, December 10 of 93.
MONTHS = (75, 75, 260, 260, 260, 260, 260, 260, 260, 260, 260, 300)
RUSH = Chance.of("7%")


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Weights by month, and the share that comes in the rush before the deadline. Weekends get nothing."""

    months: tuple[int, ...] = MONTHS
    rush: Chance = RUSH
    rush_days: int = 21

    def days(self, uniforms: IntArray, rushes: IntArray, from_day: int, to_day: int) -> IntArray:
        """Filing days (ordinals) between the bounds, both included."""
        usual = _pick(uniforms, self.weights(from_day, to_day), from_day)
        late = _pick(uniforms, self.late_weights(from_day, to_day), self.late_from(from_day, to_day))
        return np.where(rushes < self.rush.at, late, usual)

    def late_from(self, from_day: int, to_day: int) -> int:
        """The first day of the rush."""
        return max(from_day, to_day - self.rush_days + 1)

    def late_weights(self, from_day: int, to_day: int) -> IntArray:
        """Weights of the days of the rush."""
        return _weekdays(self.late_from(from_day, to_day), to_day)

    def weights(self, from_day: int, to_day: int) -> IntArray:
        """Weights of all days outside the rush; ones throughout where every weight is zero."""
        months = [self.months[date.fromordinal(day).month - 1] for day in range(from_day, to_day + 1)]
        weights = np.array(months, dtype=np.int64) * _weekdays(from_day, to_day)
        return weights if weights.any() else np.ones_like(weights)


def _weekdays(from_day: int, to_day: int) -> IntArray:
    """1 from Monday to Friday; ones throughout where the bounds hold no such day."""
    days = np.arange(from_day, to_day + 1, dtype=np.int64)
    open_days = ((days + 6) % 7 < 5).astype(np.int64)
    return open_days if open_days.any() else np.ones_like(open_days)


def _pick(uniforms: IntArray, weights: IntArray, first: int) -> IntArray:
    return first + spread_over(np.cumsum(weights), uniforms)


def spread_over(ends: IntArray, uniforms: IntArray) -> IntArray:
    """The place in cumulated weights that each uniform falls on."""
    return ends.searchsorted(uniforms * int(ends[-1]) >> 32, side="right").astype(np.int64)
