"""A mean with its standard error and interval."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenarios.statistics.extra import needed

CONFIDENCE = 0.95
Floats = NDArray[np.float64]
Values = Sequence[int] | Sequence[float] | NDArray[Any]


class Estimate(NamedTuple):
    """A value with its standard error and interval from `n` replications; infinite where one is too few.

    `freedom` are the degrees of freedom of the error; infinite where it comes from no sample's spread.
    """

    value: float
    error: float
    low: float
    high: float
    n: int
    freedom: float = math.inf

    @property
    def half_width(self) -> float:
        """Half of the interval."""
        return (self.high - self.low) / 2

    def plain(self) -> dict[str, Any]:
        """As JSON-able data; what is unknown is null."""
        return {name: finite(value) for name, value in self._asdict().items() if name != "freedom"}

    def shifted(self, by: float) -> "Estimate":
        """The same interval moved."""
        return self._replace(value=self.value + by, low=self.low + by, high=self.high + by)


def finite(value: float | None) -> float | None:
    """The number, or None where it is infinite or undefined, which JSON cannot say."""
    return value if value is not None and math.isfinite(value) else None


def mean(values: Values, confidence: float = CONFIDENCE) -> Estimate:
    """The mean with Student's interval; one replication says nothing of the spread."""
    sample = np.asarray(values, dtype=np.float64)
    if not sample.size:
        return Estimate(math.nan, math.inf, -math.inf, math.inf, 0)
    value = float(sample.mean())
    if sample.size == 1:
        return Estimate(value, math.inf, -math.inf, math.inf, 1)
    error = float(sample.std(ddof=1)) / math.sqrt(sample.size)
    return around(value, error, sample.size - 1, sample.size, confidence)


def around(value: float, error: float, freedom: float, n: int, confidence: float = CONFIDENCE) -> Estimate:
    """The interval of a value whose error was estimated with `freedom` degrees of freedom."""
    if error == 0:
        return Estimate(value, 0.0, value, value, n, freedom)
    reach = student(freedom, confidence) * error
    return Estimate(value, error, value - reach, value + reach, n, freedom)


def student(freedom: float, confidence: float = CONFIDENCE) -> float:
    """How many standard errors an interval reaches either side."""
    return float(needed("scipy.special").stdtrit(freedom, (1 + confidence) / 2))
