"""`--precision OUTCOME=WIDTH`: how many replications until every point is known that well."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from escrow.compiled.outcomes.names import outcome
from scenarios.sweep.dataset import open_results
from scenarios.sweep.problems import BadPrecision, NoMeanOfDays
from scenarios.sweep.quantity import Number, alike, read_number
from scenarios.sweep.spec import MAX_REPLICATIONS

BATCH = 1000
"""Replications are added in whole batches, so that a resumed sweep takes the same steps."""
AT_MOST = 8
"""One look at few replications may be wrong, so their number grows by this factor at most."""


class Wanted(NamedTuple):
    """The half width of the 95 % interval that an outcome's mean shall have at every point."""

    outcome: str
    width: Fraction
    text: str


def parse_precision(text: str) -> Wanted:
    """`OUTCOME=WIDTH`, the width in the outcome's unit: money, a share of flags, days or a number."""
    name, sign, width = (part.strip() for part in text.partition("="))
    if not sign or not name or not width:
        raise BadPrecision(found=text)
    unit = outcome(name).unit
    if unit == "day":
        raise NoMeanOfDays(name=name)
    try:
        number = read_number(width)
        if unit == "fen":
            (number,) = alike([number, Number("money", 0)])[:1]
    except ValueError:
        raise BadPrecision(found=text) from None
    fits = number.unit == "money" if unit == "fen" else number.unit in ("rate", "whole")
    if not fits or number.value <= 0:
        raise BadPrecision(found=text)
    return Wanted(name, Fraction(number.value), width)


def enough(folder: Path, wanted: Sequence[Wanted], replications: int) -> int | None:
    """Replications that would do, at most `replications` when they are met; None when they cannot be."""
    from scenarios.statistics import half_width, replications_needed

    results = open_results(folder, unfinished=True)
    needed = replications
    for wish in wanted:
        values = results.outcomes(wish.outcome)[wish.outcome]
        limit = float(wish.width)
        flag = outcome(wish.outcome).unit == "flag"
        for point, valid in zip(values, results.valid, strict=True):
            sample = point[valid]
            if half_width(sample, flag=flag) > limit:
                found = replications_needed(sample, limit, flag=flag)
                needed = max(needed, replications + 1, found)
    if needed <= replications:
        return replications
    if replications >= MAX_REPLICATIONS:
        return None
    whole = -(-min(needed, AT_MOST * replications) // BATCH) * BATCH
    return min(max(whole, replications + BATCH), MAX_REPLICATIONS)
