"""When the pool runs dry: how often, on which days, and how likely it is by each day."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from scenarios.statistics.estimate import CONFIDENCE, Estimate, Values
from scenarios.statistics.flags import wilson
from scenarios.statistics.quantiles import Quantile, quantile

SHARES = (0.1, 0.5, 0.9)


class Depletion(NamedTuple):
    """The chance that it ever happens, days on which it does where it does, and the chance by each day."""

    ever: Estimate
    days: tuple[Quantile, ...]
    by: tuple[tuple[int, Estimate], ...]


def depletion(
    first_days: Values,
    days: Sequence[int] = (),
    confidence: float = CONFIDENCE,
    shares: Sequence[float] = SHARES,
) -> Depletion:
    """From the first dry day of each replication (ordinal, 0 for never)."""
    sample: np.ndarray[Any, np.dtype[Any]] = np.asarray(first_days)
    dry, n = sample[sample > 0], int(sample.size)
    return Depletion(
        wilson(int(dry.size), n, confidence),
        tuple(quantile(dry, at, confidence) for at in shares) if dry.size else (),
        tuple((day, wilson(int((dry <= day).sum()), n, confidence)) for day in days),
    )
