"""Platform income (平台收入): pool money, released instalments, forfeited deposits, less what goes back."""

from collections import Counter
from collections.abc import Iterable

from scenarios.metrics.moves import received
from scenarios.metrics.subject import Line, Subject


def platform_income(tape: Iterable[Line], subject: Subject) -> dict[str, int]:
    """Net fen received by platform, in order of name."""
    income: Counter[str] = Counter()
    for line in tape:
        if change := received(line, "platform"):
            income[subject.platform(line.project)] += change
    return {name: income[name] for name in sorted(income)}
