"""What a generated district looks like: tables in 万元 and thousandths, changed by a scenario one by one."""

from dataclasses import dataclass, field

from escrow.behaviour import Chance, QuantileTable
from escrow.world.population_spec import PRINCIPAL_WAN
from ledger.text import Text

# Lognormal with median 500 and sigma 1.4 (mean 1,330), at most 60,000.
RD_WAN = QuantileTable.of(
    "0:5 1:19 5:50 10:83 25:194 40:351 50:500 60:713 75:1286 85:2133 90:3008 95:5001 97.5:7773 99:12984 "
    "99.5:18414 99.9:37850 100:60000"
)
# Thousandths a year; where some keep their course, a district's spending grows by about 9 % a year.
RD_GROWTH = QuantileTable.of("0:-700 5:-300 10:-180 25:-50 50:70 75:180 90:320 95:450 100:900")
REVENUE_GROWTH = QuantileTable.of("0:-600 5:-250 10:-150 25:-40 50:40 75:120 90:230 95:330 100:800")
KEEPS_COURSE = Chance.of("30%")
RENT_MILLE = QuantileTable.of("0:2 25:6 50:12 75:25 90:45 100:90")
EXPORT_MILLE = QuantileTable.of("0:10 25:60 50:180 75:420 90:700 100:950")
COVER_WAN = QuantileTable.of("0:50 25:100 50:150 75:250 100:500")
PREMIUM_MILLE = QuantileTable.of("0:20 50:50 90:100 100:150")
UPPER_MILLE = QuantileTable.of("0:20 25:60 50:120 75:220 90:350 100:600")
HELD, ENTER, RISE, BY_SIZE = (Chance.of(text) for text in ("15%", "5%", "8%", "2%"))
BORROWS, INSURES = Chance.of("25%"), Chance.of("15%")
UPPER_DAYS = QuantileTable.of("0:10 25:35 50:75 75:140 90:230 100:400")


@dataclass(frozen=True, slots=True)
class Sector:
    """One sector: weight among enterprises, R&D in thousandths of revenue, how many export (thousandths)."""

    name: Text
    weight: int
    manufacturing: bool
    intensity: QuantileTable
    exporters: int


_SOFTWARE = QuantileTable.of("0:20 10:50 25:80 50:130 75:210 90:340 100:700")
_DEVICES = QuantileTable.of("0:10 10:30 25:42 50:60 75:95 90:160 100:400")
_PHARMA = QuantileTable.of("0:15 10:40 25:60 50:110 75:220 90:450 100:900")
_HEAVY = QuantileTable.of("0:8 10:22 25:31 50:42 75:62 90:95 100:250")
_LIGHT = QuantileTable.of("0:2 10:6 25:12 50:25 75:45 90:80 100:200")
SECTORS = (
    Sector(Text("智能物联", "smart devices and IoT"), 26, True, _DEVICES, 300),
    Sector(Text("软件信息", "software and information"), 28, False, _SOFTWARE, 120),
    Sector(Text("生物医药", "biomedicine"), 12, True, _PHARMA, 220),
    Sector(Text("高端装备", "advanced equipment"), 10, True, _HEAVY, 340),
    Sector(Text("新材料", "new materials"), 6, True, _HEAVY, 280),
    Sector(Text("绿色能源", "green energy"), 6, True, _HEAVY, 260),
    Sector(Text("文化创意", "culture and creation"), 6, False, _LIGHT, 150),
    Sector(Text("商贸服务", "trade and services"), 6, False, _LIGHT, 450),
)


@dataclass(frozen=True, slots=True)
class Titles:
    """How titles come and rise: a chance a year to enter the ladder, then to rise one level.

    Large firms climb more easily: each size class above the smallest adds `by_size` to both chances.
    """

    held: Chance = HELD  # on the first rung when the series begin
    enter: Chance = ENTER
    rise: Chance = RISE
    by_size: Chance = BY_SIZE


@dataclass(frozen=True, slots=True)
class DistrictSpec:
    """Enterprises of one district and their years; money tables in 万元, shares in thousandths."""

    enterprises: int = 300
    first_year: int = 2019
    last_year: int = 2026
    sectors: tuple[Sector, ...] = SECTORS
    rd_wan: QuantileTable = RD_WAN
    rd_growth: QuantileTable = RD_GROWTH
    revenue_growth: QuantileTable = REVENUE_GROWTH
    keeps_course: Chance = KEEPS_COURSE
    rent_mille: QuantileTable = RENT_MILLE  # of revenue
    export_mille: QuantileTable = EXPORT_MILLE  # of revenue
    borrows: Chance = BORROWS
    principal_wan: QuantileTable = PRINCIPAL_WAN
    insures: Chance = INSURES
    cover_wan: QuantileTable = COVER_WAN
    premium_mille: QuantileTable = PREMIUM_MILLE  # of the cover, a year
    upper_mille: QuantileTable = UPPER_MILLE  # of the R&D spending of the year
    upper_days: QuantileTable = UPPER_DAYS  # from application to arrival
    titles: Titles = field(default_factory=Titles)
    prefix: str = "D"
    books: bool = True  # False: households, which keep no books
