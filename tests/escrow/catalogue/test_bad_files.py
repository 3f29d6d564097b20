"""A fault in a policy file is said with file, line, field and advice."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from escrow.catalogue import load_policy
from escrow.catalogue.problems import BadCatalogue, PolicyNotFound
from tests.escrow.catalogue.small import HEAD, PART, damaged, fault_of, write


def test_the_small_policy_is_sound(tmp_path: Path) -> None:
    policy = load_policy(write(tmp_path))
    assert policy.resolve("other").parameters["cap"] is None
    assert policy.resolve(on=date(2026, 1, 1)).parameters["rate"] == Fraction(1, 4)
    assert policy.resolve(on=date(2025, 12, 31)).parameters["rate"] == Fraction(3, 10)


LEEWAY = 6  # a missing key is reported at the mapping that lacks it

# (what stands there, what is written instead, field, what the message says, what the advice says)
FIRST, SECOND = "parameters[0].values[0].value", "parameters[0].values[1].value"
SINCE = "parameters[0].values[1].from"
FAULTS = (
    ("value: 30%, ", "value: 0.3, ", FIRST, "0.3 is a float", "write 30%"),
    ("value: 30%, ", "value: 1e1, ", FIRST, "is a float", "write 30%"),
    ("value: 30%, ", "value: 30, ", FIRST, "rate cannot be 30", "such as 30%"),
    ("value: 25%, ", "value: 1:4, ", SECOND, "rate cannot be '1:4'", "such as 30%"),
    ("value: 25%, ", "value: 125%, ", SECOND, "cannot be '125%'", "at most 100%"),
    ("value: 25%, ", "value: [25%], ", SECOND, "wrong type", "expected"),
    ("value: 25%, ", "value: true, ", SECOND, "wrong type", "expected"),
    ("value: 25%, ", "value: , ", SECOND, "no value", "leave the key out"),
    ("from: 2026-01-01", "from: 2025-01-01", SINCE, "already has a value", "earliest"),
    ("from: 2026-01-01", "from: 2026-13-01", SINCE, "not a date", "expected"),
    ("25%, cite: grant", "25%", "parameters[0].values[1].cite", "missing", "add cite"),
    ("25%, cite: grant", "25%, cite: grnt", "parameters[0].values[1].cite", "no grnt", "did you mean grant?"),
    ("article: 三.5", "artcle: 三.5", "clauses[0].artcle", "unknown key", "article? (and 1 more)"),
    ("    article: 三.5\n", "", "clauses[0].article", "missing", "add article"),
    ("    kind: rate\n", "    kind: rate\n    knd: 1\n", "clauses[0].knd", "unknown key", "you mean kind?"),
    ("    kind: rate\n", "    kind: rates\n", "clauses[0].kind", "not one of the values", "expected"),
    ("en: money is given", "fr: argent", "clauses[0].gist.fr", "unknown key", "remove it (and 1 more)"),
    ("document: paper", "document: papr", "clauses[0].document", "no papr", "did you mean paper?"),
    ("parameters: [rate, cap]", "parameters: [rate, cup]", "clauses[0].parameters[1]", "no cup", "cap?"),
    ("unit: money", "unit: yuan", "parameters[1].unit", "not one of", "expected"),
    ("  - id: cap\n    unit", "  - id: rate\n    unit", "parameters[1].id", "stands twice", "used once"),
    ("default: one", "default: onne", "points[0].default", "no onne", "did you mean one?"),
    ("  - n: 2", "  - n: 1", "points[1].n", "number 1 stands twice", "numbers differ"),
    ("    id: cap\n    kind", "    id: scope\n    kind", "points[1].id", "scope stands twice", "used once"),
    ("    otherwise: {zh: 不限, en: none}\n", "", "points[1]", "otherwise or where is missing", "add it"),
    ("all: {means: {zh: 全部, en: all}}",
     "all: &a {means: {zh: 全, en: a}}\n      x: *a", "points[0].options.x",
     "aliases are not accepted", "in full"),
    ("      all: {means: {zh: 全部, en: all}}\n", "", "points[0].options", "fewer than two", "at least two"),
    ("en: all}}", "en: all}, works: false}", "points[0].options.all", "why_not disagree", "say why_not"),
    ("      all:", "      1:", "points[0].options.1", "a key must be text", "quote the key"),
    ("default: one", "default: [one", "YAML", "not valid YAML", "check indentation"),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field", "says", "advises"), FAULTS)
def test_a_fault_has_file_line_field_and_advice(
    tmp_path: Path, old: str, new: str, field: str, says: str, advises: str
) -> None:
    part, line = damaged(PART, old, new)
    fault = fault_of(write(tmp_path, part=part))
    assert fault.facts["file"] == "part.yaml"
    assert fault.facts["field"] == field
    assert abs(fault.facts["line"] - line) <= LEEWAY
    assert says in str(fault)
    assert advises in fault.advise("en")
    assert "第" in fault.say("zh")


def test_the_whole_message_in_both_languages(tmp_path: Path) -> None:
    part, _ = damaged(PART, "value: 25%, ", "value: 0.25, ")
    fault = fault_of(write(tmp_path, part=part))
    assert fault.say("en") == (
        "part.yaml line 19, parameters[0].values[1].value: "
        "0.25 is a float, which cannot hold money or rates exactly"
    )
    assert (
        fault.say("zh")
        == "part.yaml 第 19 行，parameters[0].values[1].value：小数 0.25 不能精确表示金额或比例"
    )
    assert fault.advise("zh") == "请写成 30%、300万、1/3，或加引号"


HEAD_FAULTS = (
    ("scope: all", "scope: al", "presets.other.scope", "there is no al", "did you mean all?"),
    ("scope: all", "scop: all", "presets.other.scop", "there is no scop", "did you mean scope?"),
    ("cap: open", "cap: 500万", "presets.other.cap", "cap does not know '500万'", "phrases"),
    ("parts: [part.yaml]", "parts: [prt.yaml]", "parts[0]", "cannot read prt.yaml", "folder"),
    ("parts: [part.yaml]", "parts: [../part.yaml]", "parts[0]", "cannot read", "folder"),
    ("anxinbao/policy@1", "anxinbao/policy@2", "schema", "not one of", "anxinbao/policy@1"),
    ("id: small", "id: Small Policy", "id", "form asked for", "expected"),
)


@pytest.mark.parametrize(("old", "new", "field", "says", "advises"), HEAD_FAULTS)
def test_a_fault_of_the_head_file(
    tmp_path: Path, old: str, new: str, field: str, says: str, advises: str
) -> None:
    head, line = damaged(HEAD, old, new)
    fault = fault_of(write(tmp_path, head=head))
    assert (fault.facts["file"], fault.facts["line"], fault.facts["field"]) == ("small.yaml", line, field)
    assert says in str(fault)
    assert advises in fault.advise("en")


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    fault = fault_of(write(tmp_path, head=HEAD + "id: again\n"))
    assert (fault.facts["file"], fault.facts["line"]) == ("small.yaml", 12)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"#" * (1024 * 1024 + 1), "too large"),
        (b"schema: \xff", "not UTF-8"),
        (b"a: " + b"[" * 60 + b"]" * 60, "nested too deeply"),
        (b"a: " + b"[" * 50_000, "nested too deeply"),
        (b"a: !!python/object:os.system {}", "not valid YAML"),
        (b"a: !!binary aGk=", "not accepted"),
        (b"a: " + b"9" * 5000, "not valid YAML"),
        (b"- a", "wrong type"),
        (b"", "no value"),
    ],
)
def test_a_hostile_file_is_refused_quickly(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_bytes(data)
    assert says in str(fault_of(path))


def test_a_bomb_of_aliases_is_refused_at_the_first_alias(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    path = tmp_path / "bomb.yaml"
    path.write_text("\n".join(lines))
    fault = fault_of(path)
    assert (fault.facts["line"], fault.facts["field"]) == (2, "a1[0]")


def test_an_unknown_policy_names_what_there_is() -> None:
    with pytest.raises(PolicyNotFound) as missing:
        load_policy("xiaoshan-anxinbo")
    assert str(missing.value) == "no policy called 'xiaoshan-anxinbo'"
    assert missing.value.advise("en") == "did you mean xiaoshan-anxinbao?"


def test_a_folder_or_another_file_is_no_policy(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("id: x")
    for name in (tmp_path, tmp_path / "notes.txt", tmp_path / "missing.yaml"):
        with pytest.raises(PolicyNotFound):
            load_policy(name)


def test_no_option_id_is_taken_for_a_truth_value(tmp_path: Path) -> None:
    part = PART.replace("one: {means", "no: {means").replace("default: one", "default: no")
    part = part.replace("all: {means", "on: {means")
    policy = load_policy(write(tmp_path, HEAD.replace("scope: all", "scope: on"), part))
    assert list(policy.readings["scope"].options) == ["no", "on"]
    assert policy.resolve("other").readings["scope"] == "on"


def test_the_problem_survives_a_copy(tmp_path: Path) -> None:
    part, _ = damaged(PART, "value: 25%, ", "value: 0.25, ")
    fault = fault_of(write(tmp_path, part=part))
    assert str(BadCatalogue(*fault.args)) == str(fault)
