"""Fans: histograms of a series by day, in fixed bins, so that merging is adding and loses nothing."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.compiled.outcomes.names import F
from escrow.processes.scheme import Setting

BINS = 64
NEVER_LEAST = np.iinfo(np.int64).max
NEVER_MOST = np.iinfo(np.int64).min
_STEPS = (1, 2, 5)


class Bins(NamedTuple):
    """Bins of each series, of one width in fen: bin 0 lies below `low`, the last one is open above.

    Bin i from 1 on begins at low + (i - 1) * width.
    """

    low: IntArray  # (series,)
    width: IntArray  # (series,)
    number: int = BINS

    def edges(self, series: F) -> IntArray:
        """What separates the bins of a series: one edge fewer than bins."""
        places: IntArray = np.arange(self.number - 1, dtype=np.int64)
        edges: IntArray = self.low[series] + self.width[series] * places
        return edges


class Fan(NamedTuple):
    """Counts (series, days, bins) with the exact least and greatest value (series, days)."""

    counts: IntArray
    least: IntArray
    most: IntArray


def empty_fan(points: int, bins: int = BINS) -> Fan:
    """A fan of no replication."""
    shape = (len(F), points)
    return Fan(
        np.zeros((*shape, bins), dtype=np.int64),
        np.full(shape, NEVER_LEAST, dtype=np.int64),
        np.full(shape, NEVER_MOST, dtype=np.int64),
    )


def merged(fans: Iterable[Fan]) -> Fan:
    """All replications of several fans of the same bins together."""
    first, *others = fans
    total = Fan(*(column.copy() for column in first))
    for fan in others:
        np.add(total.counts, fan.counts, out=total.counts)
        np.minimum(total.least, fan.least, out=total.least)
        np.maximum(total.most, fan.most, out=total.most)
    return total


def usual_bins(settings: Sequence[Setting], number: int = BINS) -> Bins:
    """Bins wide enough for every point of a sweep, from a first replication of each; round widths.

    What lies beyond them, because other replications are larger, falls into the open bins.
    """
    volume = max((_agreed(setting) for setting in settings), default=1)
    pool = max((_pool(setting) for setting in settings), default=1)
    public = min(pool, volume) + volume // 2
    spans = {F.POOL_FEN: pool, F.ESCROW_FEN: volume // 2, F.PUBLIC_NET_FEN: public, F.EXPOSURE_FEN: public}
    width = [_round_width(-(-spans[series] // (number - 2))) for series in F]
    return Bins(np.zeros(len(F), dtype=np.int64), np.array(width, dtype=np.int64), number)


def _agreed(setting: Setting) -> int:
    return sum(stage.instalment_fen for plan in setting.world.plans for stage in plan.stages) or 1


def _pool(setting: Setting) -> int:
    dated = sum(topup.amount_fen for topup in setting.portfolio.pool_topups)
    return setting.openings.get("risk_pool", 0) + dated + 2 * setting.terms.pool_topup or 1


def _round_width(least: int) -> int:
    """The least of 1, 2, 5, 10, ... that reaches `least`."""
    ten = 1
    while True:
        for step in _STEPS:
            if step * ten >= least:
                return step * ten
        ten *= 10
