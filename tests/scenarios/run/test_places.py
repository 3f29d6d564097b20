"""Where a run is kept, and what every balance names."""

from pathlib import Path

import pytest

from ledger import balances
from ledger.store import open_store
from scenarios.problems import FolderTaken
from scenarios.replay import replay
from scenarios.run import run
from scenarios.spec import Source, SpecProblem, load_scenario, open_scenario


def test_a_folder_whose_ledger_lies_elsewhere_replays_from_there(tmp_path: Path) -> None:
    place = str(tmp_path / "elsewhere.db")
    run(load_scenario("worked-failure"), ledger=place, out=tmp_path / "folder")
    assert replay(str(tmp_path / "folder")).same


def test_a_complete_ledger_is_recognised_for_a_new_folder(tmp_path: Path) -> None:
    place = str(tmp_path / "kept.db")
    first = run(load_scenario("worked-failure"), ledger=place)
    again = run(load_scenario("worked-failure"), ledger=place, out=tmp_path / "new")
    assert (again.recognised, again.head) == (True, first.head)
    assert (tmp_path / "new" / "run.json").exists()


def test_the_folder_of_another_run_is_not_overwritten(tmp_path: Path) -> None:
    run(load_scenario("worked-failure"), ledger=str(tmp_path / "a.db"), out=tmp_path / "folder")
    said = (tmp_path / "folder" / "run.json").read_bytes()
    with pytest.raises(FolderTaken):
        run(load_scenario("worked-success"), ledger=str(tmp_path / "b.db"), out=tmp_path / "folder")
    assert (tmp_path / "folder" / "run.json").read_bytes() == said
    assert not (tmp_path / "b.db").exists()


def test_a_party_without_money_still_has_a_balance(tmp_path: Path) -> None:
    text = """
portfolio:
  projects:
    - id: P1
      enterprise: E1
      platform: PL1
      agreed_total: 299万
      filed_on: 2025-03-14
      stages: [{instalment: 299万, planned_days: 90}]
"""
    run(open_scenario(Source(text, "case.yaml", "case")).scenario, ledger=str(tmp_path / "x.db"))
    store = open_store(tmp_path / "x.db")
    found = balances(store, by="party")
    store.close()
    assert (found["platform:PL1"], found["escrow"]) == (0, 0)


def test_an_id_with_a_space_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("portfolio:\n  projects:\n    - {id: P 1, enterprise: E1, platform: PL1}\n", "utf-8")
    with pytest.raises(SpecProblem, match=r"case\.yaml:3: portfolio\.projects\[0\]\.id"):
        load_scenario(path)
