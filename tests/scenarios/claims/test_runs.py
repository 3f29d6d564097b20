"""A claims run keeps the promises of every run: head, recognition, replay, resume, nothing on bad input."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledger.store import open_store
from ledger.verify import verify
from scenarios.problems import LedgerOfOther, LedgerUnfinished
from scenarios.replay import replay
from tests.scenarios.claims.kit import TEXT, run
from tests.scenarios.stopping import stop_after

BATCH = 10


@pytest.fixture
def stopped_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, int], None]:
    """Run into a place and stop after so many batches."""

    def stop(place: Path, appends: int) -> None:
        stop_after(monkeypatch, appends, BATCH, lambda: run(place))

    return stop


def test_the_same_file_ends_at_the_same_head(tmp_path: Path) -> None:
    assert run(tmp_path / "a.db").head == run(tmp_path / "b.db").head


def test_another_budget_ends_at_another_head(tmp_path: Path) -> None:
    other = run(tmp_path / "b.db", TEXT.replace("250万", "251万"))
    assert run(tmp_path / "a.db").head != other.head


def test_another_title_ends_at_the_same_head(tmp_path: Path) -> None:
    other = run(tmp_path / "b.db", TEXT.replace("three claims", "3 claims"))
    assert run(tmp_path / "a.db").head == other.head


def test_a_complete_ledger_is_recognised(tmp_path: Path) -> None:
    first = run(tmp_path / "a.db")
    again = run(tmp_path / "a.db")
    assert (again.recognised, again.head) == (True, first.head)


def test_the_ledger_of_another_file_is_not_overwritten(tmp_path: Path) -> None:
    run(tmp_path / "a.db")
    with pytest.raises(LedgerOfOther):
        run(tmp_path / "a.db", TEXT.replace("250万", "251万"))


def test_the_ledger_verifies_and_replays(tmp_path: Path) -> None:
    head = run(tmp_path / "a.db").head
    report = replay(str(tmp_path / "a.db"))
    assert (report.same, report.head) == (True, head)
    store = open_store(str(tmp_path / "a.db"))
    assert verify(store, head=head).findings == ()
    store.close()


@pytest.mark.parametrize("appends", [1, 2, 3])
def test_a_stopped_run_goes_on_to_the_identical_head(
    appends: int, tmp_path: Path, stopped_after: Callable[[Path, int], None]
) -> None:
    whole = run(tmp_path / "whole.db").head
    stopped_after(tmp_path / "a.db", appends)
    with pytest.raises(LedgerUnfinished):
        run(tmp_path / "a.db")
    assert run(tmp_path / "a.db", resume=True).head == whole


def test_a_drawn_district_replays_too(tmp_path: Path) -> None:
    head, _, rest = TEXT.partition("enterprises:")
    assert rest
    result = run(tmp_path / "a.db", f"{head}generate: {{enterprises: 40}}\n")
    assert len(result.prepared.portfolio.claims) > 5
    assert replay(str(tmp_path / "a.db")).same


def test_own_papers_travel_with_the_ledger(tmp_path: Path) -> None:
    from scenarios.claims.run import run_claims
    from tests.scenarios.claims.kit import loaded

    papers = tmp_path / "own"
    papers.mkdir()
    (papers / "mine.yaml").write_text(MINE, encoding="utf-8")
    text = MINE_CLAIMS
    result = run_claims(loaded(text, extra=papers), ledger=str(tmp_path / "a.db"))
    (papers / "mine.yaml").unlink()
    assert sum(row.get(0, 0) for row in _paid(result).values()) == 5_000_00
    assert replay(str(tmp_path / "a.db")).same


def _paid(result: Any) -> dict[int, dict[int, int]]:
    from scenarios.claims.metrics import measure

    return measure(result.tape, result.prepared.setting).paid


MINE = """\
schema: anxinbao/clauses@1
id: mine
title: {zh: 自有文件, en: own paper}
issuer: {zh: 某区, en: some district}
issued: 2024-01-01
status: in_force
valid: {from: 2024-01-01}
clauses:
  - id: mine-award
    article: 一
    kind: rate
    binding: exact
    pays: cash
    title: {zh: 补助, en: grant}
    gist: {zh: 按实际费用的一半, en: half of the cost}
    recipient: enterprise
    matter: rd_input
    parameters: {rate: {unit: ratio, value: 50%, title: {zh: 比例, en: rate}}}
    amount: actual_cost
    steps: [{rate: rate}]
"""
MINE_CLAIMS = """\
schema: anxinbao/claims@1
papers: [mine]
horizon: {from: 2024-01-01, to: 2024-12-31}
claims: [{id: C1, enterprise: E1, clause: mine-award, applied_on: 2024-03-04, facts: {actual_cost: 1万}}]
"""


def test_a_reform_overlay_changes_the_run_and_travels_with_it(tmp_path: Path) -> None:
    change = "{clause: binjiang2024-national-task-match, parameter: rate, value: 10%}"
    text = TEXT + f"overlay: {{changes: [{change}]}}\n"
    result = run(tmp_path / "a.db", text)
    assert _paid(result)[2024][1] == 80_000_000
    assert replay(str(tmp_path / "a.db")).same


def test_claims_from_a_table_become_part_of_the_ledger(tmp_path: Path) -> None:
    from scenarios.claims.run import run_claims
    from scenarios.claims.spec import open_claims

    (tmp_path / "rows.csv").write_text(
        "id,enterprise,clause,applied_on,decided_rate\nT1,E1,binjiang2024-rd-sme-increment,2024-06-11,5%\n"
    )
    head, _, _ = TEXT.partition("claims:")
    (tmp_path / "file.yaml").write_text(f"{head}claims_from: rows.csv\n", encoding="utf-8")
    result = run_claims(open_claims(tmp_path / "file.yaml"), ledger=str(tmp_path / "a.db"))
    (tmp_path / "rows.csv").unlink()
    assert _paid(result) == {2024: {0: 100_000_000}}
    assert replay(str(tmp_path / "a.db")).same
