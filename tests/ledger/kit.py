"""Short ways to say what the ledger's tests need."""

from ledger import CHART, Basis, EntryDraft, Event, Header, Journal, Posting, Store

DAY = "2025-03-09"
NEXT_DAY = "2025-03-10"
NOON = "2026-01-05T04:00:00Z"
HEADER = Header("a" * 64, "b" * 64, 20250309, 0, "anxinbao/1", DAY, CHART)
BASIS = Basis(
    "xiaoshan-2025-1",
    "4.2",
    "deposit",
    "deposit",
    (("base", 20_000_000), ("rate", 10, 100)),
    (("r", "down"),),
)


def event(id: str = "E", on: str = DAY, **more: int) -> Event:
    """An event that entries can name."""
    return Event(id, "happened", on, data=tuple(sorted(more.items())))


def move(
    id: str, source: str, target: str, amount_fen: int, *, on: str = DAY, event: str = "E", project: str = ""
) -> EntryDraft:
    """An entry that moves money from one account to another."""
    lines = (Posting(source, -amount_fen, project), Posting(target, amount_fen, project))
    return EntryDraft(id, event, on, BASIS, lines)


def opening(account: str, amount_fen: int, id: str = "opening") -> EntryDraft:
    """An entry that funds an account."""
    return move(id, "opening/balance", account, amount_fen)


def begin(store: Store, *, batch: int = 2_000) -> Journal:
    """A journal with one event E and 100 yuan in the pool."""
    journal = Journal.create(store, HEADER, batch=batch)
    journal.event(event())
    journal.post(opening("cash/risk_pool", 10_000))
    return journal
