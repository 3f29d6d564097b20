"""The bookkeeper (会计): turns tape rows into events, entries with their grounds, and refusals."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from escrow.bookkeeping.authority import Authority
from escrow.bookkeeping.grounds import grounds
from escrow.bookkeeping.naming import VERBS, Names
from escrow.bookkeeping.papers import Papers
from escrow.chart import ESCROW, MONEY_KINDS, OPENING, Accounts, cash, flow_places
from escrow.events import REASON_COLUMN, TYPES, data_of
from escrow.openings import cash_openings
from escrow.processes.scheme import Setting, accounts_of
from escrow.rules.entitlement import Bearing, Entitlement, entitled
from escrow.tape import Kind, Reason, Row
from ledger import EntryDraft, Event, Posting
from ledger.entry import Basis


class Refused(NamedTuple):
    """A payment that was attempted and could not be made."""

    attempt: str
    reason: str
    data: tuple[tuple[str, int], ...]


class Item(NamedTuple):
    """What one row becomes in the ledger."""

    event: Event
    entitlement: Entitlement | None = None
    entry: str = ""  # id
    postings: tuple[Posting, ...] = ()
    refused: Refused | None = None


class Bookkeeper:
    """Writes nothing itself: the cashier posts what the bookkeeper prepares (钱账分管)."""

    def __init__(self, setting: Setting, readings: dict[str, str]) -> None:
        self._terms, self._base, self._as_of = setting.terms, setting.base, setting.as_of
        self._bearing = Bearing(readings)
        self._world = setting.world
        self._names = Names(setting.world)
        self._papers = Papers()
        read = setting.terms.read
        self._authority = Authority(read.pool_form(), setting.terms.district_budget is not None)
        self._district = accounts_of(setting.terms, None)
        self._accounts = [
            accounts_of(setting.terms, plan, plan.insurance.insurer if plan.insurance else "")
            for plan in setting.world.plans
        ]
        self._openings = cash_openings(setting.terms, setting.openings)
        self._days: dict[int, str] = {}
        self._audited: dict[tuple[int, int], tuple[tuple[str, int], ...]] = {}

    def opening(self, first_day: int) -> Item:
        """The opening balances as one entry with many postings."""
        on = self._date(first_day)
        postings = [Posting(cash(party), amount) for party, amount in sorted(self._openings.items())]
        # Every party has its account from the first day, also with nothing in it; so has the escrow.
        total = sum(posting.amount_fen for posting in postings)
        postings += [Posting(ESCROW, 0), Posting(OPENING, -total)]
        event = Event("district/opened", "opened", on, data=(("amount_fen", total),))
        clause = "xiaoshan-pool-and-account-setup"
        return Item(event, entitled(clause, total), "district/open", tuple(postings))

    def items(self, tape: Sequence[Row]) -> Iterator[Item]:
        """One item a row, in the order of the tape."""
        for row in tape:
            yield self._item(row)

    def _item(self, row: Row) -> Item:
        kind, serial = row[2], row[3]
        project = self._world.plans[serial].id if serial >= 0 else ""
        event = Event(
            self._names.event(row),
            TYPES[kind],
            self._date(row[0]),
            project,
            row[4],
            data_of(row),
            self._papers.of(row),
        )
        authority = self._authority.postings(row, project)
        if kind == Kind.AUDITED:
            self._audited[serial, row[6]] = (("input", row[7]), ("claims", row[8]))
        moved = self._moved(row, project) if kind in MONEY_KINDS else ()
        if moved or authority:
            return Item(event, self._grounds(row), self._names.entry(row), moved + authority)
        return Item(event, refused=self._refused(row))

    def _grounds(self, row: Row) -> Entitlement:
        plan = self._world.plans[row[3]] if row[3] >= 0 else None
        early = self._as_of is not None and row[0] < self._as_of
        audited = self._audited.get((row[3], row[6]), ())
        return grounds(row, plan, self._base if early else self._terms, self._bearing, audited)

    def _moved(self, row: Row, project: str) -> tuple[Posting, ...]:
        source, target = flow_places(row[2], row[6])
        accounts, amount = self._of(row), row[5]
        return Posting(accounts[source], -amount, project), Posting(accounts[target], amount, project)

    def _of(self, row: Row) -> Accounts:
        serial, kind = row[3], row[2]
        if serial < 0:
            return self._district
        accounts = self._accounts[serial]
        if kind == Kind.COST_SHARE_PAID and row[4]:
            partner = self._world.plans[serial].partners[row[4] - 1][0]
            return accounts._replace(enterprise=cash(f"enterprise:{partner}"))
        return accounts

    def _refused(self, row: Row) -> Refused | None:
        """Only what was tried and had no money behind it is a refused attempt; the rest are decisions."""
        column = REASON_COLUMN.get(row[2])
        if column is None or row[column] != Reason.NO_MONEY or row[2] not in VERBS:
            return None
        return Refused(self._names.attempt(row), "no_money", data_of(row))

    def _date(self, day: int) -> str:
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = date.fromordinal(day).isoformat()
        return found


def draft_of(item: Item) -> EntryDraft:
    """The entry of an item that has an entitlement."""
    assert item.entitlement is not None
    citation = item.entitlement.citation
    basis = Basis(
        citation.document,
        citation.article,
        citation.clause,
        item.event.type,
        item.entitlement.workings,
        item.entitlement.readings,
    )
    return EntryDraft(item.entry, item.event.id, item.event.on, basis, item.postings)
