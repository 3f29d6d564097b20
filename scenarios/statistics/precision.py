"""How many replications a wanted precision takes."""

import math

import numpy as np

from scenarios.statistics.estimate import CONFIDENCE, Values, mean
from scenarios.statistics.flags import normal, wilson

MOST = 10**12


def half_width(values: Values, *, flag: bool = False, confidence: float = CONFIDENCE) -> float:
    """Half the interval of a mean, or of a share where the values are flags."""
    if flag:
        sample = np.asarray(values)
        return wilson(int(sample.sum()), int(sample.size), confidence).half_width
    return mean(values, confidence).half_width


def replications_needed(
    values: Values, wanted: float, *, flag: bool = False, confidence: float = CONFIDENCE
) -> int:
    """Replications until half the interval is at most `wanted`, judged from those at hand; at least 2."""
    sample = np.asarray(values, dtype=np.float64)
    z = normal(confidence)
    if flag:
        return _for_share(float(sample.mean()), wanted, z)
    spread = float(sample.std(ddof=1)) if sample.size > 1 else math.inf
    return max(2, math.ceil(min((z * spread / wanted) ** 2, MOST)))


def _for_share(share: float, wanted: float, z: float) -> int:
    low, high = 1, 2
    while _reach(share, high, z) > wanted and high < MOST:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _reach(share, middle, z) <= wanted else (middle, high)
    return high


def _reach(share: float, n: int, z: float) -> float:
    """Half of Wilson's interval as a function of a share that need not be a count over n."""
    return z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
