"""Explanations of claims as plain data for JSON, both languages at once."""

from typing import Any

from escrow.clauses.words import plain as plain_evaluation
from scenarios.claims.explain.entry import ClaimExplanation
from scenarios.claims.explain.story import StoryLine
from scenarios.claims.explain.why_not import ClaimWhyNot
from scenarios.report.explained import both, plain_clause, plain_event


def plain_entry(found: ClaimExplanation) -> dict[str, Any]:
    """One entry explained: amounts in fen, texts as {zh, en}."""
    evaluation = found.evaluation
    return {
        "entry": found.id,
        "seq": found.seq,
        "on": found.on,
        "claim": found.claim,
        "amount_fen": found.amount_fen,
        "postings": [{"account": account, "amount_fen": fen} for account, fen in found.postings],
        "clause": plain_clause(found.clause),
        "inputs": [
            {"id": each.key, "name": both(each.name), "value": both(each.value)} for each in found.inputs
        ],
        "workings": {lang: plain_evaluation(evaluation, lang)["workings"] for lang in ("zh", "en")}
        if evaluation
        else None,
        "by_clause_fen": found.by_clause_fen,
        "cuts": dict(found.cuts),
        "readings": dict(found.readings),
        "event": plain_event(found.event),
        "decisions": [plain_event(each) for each in found.decisions],
    }


def plain_why_not(found: ClaimWhyNot) -> dict[str, Any]:
    """Why a claim was not paid."""
    return {
        "claim": found.claim,
        "paid_fen": found.paid_fen,
        "obstacles": [
            {
                "on": each.on,
                "event": each.event,
                "what": both(each.what),
                "reason": both(each.reason),
                "details": [both(text) for text in each.details],
                "withheld_fen": each.withheld_fen,
                "clause": plain_clause(each.clause),
            }
            for each in found.obstacles
        ],
    }


def plain_story(claim: str, lines: list[StoryLine]) -> dict[str, Any]:
    """A claim's life."""
    return {"claim": claim, "lines": [_line(each) for each in lines]}


def _line(line: StoryLine) -> dict[str, Any]:
    return {
        "on": line.on,
        "type": line.type,
        "stage": line.stage,
        "what": both(line.what),
        "because": both(line.because) if line.because else None,
        "amount_fen": line.amount_fen,
        "postings": [{"account": account, "amount_fen": fen} for account, fen in line.moves],
        "clause": line.clause.id if line.clause else "",
        "documents": [list(paper) for paper in line.papers],
        "entry": line.entry,
    }
