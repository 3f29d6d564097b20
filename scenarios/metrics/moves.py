"""Which role gives and which receives: one reading of the chart for all measures."""

from escrow.chart import MONEY_KINDS, flow
from scenarios.metrics.subject import Line

NOTHING = ("", "")


def ends(line: Line) -> tuple[str, str]:
    """The roles (from, to) of a row, e.g. ("enterprise", "escrow"); two empty texts when no money moves."""
    return flow(line.kind, line.a) if line.kind in MONEY_KINDS and line.amount else NOTHING


def received(line: Line, role: str) -> int:
    """What the row brings to `role`, fen; negative when it gives."""
    giver, taker = ends(line)
    return line.amount * ((taker == role) - (giver == role))
