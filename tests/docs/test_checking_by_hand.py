"""The fifteen lines of plain Python in docs/commands.md check an export without this program."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ledger.exporters.jsonl import export
from ledger.store import MemoryStore
from tests.benchmarks import books
from tests.docs.readme import ROOT


@pytest.fixture
def lines() -> str:
    guide = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    found: list[str] = re.findall(r"^```python\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    return found[0]


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    store, content = MemoryStore(), io.BytesIO()
    books.keep(store, books.page(6))
    export(store, content)
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(content.getvalue())
    return path


def check(lines: str, exported: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-I", "-c", lines, str(exported))
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_they_are_fifteen_lines_at_most(lines: str) -> None:
    assert len(lines.splitlines()) <= 15


def test_they_print_the_head_of_a_kept_ledger(lines: str, exported: Path) -> None:
    store = MemoryStore()
    books.keep(store, books.page(6))
    assert check(lines, exported).stdout.strip() == str(store.head())


def test_they_stop_at_an_amount_that_was_changed(lines: str, exported: Path) -> None:
    exported.write_bytes(exported.read_bytes().replace(b"20000000,", b"20000001,", 1))
    assert check(lines, exported).returncode == 1


def test_they_stop_at_a_record_that_was_taken_out(lines: str, exported: Path) -> None:
    kept = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join(kept[:3] + kept[4:]))
    assert "sequence says 4" in check(lines, exported).stderr
