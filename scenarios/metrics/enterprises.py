"""What each enterprise paid in the end (企业净成本): all it paid less all that came back, in cash."""

from collections import Counter
from collections.abc import Iterable

from escrow.tape import Kind
from scenarios.metrics.moves import received
from scenarios.metrics.subject import Line, Subject

_FINANCING = frozenset({Kind.LOAN_DRAWN, Kind.LOAN_REPAID, Kind.RECOVERED})


def enterprise_net_cost(tape: Iterable[Line], subject: Subject) -> dict[str, int]:
    """Fen by enterprise, in order of name; money still in escrow counts as paid.

    The principal of a loan and its recovery are financing, not cost.
    """
    cost: Counter[str] = Counter()
    for line in tape:
        if line.kind not in _FINANCING and (change := received(line, "enterprise")):
            cost[_who(line, subject)] -= change
    return {name: cost[name] for name in sorted(cost)}


def _who(line: Line, subject: Subject) -> str:
    """The enterprise of a row; a grant to a partner (parties_per_project) carries its number as stage."""
    plan = subject.plan(line.project)
    if plan and plan.partners and line.kind == Kind.COST_SHARE_PAID and line.stage:
        return plan.partners[line.stage - 1][0]
    return subject.enterprise(line.project)
