"""Committed and unpaid (已承诺未支付) when the horizon ends, by the budget year of the claim."""

from collections import Counter
from collections.abc import Iterable

from escrow.tape import Kind
from scenarios.metrics.outlay import Table
from scenarios.metrics.subject import Line


def committed_unpaid(tape: Iterable[Line]) -> Table:
    """Fen by year of the claim and instrument, as the run states it on its last day."""
    table: dict[int, Counter[int]] = {}
    for line in tape:
        if line.kind == Kind.COMMITTED_UNPAID and line.c:
            table.setdefault(line.a, Counter())[line.b] += line.c
    return {year: dict(sorted(table[year].items())) for year in sorted(table)}
