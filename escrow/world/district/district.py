"""A district: enterprises with their years, as columns that any clause can be asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.world.district import firms
from escrow.world.district.draws import DistrictDraws
from escrow.world.district.spec import DistrictSpec
from escrow.world.district.titles import rungs
from ledger.text import Text

# Revenue from which an enterprise counts as small, medium, large (yuan x 100 = fen).
CLASS_FROM_FEN = (300_000_000, 2_000_000_000, 40_000_000_000)
ABOVE_SCALE_FEN = 2_000_000_000  # 规模以上: 2,000 万元 of revenue
SME_REVENUE_FEN = 20_000_000_000  # technology SMEs: at most 2 亿元 of revenue
CLASSES = (Text("微型", "micro"), Text("小型", "small"), Text("中型", "medium"), Text("大型", "large"))


@dataclass(frozen=True)
class District:
    """Enterprises in the order of their ids; money in fen; series by enterprise and year."""

    spec: DistrictSpec
    draws: DistrictDraws
    ids: tuple[str, ...]

    @property
    def years(self) -> range:
        """The years the series hold."""
        return range(self.spec.first_year, self.spec.last_year + 1)

    @cached_property
    def sector(self) -> IntArray:
        """The number of each enterprise's sector in the spec."""
        return firms.sectors(self.spec, self.draws)

    @cached_property
    def series(self) -> dict[str, IntArray]:
        """Fen by enterprise and year, by fact name."""
        return firms.money_series(self.spec, self.draws, self.sector)

    @cached_property
    def size_class(self) -> IntArray:
        """0 micro to 3 large by enterprise and year (by revenue alone)."""
        return np.searchsorted(np.array(CLASS_FROM_FEN), self.series["revenue"], side="right").astype(
            np.int64
        )

    def of_year(self, name: str, year: int) -> IntArray:
        """A series' column of one year."""
        return self.series[name][:, self._place(year)]

    def upto(self, name: str, year: int) -> IntArray:
        """A series from its first year up to `year`, newest last."""
        return self.series[name][:, : self._place(year) + 1]

    def rung(self, matter: str, year: int) -> tuple[IntArray, IntArray]:
        """Rung of the enterprise's title in a matter at the end of a year, and 1 where it is new."""
        if matter not in self._ladders:
            self._ladders[matter] = rungs(self.spec.titles, self.draws, matter, self.years, self.size_class)
        held, news = self._ladders[matter]
        return held[:, self._place(year)], news[:, self._place(year)]

    @cached_property
    def _ladders(self) -> dict[str, tuple[IntArray, IntArray]]:
        return {}

    def _place(self, year: int) -> int:
        """The place of a year; years outside the series stand for the nearest one inside."""
        return min(max(year, self.spec.first_year), self.spec.last_year) - self.spec.first_year


def generate_district(spec: DistrictSpec, seed: int, replication: int = 0) -> District:
    """The district of a seed; an enterprise's draws hang on its id alone, so more of them move nothing."""
    ids = tuple(f"{spec.prefix}{number:04d}" for number in range(1, spec.enterprises + 1))
    return district_of(spec, seed, replication, ids)


def district_of(spec: DistrictSpec, seed: int, replication: int, ids: Sequence[str]) -> District:
    """The same for stated ids."""
    return District(spec, DistrictDraws.of(seed, replication, "enterprise", ids), tuple(ids))
