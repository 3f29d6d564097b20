"""What bad places get: a clear message, and no file made, changed or left behind."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from ledger import Journal, balances, open_store
from ledger.store import (
    DamagedDatabase,
    DiskFull,
    FolderNotFound,
    LedgerBusy,
    LedgerExists,
    LedgerNotFound,
    LedgerReadOnly,
    NewerSchema,
    NotALedger,
    StoreFault,
    UnknownDatabase,
)
from ledger.store.sql import SqlStore
from tests.ledger.kit import HEADER, NEXT_DAY, begin, move


def finish(place: Path | str, entries: int = 0) -> None:
    """A finished ledger with so many payments."""
    store = open_store(place, create=True)
    journal = begin(store)
    _pay(journal, entries)
    journal.finish(NEXT_DAY)
    store.close()


@pytest.mark.parametrize("how", [{}, {"write": True}])
def test_a_mistyped_path_creates_nothing(tmp_path: Path, how: dict[str, bool]) -> None:
    for place in (tmp_path / "typo.db", f"sqlite:///{tmp_path}/typo.db", tmp_path / "no" / "x.db"):
        with pytest.raises(LedgerNotFound) as caught:
            open_store(place, **how)
    assert caught.value.say("zh") == f"找不到账本：{tmp_path}/no/x.db"
    assert list(tmp_path.iterdir()) == []


def test_a_new_ledger_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderNotFound, match=f"no such folder: {tmp_path}/no"):
        open_store(tmp_path / "no" / "x.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_overwritten(place: Path) -> None:
    for content in (b"", b"notes"):
        place.write_bytes(content)
        with pytest.raises(LedgerExists):
            open_store(place, create=True)
        assert place.read_bytes() == content
    assert list(place.parent.iterdir()) == [place]


@pytest.mark.parametrize(
    "content", [b"", b"garbage", b"id,amount\n" * 1000, b"SQLite format 2\0" + bytes(4096)]
)
def test_a_file_of_something_else_is_no_ledger(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    with pytest.raises(NotALedger, match="is not a ledger"):
        open_store(place)
    assert place.read_bytes() == content


def test_a_folder_and_a_database_of_something_else_are_no_ledger(tmp_path: Path, place: Path) -> None:
    with pytest.raises(NotALedger):
        open_store(tmp_path)
    connection = sqlite3.connect(place)
    connection.executescript("CREATE TABLE meta (k); CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(NotALedger):
        open_store(place)


@pytest.mark.parametrize("keep", [100, 4096, 8192, 20_000])
def test_a_truncated_database_is_damaged(place: Path, keep: int) -> None:
    finish(place, 200)
    place.write_bytes(place.read_bytes()[:keep])
    with pytest.raises(DamagedDatabase, match="is damaged"):
        list(open_store(place).records())


def test_broken_pages_are_damage(place: Path) -> None:
    finish(place, 200)
    content = bytearray(place.read_bytes())
    content[4096 * 2 :] = b"\xa5" * (len(content) - 4096 * 2)
    place.write_bytes(content)
    with pytest.raises(DamagedDatabase):
        list(open_store(place).records())


@pytest.mark.parametrize("version", ["2", "10"])
def test_a_newer_schema_is_named(place: Path, version: str) -> None:
    finish(place)
    connection = sqlite3.connect(place)
    with connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (version,))
    connection.close()
    with pytest.raises(NewerSchema) as caught:
        open_store(place)
    assert str(caught.value) == f"{place} has schema version {version}; this program knows up to 1"
    assert caught.value.advise("en") == "upgrade anxinbao"


@pytest.mark.parametrize(
    "url", ["postgresql+psycopg://u:secret@h/db", "mysql://h/db", "sqlite://", "sqlite://x.db", "a://b://c"]
)
def test_other_databases_are_not_spoken_yet(url: str) -> None:
    with pytest.raises(UnknownDatabase) as caught:
        open_store(url)
    assert "secret" not in str(caught.value)


def test_a_path_may_be_chinese_with_spaces_and_signs(tmp_path: Path) -> None:
    place = tmp_path / "账本 100%#?.db"
    finish(place)
    store = open_store(place)
    assert balances(store, by="party") == {"risk_pool": 10_000}
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["账本 100%#?.db"]


def test_a_url_names_the_same_file_as_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    finish("sqlite:///x.db")
    for place in ("x.db", f"sqlite:///{tmp_path}/x.db"):
        store = open_store(place)
        assert store.head() is not None
        store.close()


def test_a_finished_ledger_is_one_file(place: Path) -> None:
    finish(place, 5_000)
    assert [path.name for path in place.parent.iterdir()] == ["x.db"]
    assert place.read_bytes()[18:20] == b"\x01\x01"  # SQLite's mark of a file that needs no WAL


def test_a_reader_cannot_write(place: Path) -> None:
    finish(place)
    store = open_store(place)
    with pytest.raises(LedgerReadOnly):
        store.attach("x", b"")
    journal = Journal.open(store, now="2026-01-05")
    journal.post(move("late", "cash/risk_pool", "cash/bank", 1))
    with pytest.raises(LedgerReadOnly):
        journal.flush()
    store.close()


def test_a_read_only_file_can_be_read_but_not_opened_for_writing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(place)
    # The tests may run as root, who may write everywhere: hence the answer is pretended.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    store = open_store(place)
    assert store.head() is not None
    store.close()
    with pytest.raises(LedgerReadOnly, match="cannot be written"):
        open_store(place, write=True)


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (errno.EACCES, LedgerReadOnly),
        (errno.EROFS, LedgerReadOnly),
        (errno.ENOSPC, DiskFull),
        (errno.EIO, StoreFault),
    ],
)
def test_a_folder_that_takes_no_file_is_named(
    place: Path, monkeypatch: pytest.MonkeyPatch, code: int, meaning: type[StoreFault]
) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise OSError(code, os.strerror(code), str(path))

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(meaning) as caught:
        open_store(place, create=True)
    assert type(caught.value) is meaning
    assert list(place.parent.iterdir()) == []


def test_a_disk_that_fills_up_leaves_a_verified_prefix(place: Path) -> None:
    store = open_store(place, create=True)
    journal = begin(store, batch=50)
    journal.flush()
    _pragma(store, "max_page_count = 30")
    with pytest.raises(DiskFull, match="the disk is full"):
        _pay(journal, 2_000)
    kept = store.head()
    assert kept is not None
    assert kept.seq > 50
    assert [record.seq for record in store.records()] == list(range(kept.seq + 1))
    assert {line.seq for line in store.postings()} == set(range(2, kept.seq + 1))
    _pragma(store, "max_page_count = 3000")
    assert journal.finish(NEXT_DAY) == store.head()
    store.close()


def test_a_ledger_that_cannot_be_made_leaves_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.store.dialect._GUARDS", ())
    monkeypatch.setattr("ledger.store.dialect.Sqlite.guards", ("CREATE TRIGGER nonsense",))
    with pytest.raises(StoreFault):
        open_store(place, create=True)
    assert list(place.parent.iterdir()) == []


def test_a_locked_ledger_is_busy_after_the_waiting_time(place: Path) -> None:
    finish(place)
    holder = sqlite3.connect(place, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    store = open_store(place, write=True, wait_ms=20)
    with pytest.raises(LedgerBusy, match="is being written by another process"):
        store.attach("x", b"")
    holder.execute("ROLLBACK")
    store.attach("x", b"")
    holder.close()
    store.close()


def test_a_journal_begun_in_a_file_is_found_in_it(place: Path) -> None:
    store = open_store(place, create=True)
    Journal.create(store, HEADER).flush()
    store.close()
    again = open_store(place, write=True)
    assert Journal.open(again).head.seq == 0
    again.close()


def _pay(journal: Journal, times: int) -> None:
    for number in range(times):
        journal.post(move(f"pay/{number}", "cash/risk_pool", "cash/bank", 1))


def _pragma(store: SqlStore, setting: str) -> None:
    with store._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {setting}")
