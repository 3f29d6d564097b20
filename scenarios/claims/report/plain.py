"""The claims report as plain data for JSON."""

from typing import Any

from escrow.claims.tape import ClaimReason, Payer
from scenarios.claims.metrics import ClaimsMetrics
from scenarios.claims.report.facts import ClaimsFacts
from scenarios.report.plain import plain_facts


def plain_claims(facts: ClaimsFacts, metrics: ClaimsMetrics) -> dict[str, Any]:
    """Everything the report says, amounts in fen."""
    return {
        "papers": [name for name, _, _ in facts.papers],
        "drafts": [name for name, _, draft in facts.papers if draft],
        "hypothetical": facts.amended,
        **plain_facts(facts),
        "metrics": plain_metrics(metrics),
    }


def plain_metrics(metrics: ClaimsMetrics) -> dict[str, Any]:
    """The sums of a run."""
    return {
        "clauses": {name: _clause(found) for name, found in metrics.clauses.items()},
        "envelopes": [
            {"envelope": name, "year": year, **_envelope(found)}
            for (name, year), found in metrics.envelopes.items()
        ],
        "paid_fen": {
            str(year): {Payer(payer).name.lower(): fen for payer, fen in row.items()}
            for year, row in metrics.paid.items()
        },
        "enterprises_fen": metrics.enterprises,
        "refused": {ClaimReason(code).name.lower(): n for code, n in sorted(metrics.refused.items())},
        "doubles": {"claims": metrics.doubles, "saved_fen": metrics.saved_fen},
        "refunds": {"demanded_fen": metrics.demanded_fen, "returned_fen": metrics.refunded_fen},
        "steps": [
            {
                "step": each.step,
                "cases": each.cases,
                "median_days": each.median_days,
                "p95_days": each.p95_days,
                "promised_days": each.promised_days,
                "late": each.late,
            }
            for each in metrics.steps
        ],
    }


def _clause(found: Any) -> dict[str, Any]:
    names = ("paper", "filed", "refused", "awarded", "awarded_fen", "paid_fen", "unpaid_fen", "waiting_fen")
    reasons = {ClaimReason(code).name.lower(): n for code, n in sorted(found.reasons.items())}
    return {**{name: getattr(found, name) for name in names}, "reasons": reasons}


def _envelope(found: Any) -> dict[str, int]:
    names = (
        "appropriated_fen",
        "carried_in_fen",
        "cut_fen",
        "committed_fen",
        "paid_fen",
        "held_fen",
        "lapsed_fen",
        "carried_out_fen",
    )
    return {name: getattr(found, name) for name in names}
