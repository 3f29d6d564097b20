"""The lines of plain Python in the documentation are run as they are printed there."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from ledger import MemoryStore, Store
from ledger.exporters.jsonl import export
from ledger.verify import Code
from tests.ledger.kit import begin

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("verify-a-ledger.md", "verify-a-ledger.zh-CN.md")


def lines(page: str) -> str:
    """The one block of Python of a page."""
    (block,) = re.findall(r"^```python\n(.*?)^```", (DOCS / page).read_text(encoding="utf-8"), re.M | re.S)
    return str(block)


def exported(store: Store) -> bytes:
    out = BytesIO()
    export(store, out)
    return out.getvalue()


@pytest.fixture
def store() -> Store:
    made = MemoryStore()
    begin(made).finish("2025-03-10")
    return made


def run(folder: Path, data: bytes) -> subprocess.CompletedProcess[str]:
    """Run the documented lines in a bare Python, without this project on its path."""
    (folder / "check.py").write_text(lines(PAGES[0]), encoding="utf-8")
    (folder / "ledger.jsonl").write_bytes(data)
    command = [sys.executable, "-I", "check.py", "ledger.jsonl"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def test_both_pages_print_the_same_lines_fifteen_at_most() -> None:
    assert lines(PAGES[0]) == lines(PAGES[1])
    assert len(lines(PAGES[0]).strip().splitlines()) <= 15


def test_the_lines_print_the_head_of_a_good_ledger(tmp_path: Path, store: Store) -> None:
    done = run(tmp_path, exported(store))
    assert done.stderr == ""
    assert done.stdout == f"{store.head()} finished 0 fen in all\n"


def test_the_lines_say_that_a_cut_ledger_is_unfinished(tmp_path: Path, store: Store) -> None:
    cut = exported(store).splitlines(keepends=True)[:-1]
    assert run(tmp_path, b"".join(cut)).stdout.split()[1] == "UNFINISHED"


DAMAGES = {
    "a changed amount": (b"-10000", b"-10001", "record 2: unbalanced"),
    "a blank": (b'"seq":1', b'"seq": 1', "record 1: not in the one allowed form"),
    "a changed text": (b'"happened"', b'"hoppened"', "record 2: gap or broken link"),
    "another number": (b'"seq":2', b'"seq":3', "record 2: gap or broken link"),
}


@pytest.mark.parametrize(("old", "new", "message"), DAMAGES.values(), ids=DAMAGES.keys())
def test_the_lines_name_a_damaged_record(
    tmp_path: Path, store: Store, old: bytes, new: bytes, message: str
) -> None:
    data = exported(store)
    assert old in data
    done = run(tmp_path, data.replace(old, new, 1))
    assert done.returncode == 1
    assert f"AssertionError: {message}" in done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_every_code_of_a_finding_is_explained(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z_]+)`", text))
    assert {code.value for code in Code} - told == set()
