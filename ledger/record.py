"""What is chained: header, event, entry, refusal, finished; and what a store keeps of each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ledger import check
from ledger.entry import Basis, Entry, EntryDraft, Posting

FORMAT = "anxinbao/ledger@1"
VERSION = 1
KINDS = ("header", "event", "entry", "refusal", "finished")

Chart = tuple[tuple[str, int | None, str], ...]
"""(prefix, floor in fen or None, kind: asset, equity or memo); the longest prefix decides."""


class StoredRecord(NamedTuple):
    """One record as stored. `id` is the event's, entry's or refused attempt's; else empty."""

    seq: int
    kind: str
    id: str
    digest: str
    bytes: bytes


PostingLine = tuple[int, int, str, int, str, str, str]
"""A PostingRow as a plain tuple, which is four times as fast to make."""


class PostingRow(NamedTuple):
    """One line of an entry in the derived index, `line` counting from 0."""

    seq: int
    line: int
    account: str
    amount_fen: int
    project: str
    effective_on: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Header:
    """Record 0: what the run is bound to. `policy` and `scenario` are SHA-256 of their normal forms."""

    policy: str
    scenario: str
    seed: int
    replication: int
    mechanism: str
    on: str  # first day of the horizon
    chart: Chart

    def __post_init__(self) -> None:
        check.day(self.on)
        check.whole(self.seed)
        check.whole(self.replication)
        for _, floor, _ in self.chart:
            check.whole(0 if floor is None else floor)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An attempt that was not carried out: by whom or what, why, and the figures. Its id stays free."""

    attempt: str
    event: str
    reason: str
    by: str
    data: tuple[tuple[str, int], ...]
    on: str
    commitments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check.name(self.attempt)
        check.day(self.on)
        for _, value in self.data:
            check.whole(value)


@dataclass(frozen=True, slots=True)
class Totals:
    """Control totals of the finishing record.

    `records` counts everything including header and finishing record; `debits_fen` sums the
    positive postings; `balances` is `encoding.balances_digest` of every account ever posted to.
    """

    records: int
    events: int
    entries: int
    refusals: int
    debits_fen: int
    balances: str


def parse(stored: bytes) -> dict[str, Any]:
    """The record as a mapping; ValueError when the bytes are not JSON."""
    found: dict[str, Any] = json.loads(stored)
    return found


def header_of(fields: Mapping[str, Any]) -> Header:
    """The header from its parsed record."""
    names = ("policy", "scenario", "seed", "replication", "mechanism", "on")
    chart = tuple((prefix, floor, kind) for prefix, floor, kind in fields["chart"])
    return Header(**{name: fields[name] for name in names}, chart=chart)


def draft_of(fields: Mapping[str, Any]) -> EntryDraft:
    """The draft from a parsed entry record."""
    basis = fields["basis"]
    return EntryDraft(
        fields["id"],
        fields["event"],
        fields["on"],
        Basis(
            basis["document"],
            basis["article"],
            basis["clause"],
            basis["rule"],
            tuple(tuple(step) for step in basis["workings"]),
            tuple(sorted(basis["readings"].items())),
        ),
        tuple(Posting(*line) for line in fields["postings"]),
        fields["reverses"],
        tuple(fields["commitments"]),
    )


def entry_of(stored: StoredRecord) -> Entry:
    """The posted entry from its stored record."""
    fields = parse(stored.bytes)
    return Entry(draft_of(fields), stored.seq, stored.digest, fields["recorded"])


def posting_rows(stored: StoredRecord) -> list[PostingRow]:
    """The index lines of one record, derived from its bytes; empty unless it is an entry."""
    if stored.kind != "entry":
        return []
    fields = parse(stored.bytes)
    return [
        PostingRow(stored.seq, line, account, amount_fen, project, fields["on"], fields["recorded"])
        for line, (account, amount_fen, project) in enumerate(fields["postings"])
    ]
