"""All that differs between databases: how to connect, lock, guard, create, and name a fault.

SQLite is the one dialect so far; PostgreSQL joins as a second class of the same shape.
"""

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import StaticPool

from ledger.store.errors import (
    DamagedDatabase,
    DiskFull,
    FolderNotFound,
    LedgerBusy,
    LedgerExists,
    LedgerNotFound,
    LedgerReadOnly,
    NotALedger,
    StoreFault,
    UnknownDatabase,
)


class Dialect(Protocol):
    """One kind of database holding one ledger at `place`."""

    place: str
    mark: str  # placeholder of a parameter
    lock: str  # statement that begins a transaction no other writer can begin
    guards: tuple[str, ...]  # statements that make the tables append-only

    def engine(self, *, write: bool) -> Engine:
        """Connect to a ledger that is there; LedgerNotFound and the like when it is not."""

    def create(self, build: Callable[[Engine], None]) -> None:
        """Make a new place and `build` its tables, or leave nothing; LedgerExists when taken."""

    def lenient(self, connection: Connection) -> None:
        """Read texts that are not valid UTF-8 too, so that verify can say where they stand."""

    def fault(self, error: DBAPIError) -> StoreFault:
        """What the database's error means to the user."""


def dialect(place: str, *, wait_ms: int) -> Dialect:
    """The dialect of a file path or database URL; UnknownDatabase for kinds we do not speak."""
    if "://" not in place:
        return Sqlite(Path(place), wait_ms)
    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        # What cannot be parsed is not repeated: a password may stand in it.
        raise UnknownDatabase(place=place.partition("://")[0] + "://...") from None
    if url.get_backend_name() != "sqlite" or not url.database or url.host or url.database == ":memory:":
        raise UnknownDatabase(place=url.render_as_string(hide_password=True))
    return Sqlite(Path(url.database), wait_ms)


def _guard(table: str, act: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


# REPLACE deletes without firing a DELETE trigger, hence the guards on INSERT.
_GUARDS = (
    _guard("records", "UPDATE"),
    _guard("records", "DELETE"),
    _guard("records", "INSERT", "WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), -1) + 1 FROM records) "),
    _guard("postings", "UPDATE"),
    _guard("postings", "DELETE"),
    _guard(
        "postings",
        "INSERT",
        "WHEN EXISTS (SELECT 1 FROM postings WHERE seq = NEW.seq AND line = NEW.line) ",
    ),
)

_MEANINGS: dict[int, type[StoreFault]] = {
    sqlite3.SQLITE_BUSY: LedgerBusy,
    sqlite3.SQLITE_LOCKED: LedgerBusy,
    sqlite3.SQLITE_READONLY: LedgerReadOnly,
    sqlite3.SQLITE_PERM: LedgerReadOnly,
    # The file was there a moment ago, so it is the folder that lets no journal be made.
    sqlite3.SQLITE_CANTOPEN: LedgerReadOnly,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: DamagedDatabase,
    sqlite3.SQLITE_NOTADB: NotALedger,
}

_REFUSALS = {errno.EACCES: LedgerReadOnly, errno.EPERM: LedgerReadOnly, errno.EROFS: LedgerReadOnly}


class Sqlite:
    """A ledger in one file. The rollback journal is used, so that no WAL ever lies beside it."""

    mark: str = "?"
    lock: str = "BEGIN IMMEDIATE"
    guards: tuple[str, ...] = _GUARDS

    def __init__(self, path: Path, wait_ms: int) -> None:
        self.place = str(path)
        self._path = path
        self._wait_ms = wait_ms

    def engine(self, *, write: bool) -> Engine:
        """An engine of one connection; it cannot create a file, and without `write` cannot change one."""
        if not self._path.exists():
            raise LedgerNotFound(place=self.place)
        if not self._path.is_file() or self._path.stat().st_size == 0:
            raise NotALedger(place=self.place)
        if write and not (os.access(self._path, os.W_OK) and os.access(self._path.parent, os.W_OK)):
            raise LedgerReadOnly(place=self.place)
        return self._engine(self._path, write=write)

    def create(self, build: Callable[[Engine], None]) -> None:
        """Build under another name, then link: the place holds a whole ledger or nothing."""
        if not self._path.parent.is_dir():
            raise FolderNotFound(place=str(self._path.parent))
        if os.path.lexists(self._path):
            raise LedgerExists(place=self.place)
        draft = self._path.with_name(f".{self._path.name}.new-{os.getpid()}")
        try:
            draft.touch()
            engine = self._engine(draft, write=True)
            build(engine)
            engine.dispose()
            _move(draft, self._path)
        except FileExistsError:
            raise LedgerExists(place=self.place) from None
        except OSError as error:
            raise self._refused(error) from None
        finally:
            draft.unlink(missing_ok=True)

    def lenient(self, connection: Connection) -> None:
        """Replace what is not UTF-8."""
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")

    def fault(self, error: DBAPIError) -> StoreFault:
        """SQLite's result code in our words."""
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        meaning = _MEANINGS.get(code, StoreFault)
        if meaning is NotALedger and self._looks_like_sqlite():
            meaning = DamagedDatabase
        return meaning(place=self.place, detail=str(error.orig))

    def _engine(self, path: Path, *, write: bool) -> Engine:
        # Mode rw opens a read-only file for reading, and lets a reader roll back what a killed writer left.
        uri = f"file:{quote(str(path.absolute()))}?mode=rw"

        def connect() -> sqlite3.Connection:
            connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
            connection.execute(f"PRAGMA busy_timeout = {self._wait_ms}")
            if not write:
                connection.execute("PRAGMA query_only = ON")
            return connection

        return create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    def _looks_like_sqlite(self) -> bool:
        with self._path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"

    def _refused(self, error: OSError) -> StoreFault:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return DiskFull(place=self.place)
        meaning = _REFUSALS.get(error.errno or 0, StoreFault)
        return meaning(place=self.place, detail=error.strerror)


def _move(draft: Path, path: Path) -> None:
    """Give the draft its name; FileExistsError when another took it meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no links; there the test and the move are two steps.
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)
