"""Why a claim was not paid, or not in full: what was decided, what is missing, who has it already."""

from collections.abc import Sequence
from dataclasses import dataclass

from escrow.claims.labels import OF_TYPE, REASON
from escrow.claims.tape import ClaimReason
from escrow.clauses.words import missing_words
from escrow.explain.records import Record, record_of
from escrow.explain.why_not import UnknownWhat
from ledger.text import Text
from scenarios.claims.explain.entry import CUTS
from scenarios.claims.explain.opened import Cited, ClaimsLedger

WHATS = ("payment",)
_CUT_REASON = {
    "paid_already_fen": ClaimReason.PAID_ALREADY,
    "over_limit_fen": ClaimReason.LIMIT_REACHED,
    "over_budget_fen": ClaimReason.BUDGET_SHORT,
}
_OWN = (
    "claim_refused",
    "claim_stopped",
    "claim_reduced",
    "claim_deferred",
    "claim_unpaid",
    "claim_committed_unpaid",
)
_WAITS = Text("已转下年，等候预算", "put off to next year, waiting for its budget")
_NOT_DUE = Text("已核定，尚未到付款日或所依事项未发生", "awarded; its day or event had not come yet")
_SCORE = Text("差 {points} 分", "{points} points missing")
_RANK = Text("第 {rank} 名", "rank {rank}")
_OTHER = Text("同一事项已核定：{claims}", "awarded already for the same: {claims}")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that stood in the way; `withheld_fen` is what was not paid because of it."""

    on: str
    event: str
    what: Text
    reason: Text
    details: tuple[Text, ...]
    clause: Cited
    withheld_fen: int = 0


@dataclass(frozen=True, slots=True)
class ClaimWhyNot:
    """The answer: what was paid all the same (fen), and what stood in the way."""

    claim: str
    paid_fen: int
    obstacles: tuple[Obstacle, ...]


def why_not_paid(ledger: ClaimsLedger, claim: str, what: str) -> ClaimWhyNot:
    """Why a claim was not (or not fully) paid; raises NotInLedger, UnknownWhat."""
    if what not in WHATS:
        raise UnknownWhat(name=what, known=", ".join(WHATS))
    records = ledger.records(claim)
    signs = {"claim_paid": 1, "claim_clawed_back": -1}
    paid = sum(signs.get(each.type, 0) * each.data.get("amount_fen", 0) for each in records)
    found = [*_cuts(ledger, claim, records)]
    found += [_obstacle(ledger, claim, each, records) for each in records if each.type in _OWN]
    return ClaimWhyNot(claim, paid, tuple(found))


def _cuts(ledger: ClaimsLedger, claim: str, records: Sequence[Record]) -> list[Obstacle]:
    """What an award lost on its way from the clause."""
    found = []
    for event in (each for each in records if each.type == "claim_awarded"):
        for cut in CUTS:
            if event.data[cut]:
                reason = _CUT_REASON[cut]
                more = _others(ledger, claim) if reason == ClaimReason.PAID_ALREADY else ()
                found.append(_told(ledger, claim, event, REASON[reason], more, event.data[cut], reason))
    return found


def _obstacle(ledger: ClaimsLedger, claim: str, event: Record, records: Sequence[Record]) -> Obstacle:
    data = event.data
    if event.type == "claim_committed_unpaid":
        reason = _WAITS if data["waiting"] else _NOT_DUE
        return _told(ledger, claim, event, reason, (), data["committed_fen"])
    if event.type == "claim_deferred":
        return _told(ledger, claim, event, REASON[ClaimReason.BUDGET_SHORT], (), data["asked_fen"])
    if event.type == "claim_unpaid":
        return _told(ledger, claim, event, REASON[ClaimReason.NO_MONEY], (), data["due_fen"])
    code = ClaimReason(data["reason"])
    details = _details(ledger, claim, code, event, records)
    return _told(ledger, claim, event, REASON[code], details, data.get("withheld_fen", 0), code)


def _details(
    ledger: ClaimsLedger, claim: str, code: ClaimReason, event: Record, records: Sequence[Record]
) -> tuple[Text, ...]:
    if code == ClaimReason.INCOMPLETE:
        missing = ledger.missing(claim)
        return (missing,) if missing else ()
    if code in (ClaimReason.NOT_ELIGIBLE, ClaimReason.NOT_IN_FORCE):
        found = ledger.evaluation(claim, records)
        return tuple(_failed(each) for each in found.failed) if found else ()
    if code == ClaimReason.PAID_ALREADY:
        return _others(ledger, claim)
    if code == ClaimReason.BELOW_MINIMUM:
        points = f"{event.data['missing_fen'] // 100}.{event.data['missing_fen'] % 100:02d}"
        return (_filled(_SCORE, points=points),)
    if code == ClaimReason.NOT_SELECTED:
        return (_filled(_RANK, rank=str(event.data["place"])),)
    return ()


def _failed(failed: object) -> Text:
    """A condition with what is missing, in both languages."""
    why, missing = failed.why, failed.missing  # type: ignore[attr-defined]
    zh, en = (missing_words(missing, "zh"), missing_words(missing, "en"))
    return Text("，".join(filter(None, (why.zh, zh))), ", ".join(filter(None, (why.en, en))))


def _others(ledger: ClaimsLedger, claim: str) -> tuple[Text, ...]:
    """The claims of the same enterprise on the same matter that were awarded."""
    plan = ledger.plan(claim)
    if plan is None or ledger.prepared is None:
        return ()
    terms = {each.id: each.matter for each in ledger.prepared.book.clauses}
    own = plan.matter or terms[plan.clause]
    same = {
        each.id: each.clause
        for each in ledger.prepared.portfolio.claims
        if each.enterprise == plan.enterprise
        and (each.matter or terms[each.clause]) == own
        and each.id != claim
    }
    awarded = {
        record.fields["project"]
        for record in map(record_of, ledger.store.records())
        if record.type == "claim_awarded" and record.fields.get("project") in same
    }
    listed = ", ".join(f"{name} ({same[name]})" for name in same if name in awarded)
    return (_filled(_OTHER, claims=listed),) if listed else ()


def _told(
    ledger: ClaimsLedger,
    claim: str,
    event: Record,
    reason: Text,
    details: tuple[Text, ...],
    withheld: int,
    code: ClaimReason = ClaimReason.NONE,
) -> Obstacle:
    clause = ledger.said(_clause(ledger, claim, code))
    return Obstacle(event.on, event.id, OF_TYPE[event.type], reason, details, clause, withheld)


def _clause(ledger: ClaimsLedger, claim: str, code: ClaimReason) -> str:
    """The clause that stood in the way: a stacking rule, a budget, or the clause of the claim itself."""
    plan, prepared = ledger.plan(claim), ledger.prepared
    if plan is None or prepared is None:
        return ""
    book = prepared.book
    if code == ClaimReason.PAID_ALREADY:
        rules = [rule for rule in book.rules if plan.clause in rule.members]
        return rules[0].citation.clause if rules else plan.clause
    number = book.clauses[book.number(plan.clause)].envelope
    if code in (ClaimReason.BUDGET_SHORT, ClaimReason.REVENUE_SHORT) and number >= 0:
        return book.envelopes[number].id
    return plan.clause


def _filled(text: Text, **facts: str) -> Text:
    return Text(text.zh.format_map(facts), text.en.format_map(facts))
