"""Explanations as plain data for JSON, both languages at once."""

from typing import Any

from escrow.explain import Explanation, WhyNot
from escrow.explain.entry import ClauseSaid
from escrow.explain.records import Record
from ledger.text import Text


def plain_explanation(found: Explanation) -> dict[str, Any]:
    """One entry explained: amounts in fen, texts as {zh, en}."""
    return {
        "entry": found.id,
        "seq": found.seq,
        "on": found.on,
        "recorded": found.recorded,
        "amount_fen": found.amount_fen,
        "postings": [{"account": account, "amount_fen": fen} for account, fen in found.postings],
        "clause": plain_clause(found.clause),
        "rule": found.rule,
        "inputs": [
            {"id": each.key, "name": both(each.name), "value": both(each.value)} for each in found.inputs
        ],
        "formula": list(found.formula),
        "cut_by_cap_fen": found.cut_fen,
        "readings": [
            {"id": each.id, "title": both(each.title), "option": each.option, "means": both(each.means)}
            for each in found.readings
        ],
        "event": plain_event(found.event),
        "approval": plain_event(found.approval),
        "reverses": found.reverses,
    }


def plain_why_not(found: WhyNot) -> dict[str, Any]:
    """Why something was not paid."""
    return {
        "project": found.project,
        "what": found.what,
        "title": both(found.title),
        "paid_fen": found.paid_fen,
        "failed": [
            {
                "on": guard.on,
                "event": guard.event,
                "stage": guard.stage,
                "reason": both(guard.reason),
                "missing_fen": guard.missing_fen,
                "missing_days": guard.missing_days,
                "clause": plain_clause(guard.clause),
            }
            for guard in found.guards
        ],
        "not_yet": both(found.absent) if found.absent else None,
    }


def both(text: Text) -> dict[str, str]:
    """A text in both languages."""
    return {"zh": text.zh, "en": text.en}


def plain_clause(clause: ClauseSaid) -> dict[str, Any]:
    """A clause with its place."""
    return {
        "id": clause.id,
        "document": clause.document,
        "article": clause.article,
        "title": both(clause.title),
        "gist": both(clause.gist),
    }


def plain_event(record: Record | None) -> dict[str, Any] | None:
    """An event."""
    if record is None:
        return None
    papers = record.fields.get("documents", [])
    return {
        "id": record.id,
        "seq": record.seq,
        "type": record.type,
        "on": record.on,
        "data": record.data,
        "documents": papers,
    }
