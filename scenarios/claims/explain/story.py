"""One claim's life: every event with its date, money, clause and paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from escrow.claims.labels import OF_TYPE, PAYER, REASON
from escrow.claims.tape import ClaimReason, Payer
from escrow.explain.entry import amount_of
from escrow.explain.records import Record
from ledger.text import Text
from scenarios.claims.explain.opened import Cited, ClaimsLedger

_SILENT = frozenset({"claim_certified"})


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line; amount 0 when no money moved."""

    on: str
    type: str
    stage: int
    what: Text
    because: Text | None
    amount_fen: int
    moves: tuple[tuple[str, int], ...]
    clause: Cited | None
    papers: tuple[tuple[str, str], ...]
    entry: str


def story_of(ledger: ClaimsLedger, claim: str) -> list[StoryLine]:
    """The lines in sequence; raises NotInLedger."""
    records = ledger.records(claim)
    entries = {each.fields["event"]: each for each in records if each.kind == "entry"}
    events = [each for each in records if each.kind == "event" and each.type not in _SILENT]
    return [_line(ledger, event, entries.get(event.id)) for event in events]


def _line(ledger: ClaimsLedger, event: Record, entry: Record | None) -> StoryLine:
    moves: tuple[tuple[str, int], ...] = ()
    clause = None
    if entry is not None:
        basis = entry.fields["basis"]
        moves = tuple((account, fen) for account, fen, _ in entry.fields["postings"])
        clause = ledger.said(basis["clause"], basis["document"], basis["article"])
    return StoryLine(
        on=event.on,
        type=event.type,
        stage=event.stage,
        what=OF_TYPE[event.type],
        because=_because(event),
        amount_fen=amount_of(entry) if entry else 0,
        moves=moves,
        clause=clause,
        papers=tuple((kind, number) for kind, number in event.fields.get("documents", ())),
        entry=entry.id if entry else "",
    )


def _because(event: Record) -> Text | None:
    data = event.data
    if data.get("reason"):
        return REASON[ClaimReason(data["reason"])]
    if "payer" in data:
        return PAYER[Payer(data["payer"])]
    return None


def total_paid(lines: Sequence[StoryLine]) -> int:
    """Fen paid, refunds taken off."""
    signs = {"claim_paid": 1, "claim_clawed_back": -1}
    return sum(signs.get(line.type, 0) * _cash(line) for line in lines)


def _cash(line: StoryLine) -> int:
    return sum(fen for account, fen in line.moves if fen > 0 and account.startswith("cash/"))
