"""Fiscal outlay (财政支出): public money that left the public purse, by year and instrument."""

from collections import Counter
from collections.abc import Iterable

from escrow.tape import Instrument, Kind, Sharer
from scenarios.metrics.subject import Line

Table = dict[int, dict[int, int]]
"""Fen by calendar year and code."""

ADMINISTRATION = 5
"""Fees of the escrow operator and the audit firm: public money, yet none of the four instruments."""

_PAID_AS: dict[int, int] = {
    Kind.POOL_PAID: Instrument.POOL_ADVANCE,
    Kind.PREMIUM_SUBSIDY_PAID: Instrument.PREMIUM_SUBSIDY,
    Kind.COST_SHARE_PAID: Instrument.COST_SHARE,
    Kind.OPERATOR_FEE: ADMINISTRATION,
    Kind.AUDIT_FEE: ADMINISTRATION,
}


def instrument_of(line: Line) -> int:
    """The public instrument a row pays, 0 when it pays none."""
    if line.kind == Kind.GUARANTEE_PAID_OUT:
        return int(Instrument.GUARANTEE) if line.a == Sharer.GOVERNMENT else 0
    return _PAID_AS.get(line.kind, 0)


def outlay(tape: Iterable[Line]) -> Table:
    """Fen by calendar year of payment and instrument."""
    table: dict[int, Counter[int]] = {}
    for line in tape:
        instrument = instrument_of(line)
        if instrument and line.amount:
            table.setdefault(line.year, Counter())[instrument] += line.amount
    return {year: dict(sorted(table[year].items())) for year in sorted(table)}


def total(table: Table) -> int:
    """The sum of a table by year and code, fen."""
    return sum(sum(row.values()) for row in table.values())
