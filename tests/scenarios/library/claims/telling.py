"""A claims story as rows that a person can compare: ISO days, claims by id, kinds by name."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from escrow.claims.events import FIELDS
from escrow.claims.tape import ClaimKind, ClaimReason
from escrow.tape import Row
from scenarios.claims.prepare import PreparedClaims, prepare_claims
from scenarios.claims.run import simulate
from scenarios.claims.spec import open_claims

WAN = 1_000_000  # 1 万元 in fen


class Told(NamedTuple):
    """One row of the tape."""

    on: str
    claim: str
    kind: ClaimKind
    fen: int
    data: dict[str, int]


class Story(NamedTuple):
    """A simulated claims scenario."""

    prepared: PreparedClaims
    rows: tuple[Told, ...]

    def of(self, *kinds: ClaimKind) -> list[Told]:
        """The rows of some kinds."""
        return [row for row in self.rows if row.kind in kinds]

    def paid(self) -> dict[str, int]:
        """Fen paid by claim."""
        found: dict[str, int] = {}
        for row in self.of(ClaimKind.PAID):
            found[row.claim] = found.get(row.claim, 0) + row.fen
        return found

    def refused(self) -> dict[str, ClaimReason]:
        """Why, by claim."""
        return {row.claim: ClaimReason(row.data["reason"]) for row in self.of(ClaimKind.REFUSED)}

    def by_clause(self) -> dict[str, int]:
        """Fen paid by clause."""
        clause = {plan.id: plan.clause for plan in self.prepared.portfolio.claims}
        found: dict[str, int] = {}
        for claim, fen in self.paid().items():
            found[clause[claim]] = found.get(clause[claim], 0) + fen
        return found


@lru_cache(maxsize=32)
def story(name: str, *readings: str, sets: tuple[str, ...] = ()) -> Story:
    """The story of a library scenario, with readings (NAME=OPTION) and settings (PATH=VALUE) on top."""
    prepared = prepare_claims(open_claims(name, readings=readings, sets=sets))
    ids = [plan.id for plan in prepared.portfolio.claims]
    return Story(prepared, tuple(_told(simulate(prepared), ids)))


def _told(tape: Iterable[Row], ids: list[str]) -> Iterable[Told]:
    for row in tape:
        kind, serial = ClaimKind(row[2]), row[3]
        data = {name: int(value) for name, value in zip(FIELDS[kind], row[5:], strict=False) if name}
        on = date.fromordinal(row[0]).isoformat()
        yield Told(on, ids[serial] if 0 <= serial < len(ids) else "-", kind, row[5], data)
