"""The JSON Schema agrees with what is read, and the template passes its own check."""

import json
import re
from typing import Any

import jsonschema
import pytest

from scenarios.spec import SCHEMA_FILE, library_file, library_names, normal, open_scenario, schema, template
from scenarios.spec.nodes import plain
from scenarios.spec.yaml_reader import read_yaml
from tests.scenarios.spec.samples import GOOD, changed, load

SHAPE = schema()


def _data(text: str) -> Any:
    return json.loads(json.dumps(plain(read_yaml(text, "x")[0])))


def _faults(text: str) -> list[str]:
    return [error.json_path for error in jsonschema.Draft202012Validator(SHAPE).iter_errors(_data(text))]


def test_the_schema_is_valid_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(SHAPE)
    assert SHAPE["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", library_names("anxinbao/scenario@1"))
def test_library_scenarios_and_their_normal_forms_fit_the_schema(name: str) -> None:
    file = library_file(name)
    assert file is not None
    assert _faults(file.read_text("utf-8")) == []
    loaded = open_scenario(name)
    assert _faults(json.dumps(normal(loaded.scenario, loaded.resolved))) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("premium: 24万", "premium: -24万", "$.portfolio.projects[0].insurance"),
        ("platform: PL1", "platfrom: PL1", "$.portfolio.projects[0]"),
        ("title: 试验", "readings: {pool_repayment: never}", "$.readings.pool_repayment"),
        ("title: 试验", "overrides: {deposit_rat: 20%}", "$.overrides"),
        ("filed_on: 2025-03-14", "filed_on: yesterday", "$.portfolio.projects[0].filed_on"),
    ],
)
def test_an_editor_sees_what_the_reader_refuses(old: str, new: str, path: str) -> None:
    assert _faults(GOOD) == []
    assert any(found.startswith(path) for found in _faults(changed(old, new)))


def test_behaviour_may_be_the_name_of_a_bundle() -> None:
    assert _faults("behaviour: district\nportfolio: {generate: {}}\n") == []
    assert _faults("behaviour: distric\n")


def test_every_key_is_described_in_both_languages() -> None:
    models = [
        SHAPE,
        *(part for name, part in SHAPE["$defs"].items() if "Spec" in name or name in ("Record", "Loan")),
    ]
    for model in models:
        for name, field in model.get("properties", {}).items():
            assert field.get("description"), (model.get("description"), name)


def test_the_template_passes_check_and_names_the_schema() -> None:
    text = template('萧山: "试点" 一')
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    loaded = load(text)
    assert (loaded.scenario.title.zh, loaded.warnings) == ('萧山: "试点" 一', ())
    assert _faults(text) == []


def test_the_template_still_passes_with_its_optional_lines_switched_on() -> None:
    body = re.sub(r"(?m)^( *)# (?=[a-z_]+: *\S|stages:|  - |     next_)", r"\1", template("x")).splitlines()
    loaded = load("\n".join(line for line in body if not line.startswith("yaml-language-server")))
    assert loaded.scenario.portfolio.audits[0].year == 2025
    # The template raises the floor above the agreed rate: the parties then pay the floor, nobody is refused.
    assert loaded.warnings == ()
