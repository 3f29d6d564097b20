"""The tables of a stored ledger, version 1. Portable: SQLite now, PostgreSQL later."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table

SCHEMA_VERSION = 1

metadata = MetaData()

# BigInteger keeps every fen; a bare INTEGER key is what SQLite calls its row id.
_WIDE = BigInteger().with_variant(Integer(), "sqlite")

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),  # "schema" -> version of these tables
    Column("value", String, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("seq", _WIDE, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),  # header, event, entry, refusal, finished
    Column("id", String, nullable=False),
    Column("digest", String, nullable=False),  # SHA-256 of bytes, hex
    Column("bytes", LargeBinary, nullable=False),  # the truth; all else is derived from it
)

# Ids are unique among events and among entries; a refused attempt may come again.
Index(
    "records_by_id",
    records.c.id,
    records.c.kind,
    unique=True,
    sqlite_where=records.c.kind.in_(("event", "entry")),
    postgresql_where=records.c.kind.in_(("event", "entry")),
)

postings = Table(  # derived from the bytes of entries; verify compares
    "postings",
    metadata,
    Column("seq", _WIDE, primary_key=True, autoincrement=False),
    Column("line", Integer, primary_key=True, autoincrement=False),  # from 0
    Column("account", String, nullable=False),
    Column("amount_fen", BigInteger, nullable=False),
    Column("project", String, nullable=False),
    Column("effective_on", String, nullable=False),  # YYYY-MM-DD
    Column("recorded", String, nullable=False),  # YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ
    sqlite_with_rowid=False,
)

attachments = Table(
    "attachments",
    metadata,
    Column("name", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
