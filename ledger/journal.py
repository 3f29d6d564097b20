"""The journal: the only door into a ledger."""

from collections.abc import Iterable, Mapping
from typing import Self

from ledger import check
from ledger.books import Books, Shortfall
from ledger.chain import Head
from ledger.encoding import (
    body_digest,
    content_digest,
    draft_digest,
    entry_body,
    event_body,
    finished_body,
    header_body,
    refusal_body,
)
from ledger.entry import Basis, Entry, EntryDraft, Posting
from ledger.errors import AlreadyFinished, BadReversal, FloorPassed, IdTaken, NotFinished, UnknownEvent
from ledger.event import Event
from ledger.record import Header, Refusal, entry_of, header_of, parse
from ledger.store.errors import LedgerExists, NotALedger
from ledger.store.protocol import Store
from ledger.writer import BATCH, Writer


class Journal:
    """Posts entries: checks floors, ids, events and reversals, and chains what it accepts or refuses.

    Until `finish` every record is simulated, its recorded time being its own day; afterwards only
    manual records are taken, with a recorded time of their own. Use `create`, `open` or `resume`.
    """

    def __init__(self, writer: Writer, books: Books, now: str | None = None) -> None:
        self._writer = writer
        self._books = books
        self._now = None if now is None else check.moment(now)

    @classmethod
    def create(cls, store: Store, header: Header, *, batch: int = BATCH) -> Self:
        """Begin a ledger in an empty store; LedgerExists when it is not empty."""
        if store.head() is not None:
            raise LedgerExists(place=store.place)
        return cls._begin(Writer(store, None, batch=batch), header)

    @classmethod
    def resume(cls, store: Store, header: Header, *, batch: int = BATCH) -> Self:
        """Rerun from the first day: what is stored is compared byte for byte, then continued.

        Raises LedgerOfAnotherRun when the stored header is another, ResumeDiverged naming the
        first record that differs.
        """
        return cls._begin(Writer(store, None, batch=batch, stored=store.records()), header)

    @classmethod
    def open(cls, store: Store, *, now: str | None = None, batch: int = BATCH) -> Self:
        """Continue a stored ledger; `now` is the recorded time of manual records, from the caller's clock.

        Raises NotALedger when no header comes first.
        """
        first = next(iter(store.records()), None)
        if first is None or first.kind != "header":
            raise NotALedger(place=store.place)
        books = Books(header_of(parse(first.bytes)).chart)
        books.relearn(parse(row.bytes) for row in store.records(1))
        return cls(Writer(store, store.head(), batch=batch), books, now)

    @classmethod
    def _begin(cls, writer: Writer, header: Header) -> Self:
        writer.write("header", "", header_body(header), header.on)
        return cls(writer, Books(header.chart))

    @property
    def head(self) -> Head:
        """The last record, stored or still waiting."""
        return Head(self._writer.seq, self._writer.digest)

    @property
    def finished(self) -> bool:
        """Whether the finishing record has been written."""
        return self._books.finished

    def balance(self, account: str) -> int:
        """What the account holds now, in fen."""
        return self._books.balances.get(account, 0)

    def entry(self, id: str) -> Entry | None:
        """The posted entry of that id."""
        seq = self._books.entries.get(id)
        stored = None if seq is None else self._writer.find("entry", id, seq)
        return None if stored is None else entry_of(stored)

    def event(self, event: Event, recorded: str | None = None) -> int:
        """Chain an event; its sequence number. The same event again gives the same number."""
        body = event_body(event)
        taken = self._books.events.get(event.id)
        if taken is not None:
            self._check_same(event.id, taken, body_digest(body))
            return taken
        seq = self._writer.write("event", event.id, body, self._recorded(event.id, event.on, recorded))
        self._books.events[event.id] = seq
        return seq

    def post(self, draft: EntryDraft, recorded: str | None = None) -> Entry:
        """Post an entry; the same draft again returns the entry already posted.

        Raises FloorPassed, IdTaken and BadReversal after chaining the refusal (the id stays free),
        UnknownEvent, UnknownAccount, NotFinished and AlreadyFinished without a trace.
        """
        posted = self.entry(draft.id) if draft.id in self._books.entries else None
        if posted is not None and draft_digest(posted.draft) == draft_digest(draft):
            return posted
        time = self._recorded(draft.id, draft.on, recorded)
        if draft.event not in self._books.events:
            raise UnknownEvent(id=draft.id, event=draft.event)
        if posted is not None:
            self._refuse_draft(draft, "id_taken", "journal", {"seq": posted.seq}, recorded)
            raise IdTaken(id=draft.id, seq=posted.seq)
        if draft.reverses:
            self._check_reversal(draft, recorded)
        after = self._books.weigh(draft.postings)
        if isinstance(after, Shortfall):
            account, balance_fen, change_fen, floor_fen = after
            figures = {"balance_fen": balance_fen, "change_fen": change_fen, "floor_fen": floor_fen}
            self._refuse_draft(draft, "floor_passed", account, figures, recorded)
            raise FloorPassed(id=draft.id, account=account, **figures)
        seq = self._writer.write("entry", draft.id, entry_body(draft), time, draft.on, draft.postings)
        self._books.enter(draft, seq, after)
        return Entry(draft, seq, self._writer.digest, time)

    def refuse(
        self,
        attempt_id: str,
        event_id: str,
        reason: str,
        by: str,
        data: Mapping[str, int] | Iterable[tuple[str, int]] = (),
        on: str = "",
        recorded: str | None = None,
    ) -> int:
        """Chain a refused attempt: who refused, why, with which figures; its sequence number."""
        refusal = Refusal(attempt_id, event_id, reason, by, tuple(sorted(dict(data).items())), on)
        time = self._recorded(attempt_id, on, recorded)
        if event_id not in self._books.events:
            raise UnknownEvent(id=attempt_id, event=event_id)
        seq = self._writer.write("refusal", attempt_id, refusal_body(refusal), time)
        self._books.refusals += 1
        return seq

    def reverse(self, entry_id: str, *, id: str, event: str, on: str, recorded: str | None = None) -> Entry:
        """Post the mirror image of an entry, effective `on`; BadReversal when it cannot be reversed."""
        original = self.entry(entry_id)
        if original is None:
            self.refuse(id, event, "bad_reversal", "journal", {}, on, recorded)
            raise BadReversal(id=id, entry=entry_id, why="no such entry")
        was = original.draft.basis
        basis = Basis(
            was.document, was.article, was.clause, "reversal", (("reverses", entry_id),), was.readings
        )
        return self.post(EntryDraft(id, event, on, basis, _mirror(original.postings), entry_id), recorded)

    def finish(self, on: str) -> Head:
        """Chain the control totals, store everything, and return the head."""
        if self._books.finished:
            raise AlreadyFinished(id="finished")
        totals = self._books.totals(self._writer.seq + 1)
        self._writer.write("finished", "", finished_body(check.day(on), totals), on)
        self._books.finished = True
        self.flush()
        return self.head

    def flush(self) -> None:
        """Store what is waiting."""
        self._writer.flush()

    def _check_same(self, id: str, seq: int, digest: str) -> None:
        stored = self._writer.find("event", id, seq)
        assert stored is not None
        if content_digest(stored.bytes) != digest:
            raise IdTaken(id=id, seq=seq)

    def _check_reversal(self, draft: EntryDraft, recorded: str | None) -> None:
        why = self._fault_of_reversal(draft)
        if why:
            self._refuse_draft(draft, "bad_reversal", "journal", {}, recorded)
            raise BadReversal(id=draft.id, entry=draft.reverses, why=why)

    def _fault_of_reversal(self, draft: EntryDraft) -> str:
        books = self._books
        original = self.entry(draft.reverses)
        if original is None:
            return "no such entry"
        if draft.reverses in books.reversals:
            return "it is a reversal itself"
        if draft.reverses in books.reversed:
            return f"already reversed by {books.reversed[draft.reverses]}"
        return "" if draft.postings == _mirror(original.postings) else "its lines are not mirrored"

    def _refuse_draft(
        self, draft: EntryDraft, reason: str, by: str, figures: Mapping[str, int], recorded: str | None
    ) -> None:
        self.refuse(draft.id, draft.event, reason, by, figures, draft.on, recorded)

    def _recorded(self, id: str, on: str, recorded: str | None) -> str:
        """The recorded time of the next record; NotFinished or AlreadyFinished when it may not come."""
        if recorded is None:
            recorded = self._now
        if not self._books.finished:
            if recorded is None or recorded == on:
                return on
            raise NotFinished(id=id)
        if recorded is None:
            raise AlreadyFinished(id=id)
        return check.moment(recorded)


def _mirror(postings: tuple[Posting, ...]) -> tuple[Posting, ...]:
    return tuple(Posting(account, -amount_fen, project) for account, amount_fen, project in postings)
