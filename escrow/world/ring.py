"""A ring: related enterprises split one sham into contracts just above the threshold, at one platform."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from escrow.behaviour import Chance, QuantileTable
from escrow.project import ProjectPlan
from escrow.world.counter import digest, uniform

if TYPE_CHECKING:
    from escrow.world.population_spec import PopulationSpec

NEVER = Chance.of("0%")
RING_WAN = QuantileTable.of("0:300 100:330")
FOUND_DAYS = QuantileTable.of("0:200 100:700")


@dataclass(frozen=True, slots=True)
class Ring:
    """Contracts of the ring, which pass every check of documents and are worked on like any other.

    `seen`: chance that data on relations show an enterprise's tie to the platform (a reading decides what
    follows). `sampled`: chance that the audit looks into a contract; the first finding, `found_days` after
    that contract's filing, uncovers the whole ring. All numbers are judgements (J).
    """

    contracts: int
    platform: str
    enterprises: int = 5
    total_wan: QuantileTable = RING_WAN
    seen: Chance = NEVER
    sampled: Chance = NEVER
    found_days: QuantileTable = FOUND_DAYS

    def ids(self, prefix: str) -> list[str]:
        """The ids of its contracts."""
        return [f"{prefix}R{k:03d}" for k in range(1, self.contracts + 1)]

    def alike(self, spec: "PopulationSpec") -> "PopulationSpec":
        """What its contracts are drawn from: as all others, but for sum, platform, equipment and loan.

        A ring joins whatever the policy offers and does not mind announcements.
        """
        return replace(
            spec,
            total_wan=self.total_wan,
            bunched=NEVER,
            equipment=NEVER,
            platforms=((self.platform, 1),),
            loans=replace(spec.loans, chance=NEVER),
            joining=None,
            announcement=None,
        )

    def tied(self, key: int, prefix: str, plans: list[ProjectPlan]) -> list[ProjectPlan]:
        """These contracts with their enterprises, what data on relations show, and the day all are found."""
        found = self._found(key, plans)
        names = [f"{prefix}RE{k % self.enterprises + 1:03d}" for k in range(len(plans))]
        return [
            replace(plan, enterprise=name, related=self._seen(key, name), falsified_day=found)
            for plan, name in zip(plans, names, strict=True)
        ]

    def _seen(self, key: int, enterprise: str) -> bool:
        drawn = uniform(key, "generate/ring_seen", digest(f"enterprise:{enterprise}"))
        return bool(self.seen.happens(drawn))

    def _found(self, key: int, plans: list[ProjectPlan]) -> int | None:
        days = []
        for plan in plans:
            entity = digest(f"filing:{plan.id}")
            if self.sampled.happens(uniform(key, "generate/ring_sampled", entity)):
                found = self.found_days.value(uniform(key, "generate/ring_found", entity))
                days.append(plan.filed_day + found)
        return min(days, default=None)
