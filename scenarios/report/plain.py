"""The run report as plain data for JSON."""

from typing import Any

from scenarios.metrics import Metrics
from scenarios.metrics.plain import plain
from scenarios.report.facts import Facts, RunFacts


def plain_run(facts: RunFacts, metrics: Metrics) -> dict[str, Any]:
    """Everything the report says, amounts in fen."""
    return {
        "policy": facts.policy._asdict(),
        "preset": facts.preset,
        "overridden": list(facts.overridden),
        "hypothetical": facts.hypothetical,
        "as_of": facts.as_of,
        **plain_facts(facts),
        "metrics": plain(metrics),
    }


def plain_facts(facts: Facts) -> dict[str, Any]:
    """What every run says of itself."""
    return {
        "title": facts.title._asdict(),
        "readings": dict(facts.readings),
        "from": facts.first_on,
        "to": facts.last_on,
        "seed": facts.seed,
        "replication": facts.replication,
        "head": facts.head,
        "ledger": facts.ledger,
        "out": facts.out,
        "recognised": facts.recognised,
        "command": facts.command,
    }
