"""The database itself refuses to update, delete or replace records and postings."""

import sqlite3
from pathlib import Path

import pytest

from ledger import open_store
from tests.ledger.kit import NEXT_DAY, begin

FORBIDDEN = [
    "UPDATE records SET bytes = x'00' WHERE seq = 2",
    "DELETE FROM records WHERE seq = 3",
    "INSERT OR REPLACE INTO records VALUES (2, 'entry', 'opening', '', x'00')",
    "INSERT INTO records VALUES (9, 'event', 'gap', '', x'00')",
    "INSERT INTO records VALUES (-1, 'event', 'before', '', x'00')",
    "UPDATE postings SET amount_fen = 1",
    "DELETE FROM postings",
    "INSERT OR REPLACE INTO postings VALUES (2, 0, 'cash/bank', 1, '', '', '')",
]


@pytest.fixture
def finished(place: Path) -> Path:
    """A finished ledger."""
    store = open_store(place, create=True)
    begin(store).finish(NEXT_DAY)
    store.close()
    return place


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_tables_only_grow(finished: Path, statement: str) -> None:
    connection = sqlite3.connect(finished)
    with pytest.raises(sqlite3.IntegrityError, match="is append-only"):
        connection.execute(statement)
    connection.close()


def test_an_id_is_unique_among_entries(finished: Path) -> None:
    connection = sqlite3.connect(finished)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        connection.execute("INSERT INTO records VALUES (4, 'entry', 'opening', '', x'00')")
    connection.close()


def test_finding_an_id_uses_the_index(finished: Path) -> None:
    connection = sqlite3.connect(finished)
    query = "SELECT seq FROM records WHERE id = ? AND kind = ? AND kind IN ('event', 'entry')"
    plan = connection.execute("EXPLAIN QUERY PLAN " + query, ("x", "entry")).fetchall()
    connection.close()
    assert "USING COVERING INDEX records_by_id" in plan[0][3]


def test_texts_that_are_not_utf8_are_shown_not_choked_on(finished: Path) -> None:
    connection = sqlite3.connect(finished)
    connection.executescript(
        "DROP TRIGGER records_no_update; UPDATE records SET id = CAST(x'ff' AS TEXT) WHERE seq = 2"
    )
    connection.close()
    store = open_store(finished)
    assert [record.id for record in store.records()] == ["", "E", "\\xff", ""]
    store.close()
