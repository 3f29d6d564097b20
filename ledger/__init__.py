"""Books that know nothing of policy or simulation: entries, chain, journal, stores."""

from ledger.accounts import CHART
from ledger.balances import balances
from ledger.chain import GENESIS, Head
from ledger.entry import Basis, Entry, EntryDraft, Posting
from ledger.errors import (
    AlreadyFinished,
    AmountTooLarge,
    BadDate,
    BadMoney,
    BadName,
    BadReversal,
    FloorPassed,
    IdTaken,
    LedgerOfAnotherRun,
    MixedTrees,
    NegativeMoney,
    NotFinished,
    NotWholeFen,
    ResumeDiverged,
    UnbalancedEntry,
    UnknownAccount,
    UnknownEvent,
)
from ledger.event import Event
from ledger.journal import Journal
from ledger.money import parse_money, show_money
from ledger.record import Header, StoredRecord
from ledger.store import MemoryStore, Store, open_store

__all__ = [
    "CHART",
    "GENESIS",
    "AlreadyFinished",
    "AmountTooLarge",
    "BadDate",
    "BadMoney",
    "BadName",
    "BadReversal",
    "Basis",
    "Entry",
    "EntryDraft",
    "Event",
    "FloorPassed",
    "Head",
    "Header",
    "IdTaken",
    "Journal",
    "LedgerOfAnotherRun",
    "MemoryStore",
    "MixedTrees",
    "NegativeMoney",
    "NotFinished",
    "NotWholeFen",
    "Posting",
    "ResumeDiverged",
    "Store",
    "StoredRecord",
    "UnbalancedEntry",
    "UnknownAccount",
    "UnknownEvent",
    "balances",
    "open_store",
    "parse_money",
    "show_money",
]
