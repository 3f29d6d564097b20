"""A store in a database, through SQLAlchemy; what differs between databases is in `dialect`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from ledger.chain import Head
from ledger.record import PostingLine, PostingRow, StoredRecord, posting_rows
from ledger.store.dialect import Dialect
from ledger.store.errors import NewerSchema, NotALedger
from ledger.store.protocol import Sum, check_continues
from ledger.store.schema import SCHEMA_VERSION, attachments, meta, metadata, postings, records

PAGE = 2_000
"""Rows fetched at a time, so that reading needs the same memory for any ledger."""

_RECORD_COLUMNS = "seq, kind, id, digest, bytes"
_POSTING_COLUMNS = "seq, line, account, amount_fen, project, effective_on, recorded"


class SqlStore:
    """Records, their postings and attachments as tables; StoreFault and its kinds for what goes wrong."""

    def __init__(self, dialect: Dialect, *, write: bool, newest_schema: int = SCHEMA_VERSION) -> None:
        self.place = dialect.place
        self._dialect = dialect
        self._engine = dialect.engine(write=write)
        self._insert_record = _insert_sql("records", _RECORD_COLUMNS, dialect.mark)
        self._insert_posting = _insert_sql("postings", _POSTING_COLUMNS, dialect.mark)
        try:
            self._check_schema(newest_schema)
        except BaseException:
            self.close()
            raise

    def append(self, rows: Sequence[StoredRecord], postings: Sequence[PostingLine] | None = None) -> None:
        """Add records and their index lines in one transaction that no other writer can share."""
        if not rows:
            return
        if postings is None:
            postings = list(chain.from_iterable(map(posting_rows, rows)))
        with self._connection() as connection:
            connection.exec_driver_sql(self._dialect.lock)
            check_continues(self.place, _head(connection), rows)
            connection.exec_driver_sql(self._insert_record, list(rows))
            if postings:
                connection.exec_driver_sql(self._insert_posting, list(postings))
            connection.commit()

    def head(self) -> Head | None:
        """The last record."""
        with self._connection() as connection:
            return _head(connection)

    def records(self, start: int = 0) -> Iterator[StoredRecord]:
        """Records from `start` on, a page at a time; 0 also shows what was put before record 0."""
        mark = self._dialect.mark
        query = f"SELECT {_RECORD_COLUMNS} FROM records WHERE seq > {mark} ORDER BY seq LIMIT {PAGE}"
        last: Any = start - 1 if start else -(2**63)
        while page := self._page(query, (last,)):
            yield from map(StoredRecord._make, page)
            if len(page) < PAGE:
                return
            last = page[-1][0]

    def find(self, kind: str, id: str) -> StoredRecord | None:
        """The event or entry of that id."""
        # The literal condition is that of the index, without which the planner cannot use it.
        indexed = text("kind IN ('event', 'entry')")
        query = select(records).where(records.c.id == id, records.c.kind == kind, indexed)
        with self._connection() as connection:
            row = connection.execute(query).first()
        return None if row is None else StoredRecord._make(row)

    def postings(self, start: int = 0) -> Iterator[PostingRow]:
        """Index lines from `start` on, a page at a time."""
        mark = self._dialect.mark
        query = (
            f"SELECT {_POSTING_COLUMNS} FROM postings WHERE (seq, line) > ({mark}, {mark}) "
            f"ORDER BY seq, line LIMIT {PAGE}"
        )
        last: tuple[Any, Any] = (start - 1 if start else -(2**63), 2**31 - 1)
        while page := self._page(query, last):
            yield from map(PostingRow._make, page)
            if len(page) < PAGE:
                return
            last = (page[-1][0], page[-1][1])

    def sums(
        self, *, seq: int | None = None, on: str | None = None, recorded: str | None = None
    ) -> Iterator[Sum]:
        """Totals by account and project as of the given bounds."""
        columns = postings.c
        query = select(columns.account, columns.project, func.sum(columns.amount_fen))
        if seq is not None:
            query = query.where(columns.seq <= seq)
        if on is not None:
            query = query.where(columns.effective_on <= on)
        if recorded is not None:
            query = query.where(func.substr(columns.recorded, 1, len(recorded)) <= recorded)
        query = query.group_by(columns.account, columns.project).order_by(columns.account, columns.project)
        with self._connection() as connection:
            rows = connection.execute(query).all()
        return (Sum(account, project, int(amount)) for account, project, amount in rows)

    def attach(self, name: str, content: bytes) -> None:
        """Lay a file beside the chain, replacing one of that name."""
        with self._connection() as connection:
            connection.exec_driver_sql(self._dialect.lock)
            connection.execute(delete(attachments).where(attachments.c.name == name))
            connection.execute(insert(attachments).values(name=name, content=content))
            connection.commit()

    def attachment(self, name: str) -> bytes | None:
        """The file of that name."""
        query = select(attachments.c.content).where(attachments.c.name == name)
        with self._connection() as connection:
            return connection.execute(query).scalar()

    def attachments(self) -> list[str]:
        """The names of the files, sorted."""
        with self._connection() as connection:
            return sorted(connection.execute(select(attachments.c.name)).scalars())

    def erase(self, name: str) -> None:
        """Remove a file beside the chain."""
        with self._connection() as connection:
            connection.exec_driver_sql(self._dialect.lock)
            connection.execute(delete(attachments).where(attachments.c.name == name))
            connection.commit()

    def close(self) -> None:
        """Close the connection; the ledger is then one file."""
        self._engine.dispose()

    def _page(self, query: str, after: tuple[Any, ...]) -> Sequence[Any]:
        """One page of rows; texts damaged beyond UTF-8 are shown as far as they can be."""
        try:
            with self._engine.connect() as connection:
                return connection.exec_driver_sql(query, after).fetchall()
        except OperationalError as error:
            if "decode" not in str(error.orig):
                raise self._dialect.fault(error) from error
        except DBAPIError as error:
            raise self._dialect.fault(error) from error
        with self._connection() as connection:
            self._dialect.lenient(connection)
            return connection.exec_driver_sql(query, after).fetchall()

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """A connection whose transaction is rolled back unless committed, its errors in our words."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise self._dialect.fault(error) from error

    def _check_schema(self, newest: int) -> None:
        try:
            with self._engine.connect() as connection:
                rows = connection.execute(select(meta.c.key, meta.c.value)).all()
        except DBAPIError as error:
            if "no such" in str(error.orig):
                raise NotALedger(place=self.place) from error
            raise self._dialect.fault(error) from error
        found = str({row[0]: row[1] for row in rows}.get("schema", ""))
        if not found.isdecimal() or int(found) < 1:
            raise NotALedger(place=self.place)
        if int(found) > newest:
            raise NewerSchema(place=self.place, found=found, known=newest)


def create_ledger(dialect: Dialect) -> None:
    """Make an empty ledger: tables, guards and the schema's version; all of it or nothing."""

    def build(engine: Engine) -> None:
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql(dialect.lock)
                metadata.create_all(connection)
                for guard in dialect.guards:
                    connection.exec_driver_sql(guard)
                connection.execute(insert(meta).values(key="schema", value=str(SCHEMA_VERSION)))
                connection.commit()
        except DBAPIError as error:
            raise dialect.fault(error) from error

    dialect.create(build)


def _insert_sql(table: str, columns: str, mark: str) -> str:
    marks = ", ".join([mark] * len(columns.split(",")))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks})"


def _head(connection: Connection) -> Head | None:
    row = connection.exec_driver_sql("SELECT seq, digest FROM records ORDER BY seq DESC LIMIT 1").first()
    return None if row is None else Head(row[0], row[1])
