"""Files as they come: missing, huge, hostile, in another encoding, with a Chinese name."""

import io
from pathlib import Path

import pytest

from scenarios.spec import SpecProblem, library_names, load_scenario
from scenarios.spec.source import MAX_BYTES
from tests.scenarios.spec.samples import GOOD, changed, only


def _code(source: str | Path) -> str:
    with pytest.raises(SpecProblem) as caught:
        load_scenario(source)
    return caught.value.faults[0].code


def test_a_path_with_chinese_letters_and_spaces_is_read(tmp_path: Path) -> None:
    path = tmp_path / "情景 一.yaml"
    path.write_text(GOOD, "utf-8")
    assert load_scenario(path).title.zh == "试验"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_understood(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(GOOD, encoding)
    assert load_scenario(path).title.zh == "试验"


def test_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(GOOD, "gbk")
    with pytest.raises(SpecProblem) as caught:
        load_scenario(path)
    assert caught.value.say("en").startswith(f"{path}:2: this is not UTF-8; expected UTF-8 text")


def test_standard_input_is_read_by_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert load_scenario("-").title.zh == "试验"


def test_a_missing_file_names_near_library_scenarios() -> None:
    with pytest.raises(SpecProblem) as caught:
        load_scenario("worked-sucess")
    assert caught.value.say("en").endswith("hint: did you mean worked-success, worked-failure?")


def test_a_folder_is_no_scenario(tmp_path: Path) -> None:
    assert _code(tmp_path) == "is_folder"


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(GOOD, "utf-8")

    # The gate may run as root, whom no permission stops, so the refusal is played.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert _code(path) == "unreadable"


def test_a_file_over_the_limit_is_not_parsed(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert _code(path) == "too_large"


def test_an_endless_device_is_read_up_to_the_limit() -> None:
    assert _code("/dev/zero") == "too_large"


BOMB = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "too_many_nodes"),
        ("a: &a [*a]\n", "bad_alias"),
        ("a: *b\n", "bad_alias"),
        ("[" * 5000, "too_deep"),
        ("{a: " * 5000, "too_deep"),
        ("? [a]\n: 1\n", "complex_key"),
        ("a: b: c\n", "yaml_syntax"),
        ("a: [1\n", "yaml_syntax"),
        ("a:\n\t- 1\n", "yaml_syntax"),
        ("a: \x07\n", "yaml_syntax"),
        ("", "empty"),
        ("# nothing\n", "empty"),
        ("- 1\n", "not_map"),
        ("text\n", "not_map"),
        ("title: a\n---\ntitle: b\n", "many_documents"),
        ("title: !!python/object:os.system x\n", "tag"),
    ],
)
def test_hostile_or_broken_yaml_is_one_clear_fault(text: str, code: str) -> None:
    assert only(text).code == code


def test_a_double_key_names_both_lines() -> None:
    fault = only(changed("title: 试验", "title: 试验\ntitle: 再试"))
    assert fault.say("en").startswith("case.yaml:3: title: key title stands twice, first on line 2")


def test_small_anchors_are_welcome() -> None:
    text = changed("{instalment: 200万, planned_days: 90}, {instalment: 300万}", "&s {instalment: 250万}, *s")
    assert only(changed("agreed_total: 500万", "agreed_total: 501万", text)).code == "instalment_sum"


def test_the_library_holds_the_worked_projects() -> None:
    assert {"worked-success", "worked-failure"} <= set(library_names())
