"""How often something happens: Wilson's interval, which stays inside 0 and 1 and holds at 0 of n."""

import math
from statistics import NormalDist

from scenarios.statistics.estimate import CONFIDENCE, Estimate


def wilson(happened: int, n: int, confidence: float = CONFIDENCE) -> Estimate:
    """The share `happened / n` with Wilson's score interval."""
    if not n:
        return Estimate(math.nan, math.inf, 0.0, 1.0, 0)
    z = normal(confidence)
    share = happened / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    # Rounding may not push an interval past the value it is drawn around.
    low = 0.0 if not happened else max(0.0, middle - reach)
    high = 1.0 if happened == n else min(1.0, middle + reach)
    return Estimate(share, math.sqrt(share * (1 - share) / n), low, high, n)


def normal(confidence: float = CONFIDENCE) -> float:
    """How many standard errors a normal interval reaches either side."""
    return NormalDist().inv_cdf((1 + confidence) / 2)
