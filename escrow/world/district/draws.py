"""Uniforms of a district: every draw has its own place, named by purpose, entity and year."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from escrow.behaviour import Chance
from escrow.behaviour.quantile import ONE, IntArray
from escrow.world.counter import Words, base, digest, uniform, uniforms

BASE_YEAR = 1900  # occurrence 0; a longer horizon moves no draw of the years it already had


@dataclass(frozen=True, slots=True)
class DistrictDraws:
    """Uniforms (0 to 2^32 - 1) of many entities in one replication."""

    key: int
    entities: Words

    @classmethod
    def of(cls, seed: int, replication: int, kind: str, ids: Sequence[str]) -> "DistrictDraws":
        """The draws of entities of one kind, found by their ids alone."""
        words = np.fromiter((digest(f"{kind}:{name}") for name in ids), dtype=np.uint64, count=len(ids))
        return cls(base(seed, replication), words)

    def once(self, purpose: str) -> IntArray:
        """One uniform for each entity."""
        return self._at(purpose, (0,))[:, 0]

    def yearly(self, purpose: str, years: Sequence[int]) -> IntArray:
        """Uniforms of shape (entities, years)."""
        return self._at(purpose, tuple(year - BASE_YEAR for year in years))

    def steady(self, purpose: str, years: Sequence[int], shared: Chance) -> IntArray:
        """Yearly uniforms that with the chance `shared` are the entity's lasting one: some always grow."""
        lasting = self.once(f"{purpose}/lasting")[:, None]
        asked = self.yearly(f"{purpose}/shared", years)
        return np.where(asked < shared.at, lasting, self.yearly(purpose, years))

    def one(self, purpose: str, place: int, year: int) -> int:
        """What `yearly` gives one entity in one year."""
        return uniform(self.key, f"district/{purpose}", int(self.entities[place]), year - BASE_YEAR)

    def _at(self, purpose: str, places: tuple[int, ...]) -> IntArray:
        drawn: IntArray = uniforms(
            self.key, (f"district/{purpose}",), self.entities, np.array(places, dtype=np.int64)
        )[0]
        return drawn


def scaled(amount: IntArray, share: IntArray | int, whole: int) -> IntArray:
    """amount x share // whole on int64, by halves so that amounts to 10^14 fen never overflow."""
    high, low = amount // whole, amount % whole
    return high * share + low * share // whole


def chosen(draws: IntArray, count: int) -> IntArray:
    """A number from 0 to count - 1, all alike."""
    return draws * count // ONE
