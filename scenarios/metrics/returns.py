"""Returns to the public purse (财政资金收回): advances repaid or set off, unspent budgets, claw-backs."""

from collections import Counter
from collections.abc import Iterable

from escrow.chart import PUBLIC_ROLES
from scenarios.metrics.moves import ends
from scenarios.metrics.outlay import Table
from scenarios.metrics.subject import Line

_PRIVATE_ROLES = frozenset({"enterprise", "platform"})


def is_return(line: Line) -> bool:
    """Whether the row brings public money back; what moves between pool and treasury stays inside."""
    giver, taker = ends(line)
    return giver in _PRIVATE_ROLES and taker in PUBLIC_ROLES


def returns(tape: Iterable[Line]) -> Table:
    """Fen by calendar year and kind of row."""
    table: dict[int, Counter[int]] = {}
    for line in tape:
        if is_return(line):
            table.setdefault(line.year, Counter())[line.kind] += line.amount
    return {year: dict(sorted(table[year].items())) for year in sorted(table)}
