"""Where records are kept: in memory, in SQLite, later in PostgreSQL; one contract for all."""

from ledger.store.errors import (
    DamagedDatabase,
    DiskFull,
    FolderNotFound,
    LedgerBusy,
    LedgerExists,
    LedgerMoved,
    LedgerNotFound,
    LedgerReadOnly,
    NewerSchema,
    NotALedger,
    StoreFault,
    UnknownDatabase,
)
from ledger.store.memory import MemoryStore
from ledger.store.opening import open_store
from ledger.store.protocol import Store

__all__ = [
    "DamagedDatabase",
    "DiskFull",
    "FolderNotFound",
    "LedgerBusy",
    "LedgerExists",
    "LedgerMoved",
    "LedgerNotFound",
    "LedgerReadOnly",
    "MemoryStore",
    "NewerSchema",
    "NotALedger",
    "Store",
    "StoreFault",
    "UnknownDatabase",
    "open_store",
]
