"""Opening a stored ledger by path or URL."""

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.store.sql import SqlStore

WAIT_MS = 5_000
"""How long a writer waits for another before LedgerBusy, in milliseconds."""


def open_store(
    place: str | PathLike[str], *, create: bool = False, write: bool = False, wait_ms: int = WAIT_MS
) -> "SqlStore":
    """The store at a file path or database URL, for reading unless `write` or `create`.

    Opening never creates: LedgerNotFound. With `create` a new one is made, or LedgerExists,
    FolderNotFound. Also NotALedger, DamagedDatabase, NewerSchema, LedgerReadOnly, LedgerBusy.
    """
    # Imported late: SQLAlchemy takes longer to load than most commands to run.
    from ledger.store.dialect import dialect
    from ledger.store.sql import SqlStore, create_ledger

    kind = dialect(str(place), wait_ms=wait_ms)
    if create:
        create_ledger(kind)
    return SqlStore(kind, write=write or create)
