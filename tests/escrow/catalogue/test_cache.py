"""A file is parsed once for each content; a cache that is missing, cut or locked changes nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from escrow.catalogue import cache, load_policy, source
from tests.escrow.catalogue.small import HEAD, PART, write

DATA = b"a: [1, yes]\nb: 2025-03-09\n"


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANXINBAO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "_parsed", {})


def _stored(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").rglob("*.json"))


def test_a_second_process_does_not_parse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = cache.loads(DATA, "x.yaml")
    monkeypatch.setattr(cache, "_parsed", {})
    monkeypatch.setattr(source, "parse", lambda data, file: pytest.fail("parsed again"))
    assert cache.loads(DATA, "x.yaml") == first == {"a": [1, "yes"], "b": "2025-03-09"}
    assert len(_stored(tmp_path)) == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b"cut", b"\xff"])
def test_a_damaged_entry_is_passed_over_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    cache.loads(DATA, "x.yaml")
    (entry,) = _stored(tmp_path)
    good = entry.read_bytes()
    entry.write_bytes(damage)
    monkeypatch.setattr(cache, "_parsed", {})
    assert cache.loads(DATA, "x.yaml")["b"] == "2025-03-09"
    assert entry.read_bytes() == good


def test_a_changed_value_in_an_entry_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.loads(DATA, "x.yaml")
    (entry,) = _stored(tmp_path)
    entry.write_text(entry.read_text().replace("2025", "2099"))
    monkeypatch.setattr(cache, "_parsed", {})
    assert cache.loads(DATA, "x.yaml")["b"] == "2025-03-09"


def test_a_folder_that_cannot_be_made_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("ANXINBAO_CACHE", str(tmp_path / "file"))
    assert cache.loads(DATA, "x.yaml")["a"] == [1, "yes"]


def test_it_can_be_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANXINBAO_CACHE", "off")
    assert cache.folder() is None
    assert cache.loads(DATA, "x.yaml")["a"] == [1, "yes"]
    assert _stored(tmp_path) == []


def test_a_file_with_a_fault_is_not_kept(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(Exception, match="is a float"):
            cache.loads(b"a: 0.5", "x.yaml")
    assert _stored(tmp_path) == []


def test_an_unchanged_policy_is_the_same_object_and_a_changed_one_is_not(tmp_path: Path) -> None:
    first = load_policy(write(tmp_path))
    assert load_policy(tmp_path / "small.yaml") is first
    changed = load_policy(write(tmp_path, HEAD, PART.replace("value: 30%", "value: 35%")))
    assert changed.digest != first.digest
    assert changed.resolve().digest != first.resolve().digest


def test_layout_changes_the_digest_of_the_files_but_not_of_the_rules(tmp_path: Path) -> None:
    first = load_policy(write(tmp_path))
    spaced = load_policy(write(tmp_path, HEAD, "# a remark\n" + PART))
    assert spaced.digest != first.digest
    assert spaced.resolve().digest == first.resolve().digest


def test_digests_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    code = (
        "from escrow.catalogue import load_policy as l\n"
        "p = l()\nprint(p.digest, *(p.resolve(x).digest for x in p.presets))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd()},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    policy = load_policy()
    digests = [policy.digest, *(policy.resolve(name).digest for name in policy.presets)]
    assert said == {" ".join(digests) + "\n"}
