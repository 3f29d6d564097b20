"""`anxinbao template` and `anxinbao import`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_policy_check_diff import OWN


@pytest.mark.parametrize("name", ["claims.xlsx", "claims.csv"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_template_is_imported_as_it_was_written(call: Call, name: str, lang: str) -> None:
    assert call("template", name, "--lang", lang).exit_code == 0
    done = call("import", name, "--json")
    assert done.exit_code == 0, done.stderr
    first, second = json.loads(done.stdout)["claims"]
    assert (first["id"], first["facts"]["decided_rate"]) == ("C1", "5%")
    assert second["upper_level"]["arrives_on"] == "2024-08-01"


def test_an_import_is_written_as_yaml_and_runs(call: Call) -> None:
    call("template", "claims.xlsx")
    done = call("import", "claims.xlsx", "--out", "claims.yaml")
    assert (done.exit_code, done.stdout) == (0, "")
    Path("s.yaml").write_text(
        "schema: anxinbao/claims@1\npapers: [binjiang2024]\nclaims_from: claims.yaml\n"
        "horizon: {from: 2024-01-01, to: 2025-12-31}\n",
        encoding="utf-8",
    )
    run = call("run", "s.yaml", "--ledger", "s.db", "--json")
    assert run.exit_code == 0, run.stderr
    assert call("ledger", "verify", "s.db").exit_code == 0


def test_a_template_is_a_table_or_nothing(call: Call) -> None:
    assert call("template", "claims.pdf").exit_code == 2
    assert not Path("claims.pdf").exists()


def test_claims_under_a_paper_of_ones_own_are_read(call: Call) -> None:
    Path("own").mkdir()
    Path("own/mydistrict.yaml").write_text(OWN, encoding="utf-8")
    claims = "id,enterprise,clause,applied_on,annual_rent\nC1,E1,mydistrict-rent,2026-06-10,10万\n"
    Path("claims.csv").write_text(claims, encoding="utf-8")
    assert call("import", "claims.csv").exit_code == 2
    done = call("import", "claims.csv", "--catalogue", "own", "--json")
    assert [each["clause"] for each in json.loads(done.stdout)["claims"]] == ["mydistrict-rent"]


def test_an_import_is_shown_as_a_table(call: Call) -> None:
    call("template", "claims.csv")
    shown = call("import", "claims.csv", COLUMNS="60")
    assert "binjiang2024-rd-sme" in shown.stdout
    assert "2 claims" in shown.stderr


def test_faults_end_with_2_and_nothing_is_written(call: Call) -> None:
    Path("bad.csv").write_text("编号,企业,条款,申报日\nC1,E1,no-such-clause,2024-06-31\n", encoding="utf-8")
    done = call("import", "bad.csv", "--out", "claims.yaml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "bad.csv line 2 column D" in done.stderr
    assert "no-such-clause" in done.stderr
    assert not Path("claims.yaml").exists()


def test_nothing_is_overwritten(call: Call) -> None:
    Path("claims.csv").write_text("mine", encoding="utf-8")
    assert call("template", "claims.csv").exit_code == 2
    call("template", "new.csv")
    assert call("import", "new.csv", "--out", "claims.csv").exit_code == 2
    assert Path("claims.csv").read_text("utf-8") == "mine"


def test_a_missing_file_is_bad_input(call: Call) -> None:
    assert call("import", "nowhere.csv").exit_code == 2
    assert call("import", "nowhere.xlsx").exit_code == 2
