"""What a generated population looks like: tables in 万元 and days, and where each default comes from."""

from dataclasses import dataclass, field
from fractions import Fraction

from escrow.behaviour import Chance, QuantileTable, Split
from escrow.world.announcement import Announcement
from escrow.world.arrivals import Arrivals
from escrow.world.instalments import FirstShareResponse
from escrow.world.joining import Joining
from escrow.world.ring import NEVER, Ring

# Negative binomial with mean 30 and coefficient of variation 0.5.
FILINGS = QuantileTable.of(
    "0:0 0.1:2 1:5 2.5:8 5:10 10:13 20:17 30:21 40:24 50:28 60:31 70:36 80:41 90:50 95:58 97.5:65 99:75 "
    "99.9:97 100:120"
)
PLATFORMS = (("PL1", 34), ("PL2", 20), ("PL3", 15), ("PL4", 12), ("PL5", 9), ("PL6", 6), ("PL7", 4))
# 300 plus a lognormal with median 220 and sigma 0.9, at most 6,000.
TOTAL_WAN = QuantileTable.of(
    "0:300 1:327 5:350 10:369 25:420 50:520 75:704 90:997 95:1267 99:2085 99.9:3850 100:6000"
)
BUNCHED_WAN = QuantileTable.of("0:300 100:315")
STAGES = Split.of({n: Fraction(share, 100) for n, share in ((1, 5), (2, 25), (3, 45), (4, 20), (5, 5))})
# Gamma of shape 8 (in hundredths), so that the shares of the stages are Dirichlet(8, ..., 8).
SHARE_WEIGHT = QuantileTable.of(
    "0:150 0.1:197 1:291 5:398 10:466 25:596 50:767 75:968 90:1177 95:1315 99:1600 99.9:1963 100:2300"
)
# 70 % from the triangle 120, 240, 365, with heaps of 15 % each at 180 and at 365.
PLANNED_DAYS = QuantileTable.of(
    "0:120 0.54:135 2.14:150 4.82:165 8.29:179 8.57:180 23.57:180 30.24:200 38.81:220 49.29:240 59.8:260 "
    "68.49:280 75.34:300 80.37:320 83.57:340 85:365 100:365"
)
EQUIPMENT, EQUIPMENT_PERCENT = Chance.of("40%"), QuantileTable.of("0:10 100:30")
# Lognormal with median 400 and sigma 0.8, at most 3,000.
PRINCIPAL_WAN = QuantileTable.of(
    "0:30 1:62 5:107 10:143 25:233 50:400 75:686 90:1115 95:1491 99:2572 100:3000"
)


@dataclass(frozen=True, slots=True)
class Loans:
    """Guaranteed loans of borrowing enterprises, drawn down on the day of filing; rates are for a year."""

    chance: Chance = NEVER
    principal_wan: QuantileTable = PRINCIPAL_WAN
    term_days: int = 365
    fee_rate: Fraction = Fraction(8, 1000)
    interest_rate: Fraction = Fraction(35, 1000)


@dataclass(frozen=True, slots=True)
class PopulationSpec:
    """Who files what in an intake window; `total_wan` is the agreed total less enterprise-owned equipment."""

    filings: QuantileTable = FILINGS
    arrivals: Arrivals = field(default_factory=Arrivals)
    platforms: tuple[tuple[str, int], ...] = PLATFORMS  # name, weight
    enterprises: int = 120  # from which applicants are drawn, so that some file twice
    total_wan: QuantileTable = TOTAL_WAN
    bunched: Chance = NEVER  # share of agreements just above the threshold
    bunched_wan: QuantileTable = BUNCHED_WAN
    stages: Split = STAGES
    share_weight: QuantileTable = SHARE_WEIGHT
    first_share_percent: QuantileTable | None = None  # None: as the other stages
    planned_days: QuantileTable = PLANNED_DAYS
    equipment: Chance = EQUIPMENT
    equipment_percent: QuantileTable = EQUIPMENT_PERCENT  # of the agreed total
    loans: Loans = field(default_factory=Loans)
    joining: Joining | None = None
    prefix: str = "G"
    announcement: Announcement | None = None
    first_share_response: FirstShareResponse | None = None
    ring: Ring | None = None

    @property
    def answers(self) -> bool:
        """Whether the policy moves who files or how instalments are agreed (escrow.world.Levers)."""
        return self.joining is not None or self.first_share_response is not None
