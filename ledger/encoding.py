"""The one byte encoding: JSON with sorted keys, ASCII, no spaces, integers only.

Built by hand because every entry passes here; tests hold it equal to
`json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)`.
A body is the record without its place in the chain, cut where `prev`, `recorded` and `seq`
are set in, so that sealing a record is one formatting.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quote

from ledger.entry import EntryDraft
from ledger.event import Event
from ledger.record import FORMAT, Header, Refusal, Totals

Body = tuple[str, str, str, str]
"""The four pieces of a record around `prev`, `recorded` and `seq`; a plain tuple, for speed."""


def seal(body: Body, seq: int, prev: str, recorded: str) -> bytes:
    """The record's bytes in its place of the chain. `prev` and `recorded` need no escaping."""
    first, second, third, last = body
    linked = f'{first}"prev":"{prev}",{second}"recorded":"{recorded}",{third}"seq":{seq},{last}"v":1}}'
    return linked.encode("ascii")


def body_digest(body: Body) -> str:
    """SHA-256 of the record without seq, prev and recorded: what makes two drafts the same."""
    return hashlib.sha256(("".join(body) + '"v":1}').encode("ascii")).hexdigest()


def content_digest(stored: bytes) -> str:
    """The `body_digest` of a stored record, taken from its bytes."""
    fields = json.loads(stored)
    kept = {key: value for key, value in fields.items() if key not in ("seq", "prev", "recorded")}
    return hashlib.sha256(dumps(kept).encode("ascii")).hexdigest()


def draft_digest(draft: EntryDraft) -> str:
    """The idempotency digest of a draft."""
    return body_digest(entry_body(draft))


def dumps(value: object) -> str:
    """The canonical JSON of any value made of text, integers, lists and mappings."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def balances_digest(balances: Mapping[str, int]) -> str:
    """SHA-256 of the balances of every account ever posted to, as canonical JSON."""
    return hashlib.sha256(dumps(dict(balances)).encode("ascii")).hexdigest()


def _list(values: tuple[str, ...]) -> str:
    return f"[{','.join(map(quote, values))}]" if values else "[]"


def _numbers(pairs: Iterable[tuple[str, int]]) -> str:
    return "{" + ",".join([f"{quote(key)}:{value}" for key, value in sorted(pairs)]) + "}"


def _texts(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ",".join([f"{quote(key)}:{quote(value)}" for key, value in sorted(pairs)]) + "}"


# Steps and citations recur all through a ledger, and looking them up is ten times faster.
@lru_cache(maxsize=65536)
def _step(step: tuple[str | int, ...]) -> str:
    return "[" + ",".join([quote(part) if isinstance(part, str) else str(part) for part in step]) + "]"


@lru_cache(maxsize=65536)
def _citation(
    article: str, clause: str, document: str, readings: tuple[tuple[str, str], ...], rule: str
) -> str:
    return (
        f'"article":{quote(article)},"clause":{quote(clause)},"document":{quote(document)},'
        f'"readings":{_texts(readings)},"rule":{quote(rule)}'
    )


def header_body(header: Header) -> Body:
    """The header without its place in the chain."""
    chart = dumps([list(line) for line in header.chart])
    scenario = quote(header.scenario)
    return (
        f'{{"chart":{chart},"commitments":[],"format":{quote(FORMAT)},"kind":"header",'
        f'"mechanism":{quote(header.mechanism)},"on":"{header.on}","policy":{quote(header.policy)},',
        "",
        f'"replication":{header.replication},"scenario":{scenario},"seed":{header.seed},',
        "",
    )


def event_body(event: Event) -> Body:
    """The event without its place in the chain."""
    data = _numbers(event.data) if event.data else "{}"
    documents = ",".join([f"[{quote(kind)},{quote(number)}]" for kind, number in event.documents])
    return (
        f'{{"commitments":{_list(event.commitments)},"data":{data},"documents":[{documents}],'
        f'"id":{quote(event.id)},"kind":"event","on":"{event.on}",',
        f'"project":{quote(event.project)},',
        "",
        f'"stage":{event.stage},"type":{quote(event.type)},',
    )


def entry_body(draft: EntryDraft) -> Body:
    """The entry without its place in the chain."""
    basis = draft.basis
    citation = _citation(basis.article, basis.clause, basis.document, basis.readings, basis.rule)
    workings = ",".join([_step(step) for step in basis.workings])
    lines = ",".join(
        [
            f"[{quote(account)},{amount_fen},{quote(project)}]"
            for account, amount_fen, project in draft.postings
        ]
    )
    return (
        f'{{"basis":{{{citation},"workings":[{workings}]}},"commitments":{_list(draft.commitments)},'
        f'"event":{quote(draft.event)},"id":{quote(draft.id)},"kind":"entry","on":"{draft.on}",'
        f'"postings":[{lines}],',
        "",
        f'"reverses":{quote(draft.reverses)},',
        "",
    )


def refusal_body(refusal: Refusal) -> Body:
    """The refusal without its place in the chain."""
    return (
        f'{{"attempt":{quote(refusal.attempt)},"by":{quote(refusal.by)},'
        f'"commitments":{_list(refusal.commitments)},"data":{_numbers(refusal.data)},'
        f'"event":{quote(refusal.event)},"kind":"refusal","on":"{refusal.on}",',
        f'"reason":{quote(refusal.reason)},',
        "",
        "",
    )


def finished_body(on: str, totals: Totals) -> Body:
    """The finishing record without its place in the chain."""
    figures = dumps({name: getattr(totals, name) for name in Totals.__slots__})
    return f'{{"commitments":[],"kind":"finished","on":"{on}",', "", "", f'"totals":{figures},'
