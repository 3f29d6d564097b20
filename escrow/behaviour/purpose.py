"""What a purpose is: one thing that is drawn, with its unit, its default and where the default comes from."""

from dataclasses import dataclass
from enum import StrEnum

from escrow.behaviour.chance import Chance, Draw
from escrow.behaviour.quantile import QuantileTable
from ledger.text import Text


class Unit(StrEnum):
    """What a drawn number counts."""

    WORKING_DAYS = "working"
    CALENDAR_DAYS = "calendar"
    PERCENT = "percent"
    BASIS_POINTS = "basis_points"
    POINTS = "points"  # of an expert score out of 100
    WAN = "wan"  # 万元
    CHANCE = "chance"
    CAUSE = "cause"  # escrow.tape.Cause
    FLAG = "flag"  # 0 or 1
    FEN = "fen"
    NUMBER = "number"  # a serial, a code or hundredths of log odds


class Level(StrEnum):
    """Whether it is drawn once for a project or for each try of each stage."""

    PROJECT = "project"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Purpose:
    """One drawn thing.

    `certain` holds when a scenario states no behaviour, `district` in the stochastic district.
    `quality`: A official, B press or official news, C study, K general professional knowledge, J judgement.
    `lowest` and `highest` bound what a scenario may state.
    """

    name: str
    level: Level
    unit: Unit
    label: Text
    certain: Draw
    district: Draw
    quality: str
    source: Text
    lowest: int = 0
    highest: int = 3650


JUDGED = Text("判断值，未见公开数据", "judgement, no public figure found")


def days(
    name: str,
    level: Level,
    label: Text,
    certain: int,
    district: str = "",
    *,
    unit: Unit = Unit.CALENDAR_DAYS,
    quality: str = "J",
    source: Text = JUDGED,
    lowest: int = 0,
) -> Purpose:
    """A purpose in days; without a table the district uses the same constant."""
    table = QuantileTable.of(district) if district else QuantileTable.constant(certain)
    return Purpose(
        name, level, unit, label, QuantileTable.constant(certain), table, quality, source, lowest=lowest
    )


def working_days(
    name: str,
    level: Level,
    label: Text,
    certain: int,
    district: str = "",
    *,
    quality: str = "J",
    source: Text = JUDGED,
) -> Purpose:
    """A purpose in working days (工作日)."""
    return days(name, level, label, certain, district, unit=Unit.WORKING_DAYS, quality=quality, source=source)


def chance(
    name: str,
    level: Level,
    label: Text,
    certain: str,
    district: str,
    *,
    quality: str = "J",
    source: Text = JUDGED,
) -> Purpose:
    """A purpose that happens or does not."""
    return Purpose(
        name, level, Unit.CHANCE, label, Chance.of(certain), Chance.of(district), quality, source, highest=1
    )


def amount(
    name: str,
    level: Level,
    label: Text,
    certain: int,
    district: str = "",
    *,
    unit: Unit = Unit.PERCENT,
    quality: str = "J",
    source: Text = JUDGED,
    highest: int = 100,
) -> Purpose:
    """A purpose in percent, basis points, points or 万元."""
    table = QuantileTable.of(district) if district else QuantileTable.constant(certain)
    return Purpose(
        name, level, unit, label, QuantileTable.constant(certain), table, quality, source, highest=highest
    )
