"""A book of plain payments to time the ledger with: deposits in, releases out."""

from pathlib import Path

from ledger.entry import Basis, EntryDraft, Posting
from ledger.event import Event
from ledger.journal import Journal
from ledger.record import Chart, Header
from ledger.store import Store, open_store

CHART: Chart = (("cash/", 0, "asset"), ("custody/", 0, "asset"), ("opening/", None, "equity"))
DAY = "2025-04-01"
AMOUNT_FEN = 20_000_000
ENTERPRISE, PLATFORM = "cash/enterprise:E1", "cash/platform:PL1"

Page = tuple[list[Event], list[EntryDraft]]


def page(entries: int) -> Page:
    """An opening, then deposits and releases in turn, one event for each entry."""
    basis = Basis(
        "萧政办发",
        "art-3",
        "deposit",
        "deposit",
        (("base", 200_000_000), ("rate", 10, 100)),
        (("rounding", "down"),),
    )
    enough = AMOUNT_FEN * entries
    drafts = [EntryDraft("opening", "opening", DAY, basis, _move("opening/balance", ENTERPRISE, enough, ""))]
    for number in range(1, entries):
        project = f"P{(number + 1) // 2}"
        escrow = f"custody/escrow/{project}"
        way = (ENTERPRISE, escrow) if number % 2 else (escrow, PLATFORM)
        name = f"{project}/1/{'deposit' if number % 2 else 'release'}"
        drafts.append(EntryDraft(name, name, DAY, basis, _move(*way, AMOUNT_FEN, project)))
    return [Event(draft.event, "paid", DAY, data=(("amount", AMOUNT_FEN),)) for draft in drafts], drafts


def _move(source: str, target: str, amount_fen: int, project: str) -> tuple[Posting, ...]:
    return Posting(source, -amount_fen, project), Posting(target, amount_fen, project)


def keep(store: Store, content: Page) -> None:
    """Books the page through the journal and finishes the ledger."""
    journal = Journal.create(store, Header("0" * 64, "0" * 64, 1, 0, "bench", DAY, CHART))
    for event, draft in zip(*content, strict=True):
        journal.event(event)
        journal.post(draft)
    journal.finish(DAY)
    store.close()


def keep_in(path: Path, content: Page) -> None:
    """Books the page into a new SQLite file."""
    keep(open_store(str(path), create=True), content)
