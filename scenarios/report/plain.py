"""The run report as plain data for JSON."""

from typing import Any

from scenarios.metrics import Metrics
from scenarios.metrics.plain import plain
from scenarios.report.facts import RunFacts


def plain_run(facts: RunFacts, metrics: Metrics) -> dict[str, Any]:
    """Everything the report says, amounts in fen."""
    return {
        "title": facts.title._asdict(),
        "policy": facts.policy._asdict(),
        "preset": facts.preset,
        "readings": dict(facts.readings),
        "overridden": list(facts.overridden),
        "hypothetical": facts.hypothetical,
        "from": facts.first_on,
        "to": facts.last_on,
        "as_of": facts.as_of,
        "seed": facts.seed,
        "replication": facts.replication,
        "head": facts.head,
        "ledger": facts.ledger,
        "out": facts.out,
        "recognised": facts.recognised,
        "command": facts.command,
        "metrics": plain(metrics),
    }
