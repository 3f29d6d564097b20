"""The same enterprises under several papers: who gets more, who gets less, and for what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from escrow.clauses import Catalogue, Clause
from escrow.world.district import District, awards_of
from escrow.world.district.district import CLASSES
from ledger.text import Lang, Text


class Side(NamedTuple):
    """One of the sets of rules compared: its name, the catalogue it is read from, its papers."""

    name: Text
    catalogue: Catalogue
    papers: tuple[str, ...]


class Group(NamedTuple):
    """Enterprises of one kind with what they get on each side, in fen."""

    name: Text
    firms: int
    fen: tuple[int, ...]

    def plain(self, lang: Lang) -> dict[str, Any]:
        """As JSON-able data."""
        return {"name": self.name.say(lang), "enterprises": self.firms, "fen": list(self.fen)}


class Change(NamedTuple):
    """From one side to the next: firms that gain, lose, keep; and the money gained and lost, in fen."""

    gain: int
    lose: int
    keep: int
    gained_fen: int
    lost_fen: int


@dataclass(frozen=True)
class Comparison:
    """Fen by side, enterprise and matter; enterprises by their place in the district."""

    sides: tuple[Side, ...]
    district: District
    year: int
    fen: tuple[Mapping[tuple[int, str], int], ...]
    on: date | None = None

    def totals(self) -> tuple[int, ...]:
        """What each side pays in all."""
        return tuple(sum(found.values()) for found in self.fen)

    def reached(self) -> tuple[int, ...]:
        """How many enterprises get anything on each side."""
        return tuple(len({firm for firm, _ in found}) for found in self.fen)

    def by_firm(self) -> dict[int, tuple[int, ...]]:
        """Fen on each side of every enterprise that gets something somewhere."""
        return _summed(self.fen, lambda key: key[0])

    def by_matter(self) -> dict[str, tuple[int, ...]]:
        """Fen on each side by what is paid for."""
        return _summed(self.fen, lambda key: key[1])

    def by_size(self) -> list[Group]:
        """Fen on each side by size class, micro first."""
        sizes = self.district.size_class[:, self.year - 1 - self.district.spec.first_year]
        return self._grouped(CLASSES, [int(size) for size in sizes])

    def by_sector(self) -> list[Group]:
        """Fen on each side by sector."""
        names = [sector.name for sector in self.district.spec.sectors]
        return self._grouped(names, [int(number) for number in self.district.sector])

    def change(self, before: int, after: int) -> Change:
        """What moving from one side to another means for the enterprises."""
        moves = [fen[after] - fen[before] for fen in self.by_firm().values()]
        gains, losses = [m for m in moves if m > 0], [m for m in moves if m < 0]
        keep = len(self.district.ids) - len(gains) - len(losses)
        return Change(len(gains), len(losses), keep, sum(gains), -sum(losses))

    def largest(self, before: int, after: int, count: int = 5) -> list[tuple[str, int, int]]:
        """The enterprises whose money changes most: id, fen before, fen after."""
        rows = [(self.district.ids[firm], fen[before], fen[after]) for firm, fen in self.by_firm().items()]
        return sorted(rows, key=lambda row: (-abs(row[2] - row[1]), row[0]))[:count]

    def plain(self, lang: Lang) -> dict[str, Any]:
        """Everything as JSON-able data, money in fen."""
        pairs = range(len(self.sides) - 1)
        return {
            "year": self.year,
            "on": self.on.isoformat() if self.on else None,
            "enterprises": len(self.district.ids),
            "sides": [side.name.say(lang) for side in self.sides],
            "totals_fen": list(self.totals()),
            "reached": list(self.reached()),
            "changes": [self.change(k, k + 1)._asdict() for k in pairs],
            "by_size": [group.plain(lang) for group in self.by_size()],
            "by_sector": [group.plain(lang) for group in self.by_sector()],
            "by_matter": {matter: list(fen) for matter, fen in self.by_matter().items()},
            "by_enterprise": {self.district.ids[firm]: list(fen) for firm, fen in self.by_firm().items()},
        }

    def _grouped(self, names: Sequence[Text], of: Sequence[int]) -> list[Group]:
        found = _summed(self.fen, lambda key: of[key[0]])
        none = (0,) * len(self.sides)
        return [Group(name, of.count(k), found.get(k, none)) for k, name in enumerate(names)]


def compare(sides: Sequence[Side], district: District, year: int, on: date | None = None) -> Comparison:
    """Every side on the books and events of one year; drafts are computed like papers in force.

    A clause that several sides have is asked on the same day of all of them, by the term of the first.
    """
    terms: dict[str, Clause] = {}
    for side in reversed(sides):
        terms |= {name: each for name, each in side.catalogue.clauses.items() if each.paper.id in side.papers}
    fen = tuple(_awards(side, district, year, on, terms) for side in sides)
    return Comparison(tuple(sides), district, year, fen, on)


def _awards(
    side: Side, district: District, year: int, on: date | None, terms: Mapping[str, Clause]
) -> dict[tuple[int, str], int]:
    found: dict[tuple[int, str], int] = defaultdict(int)
    for each in awards_of(district, side.catalogue, side.papers, year, on, terms=terms):
        found[each.firm, each.clause.matter] += each.amount_fen
    return dict(found)


def _summed(sides: Sequence[Mapping[tuple[int, str], int]], key: Any) -> dict[Any, tuple[int, ...]]:
    totals: dict[Any, list[int]] = {}
    for place, found in enumerate(sides):
        for at, fen in found.items():
            totals.setdefault(key(at), [0] * len(sides))[place] += fen
    return {name: tuple(totals[name]) for name in sorted(totals)}
