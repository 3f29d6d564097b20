"""Many comparisons at once: some look clear by chance alone, and Holm's procedure says which do not."""

from collections.abc import Sequence
from typing import NamedTuple

from scenarios.statistics.estimate import CONFIDENCE, Estimate
from scenarios.statistics.extra import needed


class Several(NamedTuple):
    """`clear` of `compared` differences leave out zero alone, `by_chance` would if none existed.

    `holds` says for each difference whether it stays clear when all are judged together (Holm).
    """

    compared: int
    clear: int
    by_chance: float
    holds: tuple[bool, ...]

    def plain(self) -> dict[str, float]:
        """As JSON-able data."""
        return {
            "compared": self.compared,
            "clear_alone": self.clear,
            "expected_by_chance": self.by_chance,
            "clear_together": sum(self.holds),
        }


def several(found: Sequence[Estimate], confidence: float = CONFIDENCE) -> Several:
    """The differences judged together; the chance of any false alarm stays below 1 - `confidence`."""
    left = 1 - confidence
    chances = [by_chance(each) for each in found]
    order = sorted(range(len(found)), key=lambda place: chances[place])
    holds = [False] * len(found)
    for rank, place in enumerate(order):
        if chances[place] > left / (len(found) - rank):
            break
        holds[place] = True
    alone = sum(chance <= left for chance in chances)
    return Several(len(found), alone, left * len(found), tuple(holds))


def by_chance(found: Estimate) -> float:
    """How likely so large a difference is where there is none (two-sided)."""
    if found.n < 2 or found.value != found.value:
        return 1.0
    if found.error == 0:
        return 0.0 if found.value else 1.0
    return float(2 * needed("scipy.special").stdtr(found.freedom, -abs(found.value) / found.error))
