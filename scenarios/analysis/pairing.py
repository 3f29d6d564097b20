"""Whether two results met the same chance, so that they may be compared replication by replication."""

from enum import StrEnum
from typing import Any

from ledger.text import Text
from scenarios.analysis.sides import Side


class Pairing(StrEnum):
    """What two samples have in common."""

    SAME_WORLDS = "same_worlds"
    SAME_DRAWS = "same_draws"
    INDEPENDENT = "independent"

    @property
    def together(self) -> bool:
        """Whether replication k of one side belongs to replication k of the other."""
        return self is not Pairing.INDEPENDENT


SAYS = {
    Pairing.SAME_WORLDS: Text(
        "两边是同样的世界（同一种子、同一世界摘要），差值逐次配对。",
        "Both sides met the same worlds (same seed, same world digest): differences are paired by "
        "replication.",
    ),
    Pairing.SAME_DRAWS: Text(
        "两边种子相同而行为或申报不同：同一次重复用同样的随机数，差值逐次配对。",
        "Same seed, other behaviour or filings: replication k uses the same random numbers on both sides, "
        "so differences are paired by replication.",
    ),
    Pairing.INDEPENDENT: Text(
        "两边种子不同，按两组独立样本比较，区间较宽；用同一种子重做可以配对。",
        "The seeds differ: two independent samples, with wider intervals. Sweep with one seed to pair them.",
    ),
}


def pairing(ours: Side, theirs: Side) -> Pairing:
    """From what both results say of themselves; points of one result always share their draws."""
    if ours.results is not theirs.results and _seed(ours) != _seed(theirs):
        return Pairing.INDEPENDENT
    worlds = _world(ours), _world(theirs)
    if worlds[0] is not None and worlds[0] == worlds[1]:
        return Pairing.SAME_WORLDS
    return Pairing.SAME_DRAWS


def _seed(of: Side) -> Any:
    # Results made in memory say nothing; each is then a sample of its own.
    return of.results.manifest.get("seed", id(of.results))


def _world(of: Side) -> Any:
    worlds = of.results.manifest.get("worlds")
    return worlds[of.point] if worlds else None
