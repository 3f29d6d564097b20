"""The state of the books while a journal writes: balances, ids, reversals, totals."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ledger import accounts
from ledger.encoding import balances_digest
from ledger.entry import EntryDraft, Posting
from ledger.record import Chart, Totals


class Shortfall(NamedTuple):
    """A floor that a set of postings would pass."""

    account: str
    balance_fen: int
    change_fen: int
    floor_fen: int


class Books:
    """Running balances and what has been used, enough to judge the next entry."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.balances: dict[str, int] = {}
        self.events: dict[str, int] = {}
        self.entries: dict[str, int] = {}
        self.reversals: dict[str, str] = {}  # reversal -> the entry it reverses
        self.reversed: dict[str, str] = {}  # entry -> its reversal
        self.refusals = 0
        self.debits_fen = 0
        self.finished = False
        self._floors: dict[str, int | None] = {}

    def weigh(self, postings: Sequence[Posting]) -> dict[str, int] | Shortfall:
        """The balances after `postings`, or the first floor they pass. Nothing is changed."""
        balances, floors = self.balances, self._floors
        after: dict[str, int] = {}
        for account, amount_fen, _ in postings:
            if account not in floors:
                floors[account] = accounts.floor(self.chart, account)
            held = after[account] if account in after else balances.get(account, 0)
            after[account] = held + amount_fen
        for account, left in after.items():
            floor = floors[account]
            if floor is not None and left < floor:
                held = balances.get(account, 0)
                return Shortfall(account, held, left - held, floor)
        return after

    def enter(self, draft: EntryDraft, seq: int, after: dict[str, int]) -> None:
        """Take note of a posted entry whose balances `weigh` gave."""
        self.balances.update(after)
        self.entries[draft.id] = seq
        for _, amount_fen, _ in draft.postings:
            if amount_fen > 0:
                self.debits_fen += amount_fen
        if draft.reverses:
            self.reversals[draft.id] = draft.reverses
            self.reversed[draft.reverses] = draft.id

    def totals(self, seq: int) -> Totals:
        """The control totals of a finishing record numbered `seq`."""
        return Totals(
            records=seq + 1,
            events=len(self.events),
            entries=len(self.entries),
            refusals=self.refusals,
            debits_fen=self.debits_fen,
            balances=balances_digest(self.balances),
        )

    def relearn(self, records: Iterable[dict[str, Any]]) -> None:
        """Rebuild the state from parsed records, trusting them (verify does the checking)."""
        for fields in records:
            kind = fields["kind"]
            if kind == "event":
                self.events[fields["id"]] = fields["seq"]
            elif kind == "entry":
                self._relearn_entry(fields)
            elif kind == "refusal":
                self.refusals += 1
            elif kind == "finished":
                self.finished = True

    def _relearn_entry(self, fields: dict[str, Any]) -> None:
        self.entries[fields["id"]] = fields["seq"]
        for account, amount_fen, _ in fields["postings"]:
            self.balances[account] = self.balances.get(account, 0) + amount_fen
            self.debits_fen += max(amount_fen, 0)
        if fields["reverses"]:
            self.reversals[fields["id"]] = fields["reverses"]
            self.reversed[fields["reverses"]] = fields["id"]
