"""One payment or hold of a claim explained: clause, conditions, working, cuts, decisions, papers."""

from dataclasses import dataclass
from typing import Any

from escrow.clauses import Evaluation
from escrow.explain.entry import amount_of
from escrow.explain.formula import Input, inputs
from escrow.explain.records import NotInLedger, Record, record_of
from scenarios.claims.explain.opened import Cited, ClaimsLedger

# What has to stand before money moves, in this order.
_STEPS = (
    "claim_complete",
    "claim_reviewed",
    "claim_selected",
    "claim_decided",
    "claim_awarded",
    "claim_publicised",
)
CUTS = ("paid_already_fen", "over_limit_fen", "over_budget_fen")


@dataclass(frozen=True, slots=True)
class ClaimExplanation:
    """Everything behind one entry; money in fen."""

    id: str
    seq: int
    on: str
    amount_fen: int
    claim: str
    postings: tuple[tuple[str, int], ...]
    clause: Cited
    inputs: tuple[Input, ...]
    evaluation: Evaluation | None
    by_clause_fen: int
    cuts: tuple[tuple[str, int], ...]
    readings: tuple[tuple[str, str], ...]
    event: Record | None
    decisions: tuple[Record, ...]


def explain_claim_entry(ledger: ClaimsLedger, name: str) -> ClaimExplanation:
    """Explain the entry of that id; raises NotInLedger."""
    stored = ledger.store.find("entry", name)
    if stored is None:
        raise NotInLedger(name=name, place=ledger.store.place)
    entry = record_of(stored)
    found = ledger.store.find("event", entry.fields["event"])
    event = record_of(found) if found else None
    claim = next(iter(sorted(entry.projects)), "")
    records = ledger.records(claim) if claim else []
    awarded = next((each for each in records if each.type == "claim_awarded"), None)
    basis: dict[str, Any] = entry.fields["basis"]
    return ClaimExplanation(
        id=entry.id,
        seq=entry.seq,
        on=entry.on,
        amount_fen=amount_of(entry),
        claim=claim,
        postings=tuple((account, fen) for account, fen, _ in entry.fields["postings"]),
        clause=ledger.said(basis["clause"], basis["document"], basis["article"]),
        inputs=inputs(basis["workings"], event.data if event else {}),
        evaluation=ledger.evaluation(claim, records) if _by_clause(basis) else None,
        by_clause_fen=awarded.data["by_clause_fen"] if awarded and _by_clause(basis) else 0,
        cuts=_cuts(awarded) if awarded and _by_clause(basis) else (),
        readings=tuple(sorted(basis["readings"].items())),
        event=event,
        decisions=tuple(each for each in records if each.type in _STEPS and each.seq < entry.seq),
    )


def _by_clause(basis: dict[str, Any]) -> bool:
    """Whether the amount was computed under a clause, and not stated or given."""
    return any(step[0] == "by_clause" for step in basis["workings"])


def _cuts(awarded: Record) -> tuple[tuple[str, int], ...]:
    return tuple((cut, awarded.data[cut]) for cut in CUTS if awarded.data[cut])
