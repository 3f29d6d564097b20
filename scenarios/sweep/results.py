"""The results of a sweep as arrays: points by replications, read from a folder or made in memory."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from escrow.behaviour.quantile import IntArray
from scenarios.spec.guess import near
from scenarios.sweep.problems import NoSuchColumn

BoolArray = NDArray[np.bool_]

WHOLE = "1/1"


class Fan(NamedTuple):
    """Histograms of one series by day: `counts` is (points, days, bins), bins are one more than `edges`.

    Bin 0 holds what lies below edges[0], bin i what lies from edges[i-1] to below edges[i], the last bin
    the rest. `lowest` and `highest` (points, days) are exact.
    """

    series: str
    days: IntArray
    edges: IntArray
    counts: IntArray
    lowest: IntArray
    highest: IntArray


class Columns(Protocol):
    """Where the numbers of results come from: a folder of Parquet parts, or memory."""

    @property
    def outcome_names(self) -> tuple[str, ...]:
        """Outcomes by replication."""

    @property
    def yearly_names(self) -> tuple[str, ...]:
        """Outcomes by replication and year."""

    @property
    def series_names(self) -> tuple[str, ...]:
        """Series by day."""

    @property
    def valid(self) -> BoolArray:
        """(points, replications): whether the replication ended without a failure."""

    def outcome(self, names: Sequence[str]) -> dict[str, IntArray]:
        """(points, replications) for each name; 0 where not valid."""

    def yearly(self, name: str) -> tuple[list[int], IntArray]:
        """Years, and (points, replications, years)."""

    def fan(self, series: str) -> Fan:
        """The histograms of a series."""


class Results:
    """What a sweep came to; every array counts points as `points` does and replications from 0."""

    def __init__(
        self,
        points: Sequence[Mapping[str, str]],
        columns: Columns,
        *,
        baseline: int | None = None,
        manifest: Mapping[str, Any] | None = None,
    ) -> None:
        self.points: list[dict[str, str]] = [dict(point) for point in points]
        """For each point, the value of each axis as text."""
        self.axes: tuple[str, ...] = tuple(self.points[0]) if self.points else ()
        """Names of the axes."""
        self.baseline = baseline
        """Number of the point that others are compared with, or None."""
        self.manifest: dict[str, Any] = dict(manifest or {})
        """sweep.json, empty for results made in memory."""
        self._columns = columns

    @classmethod
    def of(
        cls,
        points: Sequence[Mapping[str, str]],
        outcomes: Mapping[str, IntArray],
        *,
        years: Mapping[str, tuple[Sequence[int], IntArray]] | None = None,
        fans: Iterable[Fan] = (),
        valid: BoolArray | None = None,
        baseline: int | None = None,
        manifest: Mapping[str, Any] | None = None,
    ) -> "Results":
        """Results held in memory: arrays of (points, replications), by name."""
        held = InMemory(outcomes, years or {}, {fan.series: fan for fan in fans}, valid)
        return cls(points, held, baseline=baseline, manifest=manifest)

    @property
    def replications(self) -> int:
        """How many replications every point has, failed ones counted."""
        return int(self.valid.shape[1])

    @property
    def valid(self) -> BoolArray:
        """(points, replications): whether the replication ended without a failure."""
        return self._columns.valid

    @property
    def shard(self) -> str:
        """`I/N` of which these are the results, `1/1` when all are there."""
        return str(self.manifest.get("shard", WHOLE))

    @property
    def failed(self) -> BoolArray:
        """(points, replications): which failed; of a shard nobody can tell those from the ones left out."""
        return ~self.valid if self.shard == WHOLE else np.zeros_like(self.valid)

    @property
    def outcome_names(self) -> tuple[str, ...]:
        """Outcomes that can be asked for."""
        return self._columns.outcome_names

    @property
    def yearly_names(self) -> tuple[str, ...]:
        """Yearly measures that can be asked for."""
        return self._columns.yearly_names

    @property
    def series_names(self) -> tuple[str, ...]:
        """Series whose histograms can be asked for."""
        return self._columns.series_names

    def outcomes(self, *names: str) -> dict[str, IntArray]:
        """(points, replications) for each name, 0 where not valid; NoSuchColumn for an unknown one."""
        for name in names:
            _known(name, self.outcome_names)
        return self._columns.outcome(names)

    def years(self, name: str) -> tuple[list[int], IntArray]:
        """The years, and an array (points, replications, years)."""
        _known(name, self.yearly_names)
        return self._columns.yearly(name)

    def fan(self, series: str) -> Fan:
        """The histograms of a series by day."""
        _known(series, self.series_names)
        return self._columns.fan(series)


class InMemory:
    """Columns that are there already."""

    def __init__(
        self,
        outcomes: Mapping[str, IntArray],
        years: Mapping[str, tuple[Sequence[int], IntArray]],
        fans: Mapping[str, Fan],
        valid: BoolArray | None = None,
    ) -> None:
        self._outcomes, self._years, self._fans = dict(outcomes), dict(years), dict(fans)
        shape = next(iter(self._outcomes.values())).shape
        self.valid: BoolArray = np.ones(shape, dtype=np.bool_) if valid is None else valid
        self.outcome_names = tuple(self._outcomes)
        self.yearly_names = tuple(self._years)
        self.series_names = tuple(self._fans)

    def outcome(self, names: Sequence[str]) -> dict[str, IntArray]:
        """The arrays asked for."""
        return {name: np.where(self.valid, self._outcomes[name], 0) for name in names}

    def yearly(self, name: str) -> tuple[list[int], IntArray]:
        """The years and their array."""
        years, values = self._years[name]
        return list(years), np.where(self.valid[:, :, None], values, 0)

    def fan(self, series: str) -> Fan:
        """The histograms."""
        return self._fans[series]


def _known(name: str, names: Sequence[str]) -> None:
    if name not in names:
        raise NoSuchColumn(name=name, near=near(name, names))
