"""A library scenario as rows that a person can compare: ISO days, names of kinds, whole fen."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from escrow.events import FIELDS
from escrow.tape import Kind, Row
from scenarios.prepare import Prepared, prepare
from scenarios.run import simulate
from scenarios.spec import load_scenario

WAN = 1_000_000  # 1 万元 in fen
PUBLIC = (Kind.POOL_PAID, Kind.PREMIUM_SUBSIDY_PAID, Kind.COST_SHARE_PAID)
ENDS = (Kind.REFUSED, Kind.PROJECT_ENDED, Kind.PROJECT_COMPLETED)


class Told(NamedTuple):
    """One row of the tape: day, project (or -), kind, stage, amount in fen, columns by name."""

    on: str
    project: str
    kind: Kind
    stage: int
    fen: int
    data: dict[str, int]


class Story(NamedTuple):
    """A simulated scenario."""

    prepared: Prepared
    rows: tuple[Told, ...]

    def of(self, *kinds: Kind, project: str = "") -> list[Told]:
        """The rows of some kinds, of one project when it is named."""
        return [row for row in self.rows if row.kind in kinds and project in ("", row.project)]

    def paid(self, kind: Kind) -> list[tuple[str, str, int]]:
        """(day, project, fen) of every row of a kind."""
        return [(row.on, row.project, row.fen) for row in self.of(kind)]

    def days(self, kind: Kind) -> list[tuple[str, str]]:
        """(day, project) of every row of a kind."""
        return [(row.on, row.project) for row in self.of(kind)]

    def total(self, *kinds: Kind) -> int:
        """Fen moved by some kinds together."""
        return sum(row.fen for row in self.of(*kinds))

    def reasons(self, kind: Kind) -> list[tuple[str, str, int]]:
        """(day, project, escrow.tape.Reason) of every row of a kind."""
        return [(row.on, row.project, row.data["reason"]) for row in self.of(kind)]


@lru_cache(maxsize=64)
def story(name: str, *readings: str, sets: tuple[str, ...] = ()) -> Story:
    """The story of a library scenario, with readings (NAME=OPTION) and settings (PATH=VALUE) on top."""
    prepared = prepare(load_scenario(name, readings=readings, sets=sets))
    ids = [plan.id for plan in prepared.world.plans]
    return Story(prepared, tuple(_told(simulate(prepared), ids)))


def _told(tape: Iterable[Row], ids: list[str]) -> Iterable[Told]:
    for row in tape:
        kind, serial = Kind(row[2]), row[3]
        named = zip(FIELDS[kind], row[5:], strict=True)
        data = {name: int(value) for name, value in named if name}
        on = date.fromordinal(row[0]).isoformat()
        yield Told(on, ids[serial] if serial >= 0 else "-", kind, row[4], row[5], data)
