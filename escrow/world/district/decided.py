"""What the office decides: amounts and rates drawn below the ceilings of the clause."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from escrow.behaviour import QuantileTable
from escrow.behaviour.quantile import IntArray
from escrow.clauses import Catalogue, Clause
from escrow.clauses.column import Column
from escrow.world.district.book import RATIO_WHOLE, listed_of
from escrow.world.district.draws import scaled
from escrow.world.district.firms import YUAN_FEN
from escrow.world.district.reads import DECIDED, Reads

PROBE_FEN = 1_000_000_000_000  # 100 亿元: what is granted of it is the ceiling


def decided_columns(
    catalogue: Catalogue,
    clause: Clause,
    reads: Reads,
    columns: Mapping[str, Column],
    days: IntArray,
    uniforms: IntArray,
    granted: QuantileTable,
) -> dict[str, Column]:
    """The office's decision on every case: a share of the ceiling, in whole yuan and ten-thousandths.

    The ceiling is what the clause takes as decided when nobody says, else what it gives when the office
    grants without end. Nothing is decided where the text leaves no discretion, or names no ceiling.
    """
    share = granted.values(uniforms)
    found: dict[str, Column] = {}
    for name in sorted(DECIDED & set(reads.facts)):
        if name == "decided_rate":
            rate = ceiling_rate(clause, int(days[0]))
            if rate is not None:
                found[name] = Column(int(rate * RATIO_WHOLE) * share // 100, RATIO_WHOLE)
            continue
        asked = dict(columns)
        if name not in clause.row.assume:
            asked[name] = _shaped(clause, name, np.full(len(days), PROBE_FEN, dtype=np.int64))
        ceiling = catalogue.evaluate_columns(clause.id, asked, days).amount_fen
        if ceiling is not None and int(ceiling.max()) < PROBE_FEN:
            found[name] = _shaped(clause, name, scaled(ceiling, share, 100) // YUAN_FEN * YUAN_FEN)
    return found


def ceiling_rate(clause: Clause, day: int) -> Fraction | None:
    """The lowest rate the text names for the office's decision, or None when it names none."""
    tree = clause.trees.assume.get("decided_rate")
    names = tree.names() if tree is not None else set(clause.parameters)
    rates = [
        each.at(day).value
        for name, each in clause.parameters.items()
        if name in names and each.row.unit == "ratio"
    ]
    return min(rates, default=None)


def _shaped(clause: Clause, name: str, fen: Any) -> Column:
    return listed_of(fen[:, None]) if clause.facts[name].listed else Column(fen)
