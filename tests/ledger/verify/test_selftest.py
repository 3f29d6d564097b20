"""The self-test finds every damage it does, and leaves the ledger as it is."""

from hashlib import sha256
from pathlib import Path

import pytest

from ledger.store.sql import SqlStore
from ledger.verify.selftest import NotSound, selftest
from ledger.verify.trial import rows
from ledger.verify.trial.result import SelfTest
from tests.ledger.verify.hand import chained, small
from tests.ledger.verify.test_memory import Endless


@pytest.fixture(scope="module")
def result() -> SelfTest:
    return selftest(chained(small()))


def test_no_damage_is_missed(result: SelfTest) -> None:
    assert [trial for trial in result.trials if not trial.ok] == []
    assert result.ok
    assert len(result.trials) > 800
    assert result.copied == 9


def test_damage_was_done_to_every_column_of_every_table(result: SelfTest) -> None:
    columns = {
        trial.name.en.split()[0].rstrip(":") for trial in result.trials if "." in trial.name.en.split()[0]
    }
    assert columns == {
        *(f"records.{name}" for name in ("seq", "kind", "id", "digest", "bytes")),
        *(f"postings.{name}" for name in ("seq", "line", "account", "amount_fen", "project")),
        *(f"postings.{name}" for name in ("effective_on", "recorded")),
        *(f"meta.{name}" for name in ("key", "value")),
    }


def test_each_kind_of_finding_a_forger_can_cause_occurs(result: SelfTest) -> None:
    codes = {code for trial in result.trials for code in trial.codes}
    assert codes >= {
        *("gap", "misplaced", "bad_digest", "broken_link", "unreadable", "not_canonical", "unknown_version"),
        *("unknown_kind", "bad_shape", "bad_date", "unbalanced", "unknown_account", "floor_passed"),
        *("duplicate_id", "unknown_event", "bad_reversal", "after_finish", "totals_differ", "index_differs"),
        *("head_differs", "unfinished", "no_header", "store_failed"),
    }


def test_the_triggers_refuse_what_they_must(result: SelfTest) -> None:
    guarded = [trial for trial in result.trials if "triggers in place" in trial.name.en]
    assert len(guarded) == 6
    assert {trial.outcome for trial in guarded} == {"refused"}


def test_a_real_ledger_is_only_read(sqlite: SqlStore) -> None:
    file = Path(sqlite.place)
    before = sha256(file.read_bytes()).hexdigest()
    assert selftest(sqlite).ok
    assert sha256(file.read_bytes()).hexdigest() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_long_ledger_is_tried_on_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.verify.selftest.columns", rows)
    result = selftest(Endless(1_000), most=20)
    assert result.copied == 21
    assert result.ok


def test_a_ledger_with_findings_of_its_own_is_refused() -> None:
    source = chained(small())
    del source.rows[4]
    with pytest.raises(NotSound, match="record 4"):
        selftest(source)


def test_a_verifier_that_misses_something_fails_the_self_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.verify.selftest.columns", rows)
    monkeypatch.setattr("ledger.verify.index.Index.compare", lambda *_: None)
    monkeypatch.setattr("ledger.verify.index.Index.close", lambda *_: None)
    result = selftest(chained(small()))
    missed = [trial for trial in result.trials if not trial.ok]
    assert not result.ok
    assert {trial.outcome for trial in missed} == {"missed"}
    assert all("postings" in trial.name.en or "index" in trial.name.en for trial in missed)
    assert "MISSED" in result.say("en")


def test_the_report_lists_each_damage_in_both_languages(result: SelfTest) -> None:
    lines = result.say("zh").splitlines()
    assert len(lines) == len(result.trials) + 1
    assert lines[-1].startswith(f"在 9 条记录的副本上做了 {len(result.trials)} 种损坏")
    assert "found 4: record 4 deleted gap" in result.say("en").splitlines()
    assert result.as_dict()["trials"][0].keys() == {"damage", "seq", "outcome", "at", "codes", "ok"}
