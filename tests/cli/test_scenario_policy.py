"""`anxinbao scenario` and `anxinbao policy`."""

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from tests.cli.conftest import Call


def test_the_library_is_listed_with_reasons(call: Call) -> None:
    rows = {row["name"]: row for row in json.loads(call("scenario", "list", "--json").stdout)}
    assert {"worked-success", "worked-failure"} <= set(rows)
    assert all(row["title"] and row["why"] for row in rows.values())


def test_a_new_scenario_names_its_schema_first_and_passes_the_check(call: Call) -> None:
    assert call("scenario", "new", "mine.yaml").exit_code == 0
    assert Path("mine.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=")
    assert call("scenario", "check", "mine.yaml").exit_code == 0


def test_a_new_scenario_can_begin_with_one_of_the_library(call: Call) -> None:
    assert call("scenario", "new", "mine.yaml", "--from", "worked-failure").exit_code == 0
    assert "Worked project 2" in Path("mine.yaml").read_text("utf-8")


def test_new_never_overwrites(call: Call) -> None:
    Path("mine.yaml").write_text("mine", encoding="utf-8")
    assert call("scenario", "new", "mine.yaml").exit_code == 2
    assert Path("mine.yaml").read_text("utf-8") == "mine"


def test_check_ends_with_1_and_names_every_fault(call: Call) -> None:
    Path("bad.yaml").write_text("titel: x\nseed: -1\n", encoding="utf-8")
    done = call("scenario", "check", "bad.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "bad.yaml:1" in done.stderr
    assert "bad.yaml:2" in done.stderr


def test_check_as_json_gives_file_line_and_field(call: Call) -> None:
    Path("bad.yaml").write_text("seed: -1\n", encoding="utf-8")
    done = call("scenario", "check", "bad.yaml", "--json")
    (fault,) = json.loads(done.stdout)["faults"]
    assert (done.exit_code, fault["file"], fault["line"], fault["field"]) == (1, "bad.yaml", 1, "seed")


def test_an_application_the_scheme_would_refuse_is_a_warning(call: Call) -> None:
    call("scenario", "new", "small.yaml")
    small = Path("small.yaml").read_text("utf-8").replace("600万", "200万")
    for old, new in (("200万, planned", "100万, planned"), ("240万", "60万"), ("160万", "40万")):
        small = small.replace(old, new)
    Path("small.yaml").write_text(small, encoding="utf-8")
    done = call("scenario", "check", "small.yaml")
    assert (done.exit_code, done.stderr.startswith("warning: ")) == (0, True)


def test_the_normal_form_loads_again_as_itself(call: Call) -> None:
    normal = call("scenario", "check", "worked-failure", "--normal").stdout
    Path("normal.yaml").write_text(normal, encoding="utf-8")
    assert call("scenario", "check", "normal.yaml", "--normal").stdout == normal


def test_the_schema_accepts_what_new_writes(call: Call) -> None:
    schema = json.loads(call("scenario", "schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    normal = json.loads(call("scenario", "check", "worked-success", "--normal", "--json").stdout)["normal"]
    jsonschema.validate(normal, schema)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_policy_lists_71_open_points(call: Call, lang: str) -> None:
    data = json.loads(call("policy", "show", "--json", "--lang", lang).stdout)
    assert len(data["open_points"]) == 71
    assert len(data["clauses"]) == 38
    assert call("policy", "show", "--lang", lang).exit_code == 0


def test_one_reading_is_shown_with_options_and_reason(call: Call) -> None:
    done = call("policy", "show", "xiaoshan-anxinbao", "pool_repayment")
    assert "offset_next_budget" in done.stdout
    (item,) = json.loads(call("policy", "show", "xiaoshan-anxinbao", "pool_repayment", "--json").stdout)
    assert item["default"] == "none"


def test_a_preset_resolves_every_reading(call: Call) -> None:
    data = json.loads(call("policy", "show", "--preset", "practice", "--json").stdout)
    assert data["readings"]["pool_repayment"] == "offset_next_budget"
    assert "pool_repayment" in call("policy", "show", "--preset", "practice").stdout


def test_the_policies_shipped_are_listed(call: Call) -> None:
    rows = json.loads(call("policy", "list", "--json").stdout)
    (row,) = (row for row in rows if row["what"] == "scheme")
    assert (row["id"], row["presets"]) == ("xiaoshan-anxinbao", ["literal", "practice", "prudent"])
    assert "xiaoshan-anxinbao" in call("policy", "list").stdout


def test_the_normal_form_is_yaml_with_every_default(call: Call) -> None:
    form = YAML(typ="safe", pure=True).load(call("scenario", "check", "worked-success", "--normal").stdout)
    assert form["opening_balances"]["risk_pool"] == "100000000"
    assert form["readings"]["pool_repayment"] == "none"


def test_one_name_alone_may_be_an_item_of_the_built_in_policy(call: Call) -> None:
    shown = call("policy", "show", "cost_share_cap", "--lang", "zh")
    assert shown.exit_code == 0
    assert "2025-03-09  300万" in shown.stdout
