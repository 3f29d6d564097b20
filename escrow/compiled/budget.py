"""The district's yearly budget for premium subsidies and cost shares."""

from escrow.compiled.jit import inner
from escrow.compiled.places import T
from escrow.compiled.run import Run
from escrow.compiled.settlement.envelope import divide
from escrow.compiled.write import this_year

PAID, DEFERRED, LAPSED = range(3)


@inner
def divided(s: Run, amount: int) -> tuple[int, int, int]:
    """What of one amount is paid now, waits, or lapses; counted by the year of payment."""
    year = this_year(s) - s.term[T.BASE_YEAR]
    s.single[0] = amount
    s.spent[year] += divide(s.settlement, s.spent[year], s.single, 1, s.outcome)
    return s.outcome[0, PAID], s.outcome[0, DEFERRED], s.outcome[0, LAPSED]
