"""Imports point down only; the contracts stand in pyproject.toml."""

import os
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.architecture.sources import ROOT


def test_every_import_contract_is_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports(config_filename=os.fspath(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_every_package_tells_type_checkers_that_it_is_typed() -> None:
    for package in ("cli", "escrow", "ledger", "scenarios"):
        assert (ROOT / package / "py.typed").exists(), package


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert [folder for folder in folders if not Path(folder, "__init__.py").exists()] == []
