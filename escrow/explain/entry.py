"""One entry explained: amount, clause in plain words, inputs, formula, caps, readings, event, approval."""

from dataclasses import dataclass
from typing import Any

from escrow.catalogue.policy import Policy
from escrow.explain import formula
from escrow.explain.cause import approval_of
from escrow.explain.formula import Input
from escrow.explain.records import NotInLedger, Record, Records, of_project, record_of
from ledger.text import Text

NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class ClauseSaid:
    """A clause with its place; `gist` in our own words."""

    id: str
    document: str
    article: str
    title: Text
    gist: Text


@dataclass(frozen=True, slots=True)
class ReadingSaid:
    """A reading that was applied: which option was chosen and what it means."""

    id: str
    title: Text
    option: str
    means: Text


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind one entry; money in fen, `approval` the decision that allowed it, if any."""

    id: str
    seq: int
    on: str
    recorded: str
    amount_fen: int
    postings: tuple[tuple[str, int], ...]
    clause: ClauseSaid
    rule: str
    inputs: tuple[Input, ...]
    formula: tuple[str, ...]
    cut_fen: int
    readings: tuple[ReadingSaid, ...]
    event: Record | None
    approval: Record | None
    reverses: str


def explain_entry(store: Records, entry_id: str, policy: Policy) -> Explanation:
    """Explain the entry of that id; raises NotInLedger."""
    stored = store.find("entry", entry_id)
    if stored is None:
        raise NotInLedger(name=entry_id, place=store.place)
    record = record_of(stored)
    found = store.find("event", record.fields["event"])
    event = record_of(found) if found else None
    return _explained(record, event, _approval(store, record, event), policy)


def _approval(store: Records, entry: Record, event: Record | None) -> Record | None:
    projects = event.projects if event else entry.projects
    if len(projects) != 1 or event is None:
        return None
    return approval_of(event, of_project(store, next(iter(projects))))


def _explained(entry: Record, event: Record | None, approval: Record | None, policy: Policy) -> Explanation:
    basis: dict[str, Any] = entry.fields["basis"]
    amount = amount_of(entry)
    data = event.data if event else {}
    known = formula.values(basis["workings"], data)
    return Explanation(
        id=entry.id,
        seq=entry.seq,
        on=entry.on,
        recorded=entry.fields["recorded"],
        amount_fen=amount,
        postings=tuple((account, fen) for account, fen, _ in entry.fields["postings"]),
        clause=clause_said(policy, basis["clause"], basis["document"], basis["article"]),
        rule=basis["rule"],
        inputs=formula.inputs(basis["workings"], data),
        formula=formula.formula(amount, known),
        cut_fen=formula.cut_by_cap(known),
        readings=_readings(policy, basis["readings"]),
        event=event,
        approval=approval,
        reverses=entry.fields["reverses"],
    )


def amount_of(entry: Record) -> int:
    """What an entry moves, fen: in cash and custody, or in authority when it moves only that."""
    gains: list[tuple[str, int]] = [(account, fen) for account, fen, _ in entry.fields["postings"] if fen > 0]
    money = sum(fen for account, fen in gains if not account.startswith("authority/"))
    return money or sum(fen for _, fen in gains)


def clause_said(policy: Policy, clause: str, document: str = "", article: str = "") -> ClauseSaid:
    """The clause in the catalogue's words; id, document and article alone when it is not there."""
    known = policy.clauses.get(clause)
    if known is None:
        return ClauseSaid(clause, document, article, Text(clause, clause), NO_TEXT)
    return ClauseSaid(clause, known.document, known.article, known.title, known.gist)


def _readings(policy: Policy, chosen: dict[str, str]) -> tuple[ReadingSaid, ...]:
    said: list[ReadingSaid] = []
    for name, option in sorted(chosen.items()):
        reading = policy.readings.get(name)
        known = reading.options.get(option) if reading else None
        title = reading.title if reading else Text(name, name)
        said.append(ReadingSaid(name, title, option, known.means if known else NO_TEXT))
    return tuple(said)
