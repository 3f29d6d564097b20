"""The facts of every firm for one clause and year, as columns: books first, then beliefs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from escrow.behaviour.quantile import ONE, IntArray
from escrow.clauses import Clause
from escrow.clauses.column import Column
from escrow.world.district.beliefs import (
    BEFORE_DAYS,
    EXPORT_INSURED,
    MONEY,
    NUMBERS,
    OTHER_MONEY,
    OTHER_NUMBER,
    OTHER_RATIO,
    OWN,
    RATIOS,
    TRUE,
    ShareOf,
    Yuan,
)
from escrow.world.district.district import ABOVE_SCALE_FEN, SME_REVENUE_FEN, District
from escrow.world.district.draws import chosen, scaled
from escrow.world.district.firms import YUAN_FEN
from escrow.world.district.reads import DECIDED, Reads
from escrow.world.district.titles import RUNGS, rung_of

UPPER = "higher_level_received"
RATIO_WHOLE = 10_000
CENTS_PER_FEN = (10_000, 71_200)  # at 7.12 yuan to the dollar
EXPORT_PREMIUM = (4, 1000)  # of the exports insured
LEDGER = frozenset({"paid_before", "paid_this_year", "already_paid"})


@dataclass(frozen=True, slots=True)
class Book:
    """Facts of a district's firms in one year, for one clause; money decided by the office is not among them.

    `of_day` says on which day each firm files.
    """

    district: District
    clause: Clause
    reads: Reads
    year: int
    of_day: IntArray

    def columns(self) -> dict[str, Column]:
        """Every fact the clause asks for and does not take as given."""
        found = {}
        for name in self.reads.facts:
            if name in LEDGER or name in DECIDED:
                continue
            column = self._known(name)
            matched = name == UPPER and self.clause.row.kind == "matching"
            if column is None and (matched or name not in self.reads.given):
                column = self._believed(name)
            if column is not None:
                found[name] = column
        return found

    def level(self) -> tuple[IntArray, IntArray]:
        """The rung of the clause's matter, and 1 where it was reached this year."""
        return self.district.rung(self.clause.matter, self.year)

    def _known(self, name: str) -> Column | None:
        """A fact the district's books decide; claims of a year rest on the books closed before it."""
        district, closed = self.district, self.year - 1
        if not district.spec.books:
            return None
        listed = self.clause.facts[name].listed
        if name == "premium" and self.clause.matter == "export_insurance":
            premium = scaled(district.of_year("export_value", closed), *EXPORT_PREMIUM)
            return Column(premium * EXPORT_INSURED.happen(district.draws.once("export_insured")))
        if (self.clause.matter, name) in OWN:
            return None
        if name in district.series:
            values = district.upto(name, closed)
            return listed_of(values) if listed else Column(values[:, -1])
        if name == self.reads.level:
            return self._levels()
        fen = {
            "rd_cost": district.of_year("rd_spend", closed),
            "premiums": district.of_year("premium", closed),
            "rd_best_before": district.upto("rd_spend", closed - 1).max(axis=1),
            "export_usd": scaled(district.of_year("export_value", closed), *CENTS_PER_FEN),
        }
        if name in fen:
            return self._shaped(name, fen[name])
        flags = self._flags(closed)
        return Column(flags[name] == 1) if name in flags else None

    def _flags(self, closed: int) -> Mapping[str, IntArray]:
        district = self.district
        revenue, research = district.of_year("revenue", closed), district.of_year("rd_spend", closed)
        makes = np.array([sector.manufacturing for sector in district.spec.sectors])
        return {
            "manufacturing": makes[district.sector].astype(np.int64),
            "industrial_enterprise": makes[district.sector].astype(np.int64),
            "above_scale": (revenue >= ABOVE_SCALE_FEN).astype(np.int64),
            "within_sme_size": (revenue <= SME_REVENUE_FEN).astype(np.int64),
            "tech_sme": (revenue <= SME_REVENUE_FEN).astype(np.int64)
            * (district.draws.once("tech_sme") < _SME),
            "high_tech": (research * 100 >= revenue * _least_intensity(revenue)).astype(np.int64)
            * (district.draws.once("high_tech") < _CERTIFIED),
        }

    def _levels(self) -> Column:
        """The text whose rung the firm holds; a rung the clause does not know keeps its plain name."""
        texts = self.reads.texts[self.reads.level]
        words = tuple(next((t for t in texts if rung_of(t) == k), f"{RUNGS[k]}级") for k in range(len(RUNGS)))
        held, _ = self.level()
        return self._shaped(self.reads.level, held, words=words)

    def _believed(self, name: str) -> Column:
        """A fact drawn by belief, for every firm anew each year."""
        fact, uniforms = self.clause.facts[name], self._uniforms(name)
        base = fact.kind.base
        if base == "money":
            return self._shaped(name, self._money(name, uniforms))
        if base == "usd":
            return self._shaped(name, scaled(self._money(name, uniforms), *CENTS_PER_FEN))
        if base == "bool":
            return self._shaped(name, uniforms < TRUE.at)
        if base == "date":
            return self._shaped(name, self.of_day - BEFORE_DAYS.values(uniforms))
        if base == "text":
            words = self.reads.texts[name] or ("其他",)
            return self._shaped(name, chosen(uniforms, len(words)), words=words)
        if base == "ratio":
            return self._shaped(name, RATIOS.get(name, OTHER_RATIO).values(uniforms), RATIO_WHOLE)
        return self._shaped(name, NUMBERS.get(name, OTHER_NUMBER).values(uniforms))

    def _uniforms(self, name: str) -> IntArray:
        # The same matter is the same thing in every paper, so two papers see the same figures.
        return self.district.draws.yearly(f"fact/{self.clause.matter}/{name}", [self.year])[:, 0]

    def _money(self, name: str, uniforms: IntArray) -> IntArray:
        belief = OWN.get((self.clause.matter, name)) or MONEY.get(name, OTHER_MONEY)
        if name == UPPER and (self.clause.matter, name) not in OWN:
            belief = ShareOf("rd_spend", self.district.spec.upper_mille)
        if isinstance(belief, Yuan):
            yuan: IntArray = belief.table.values(uniforms)
            return yuan * YUAN_FEN
        book = self.district.of_year(belief.book, self.year - 1)
        whole: IntArray = scaled(book, belief.mille.values(uniforms), 1000) // YUAN_FEN * YUAN_FEN
        return whole

    def _shaped(self, name: str, values: Any, den: int = 1, words: tuple[str, ...] = ()) -> Column:
        """A list has one item."""
        if self.clause.facts[name].listed:
            return listed_of(values[:, None], den, words)
        return Column(values, den, words)


def listed_of(values: Any, den: int = 1, words: tuple[str, ...] = ()) -> Column:
    """A column of lists that are all of one length."""
    rows, width = values.shape
    return Column(values, den, words, np.full(rows, width, dtype=np.int64))


# Of the firms that could be certified, seven in ten are.
_SME = _CERTIFIED = ONE * 7 // 10


def _least_intensity(revenue: IntArray) -> IntArray:
    """R&D in hundredths of revenue that a high-tech enterprise must reach: 5, 4 or 3 by size (A)."""
    return np.where(revenue < 5_000_000_000, 5, np.where(revenue <= 20_000_000_000, 4, 3))
