"""A caller for commands in an empty folder, and one kept run of each worked project."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import anxinbao
from tests.architecture.sources import ROOT

Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call `anxinbao WORDS...` in an empty folder, in English, 100 columns wide."""
    monkeypatch.chdir(tmp_path)
    for name in ("ANXINBAO_LANG", "LC_ALL", "LC_MESSAGES", "ANXINBAO_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*words: object, input: str | bytes | None = None, **environment: str) -> Result:
        given = {"COLUMNS": "100", "LANG": "en_US.UTF-8", **environment}
        return CliRunner().invoke(anxinbao, [str(word) for word in words], input=input, env=given)

    return invoke


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the runs `success` and `failure` of the worked projects; only to be read."""
    folder = tmp_path_factory.mktemp("kept")
    for name in ("success", "failure"):
        words = ["run", f"worked-{name}", "--out", str(folder / name)]
        assert CliRunner().invoke(anxinbao, words).exit_code == 0
    return folder


@pytest.fixture
def spawn(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start the program as a process of its own, in an empty folder."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: object, **environment: str) -> subprocess.Popen[bytes]:
        place = {**os.environ, "PYTHONPATH": os.fspath(ROOT), "LANG": "en_US.UTF-8", **environment}
        line = [sys.executable, "-c", "from cli.main import main; main()", *map(str, words)]
        pipe = subprocess.PIPE
        process = subprocess.Popen(line, cwd=tmp_path, env=place, stdin=pipe, stdout=pipe, stderr=pipe)
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()
