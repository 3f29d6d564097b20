"""One design point of some results as a sample, alone or against another."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenarios.analysis.columns import columns
from scenarios.analysis.measures import Measure
from scenarios.analysis.problems import NoReplicationInCommon, NoSuchPoint
from scenarios.statistics import (
    CONFIDENCE,
    Difference,
    Estimate,
    mean,
    paired,
    paired_flags,
    ratio,
    ratio_difference,
    unpaired,
    unpaired_ratio,
    wilson,
)
from scenarios.sweep.results import BoolArray, Results


class Side(NamedTuple):
    """Point number `point` of `results`."""

    results: Results
    point: int

    @property
    def valid(self) -> BoolArray:
        """(replications,): which ended well here."""
        kept: BoolArray = self.results.valid[self.point]
        return kept

    def sample(self, asked: Measure, kept: BoolArray | None = None) -> list[NDArray[Any]]:
        """The outcomes the measure needs, of the replications kept (by default all that ended well)."""
        found = columns(self.results, asked.needs)
        mask = self.valid if kept is None else kept
        if not mask.any():
            raise NoReplicationInCommon
        return [found[name][self.point][mask] for name in asked.needs]


def side(results: Results, point: int) -> Side:
    """The side, or NoSuchPoint."""
    if not 0 <= point < len(results.points):
        raise NoSuchPoint(point=point, last=len(results.points) - 1)
    return Side(results, point)


def level(of: Side, asked: Measure, confidence: float = CONFIDENCE) -> Estimate:
    """Mean, share or ratio with its interval."""
    sample = of.sample(asked)
    if asked.under:
        return ratio(sample[0], sample[1], confidence)
    if asked.unit == "flag":
        return wilson(int(np.count_nonzero(sample[0])), int(sample[0].size), confidence)
    return mean(sample[0], confidence)


def move(
    ours: Side, theirs: Side, asked: Measure, together: bool = True, confidence: float = CONFIDENCE
) -> Difference:
    """`ours` less `theirs`; `together` pairs the replications that ended well on both sides."""
    if together:
        n = min(ours.valid.size, theirs.valid.size)
        both = ours.valid[:n] & theirs.valid[:n]
        mine = ours.sample(asked, _padded(both, ours.valid.size))
        other = theirs.sample(asked, _padded(both, theirs.valid.size))
        if asked.under:
            return ratio_difference((mine[0], mine[1]), (other[0], other[1]), confidence)
        differ = paired_flags if asked.unit == "flag" else paired
        return differ(mine[0], other[0], confidence)
    mine, other = ours.sample(asked), theirs.sample(asked)
    if asked.under:
        return unpaired_ratio((mine[0], mine[1]), (other[0], other[1]), confidence)
    return unpaired(mine[0], other[0], confidence)


def _padded(kept: BoolArray, size: int) -> BoolArray:
    return np.concatenate([kept, np.zeros(size - kept.size, dtype=np.bool_)])
