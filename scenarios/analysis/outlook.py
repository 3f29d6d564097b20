"""What a budget planner asks of one policy: how much in which year, and when the pool runs dry."""

from datetime import date, timedelta
from typing import NamedTuple

from scenarios.analysis.columns import BUDGET
from scenarios.analysis.sides import Side
from scenarios.statistics import CONFIDENCE, Depletion, Need, depletion, needs

DRY_ON = "pool_depleted_on"


class Outlook(NamedTuple):
    """The yearly budget needed and the days of depletion, as far as the results hold them."""

    budget: tuple[Need, ...]
    depletion: Depletion | None


def outlook(of: Side, confidence: float = CONFIDENCE) -> Outlook:
    """From the yearly table and the day on which the pool first ran dry."""
    return Outlook(_budget(of, confidence), _depletion(of, confidence))


def _budget(of: Side, confidence: float) -> tuple[Need, ...]:
    if BUDGET not in of.results.yearly_names:
        return ()
    years, fen = of.results.years(BUDGET)
    return tuple(needs(years, fen[of.point][of.valid], confidence=confidence))


def _depletion(of: Side, confidence: float) -> Depletion | None:
    if DRY_ON not in of.results.outcome_names:
        return None
    days = of.results.outcomes(DRY_ON)[DRY_ON][of.point][of.valid]
    dry = days[days > 0]
    ends = quarter_ends(int(dry.min()), int(dry.max())) if dry.size else []
    return depletion(days, ends, confidence)


def quarter_ends(first: int, last: int) -> list[int]:
    """The last days of the quarters from the one of `first` to the one of `last`, ordinals."""
    ends, day = [], date.fromordinal(first)
    while True:
        month = (day.month - 1) // 3 * 3 + 3
        after = date(day.year + (month == 12), month % 12 + 1, 1)
        end = after - timedelta(days=1)
        ends.append(end.toordinal())
        if ends[-1] >= last:
            return ends
        day = after
