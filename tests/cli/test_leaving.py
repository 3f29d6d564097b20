"""How calls end: exit codes, a reader that goes away, Ctrl-C, a bug of ours, completion."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from cli import leaving
from ledger.problem import Problem
from ledger.text import Text
from tests.cli.conftest import Call

Spawn = Callable[..., "subprocess.Popen[bytes]"]


def raising(fault: BaseException) -> Callable[[], object]:
    def call() -> object:
        raise fault

    return call


class Mendable(Problem):
    """A fault for these tests."""

    message = Text("错在 {place}", "wrong at {place}")
    advice = Text("改正它", "mend it")


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Mendable(place="x"), 2),
        (click.UsageError("no such option"), 2),
        (PermissionError(13, "Permission denied", "o/run.json"), 2),
        (OSError(28, "No space left on device"), 2),
        (ZeroDivisionError("division by zero"), 3),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
    ],
)
def test_every_fault_has_its_exit_code(
    fault: BaseException, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leaving.guarded(raising(fault)) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err
    assert "Traceback" not in err


def test_a_call_that_ends_well_keeps_its_own_code() -> None:
    assert [leaving.guarded(call) for call in (lambda: None, lambda: 0, lambda: 1)] == [0, 0, 1]


def test_a_problem_is_said_with_its_advice(capsys: pytest.CaptureFixture[str]) -> None:
    leaving.guarded(raising(Mendable(place="line 3")))
    assert capsys.readouterr().err.splitlines()[0] in ("anxinbao: wrong at line 3", "anxinbao: 错在 line 3")


def test_a_bug_of_ours_is_short_and_says_how_to_report_it(capsys: pytest.CaptureFixture[str]) -> None:
    leaving.guarded(raising(ZeroDivisionError("division by zero")))
    err = capsys.readouterr().err
    assert "ZeroDivisionError: division by zero" in err
    assert "ANXINBAO_DEBUG=1" in err


def test_debugging_shows_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ANXINBAO_DEBUG", "1")
    leaving.guarded(raising(ZeroDivisionError("division by zero")))
    assert "Traceback" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(call: Call) -> None:
    for words in ((), ("ledger",), ("scenario",), ("policy",)):
        done = call(*words)
        assert (done.exit_code, done.stdout.startswith("Usage: anxinbao")) == (0, True)


def test_the_version_is_printed(call: Call) -> None:
    done = call("--version")
    assert (done.exit_code, done.stdout.split()[0]) == (0, "anxinbao")


def test_a_reader_that_goes_away_is_no_fault(spawn: Spawn, kept: Path) -> None:
    process = spawn("ledger", "export", kept / "success")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert (process.wait(60), process.stderr.read()) == (0, b"")


def test_output_into_a_closed_pipe_of_a_report_stays_quiet(spawn: Spawn, kept: Path) -> None:
    process = spawn("ledger", "show", kept / "success")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert (process.wait(60), process.stderr.read()) == (0, b"")


INTERRUPTED = """
import io, signal, sys
from cli.main import main

class Waiting(io.RawIOBase):
    def readable(self):
        return True
    def readinto(self, buffer):
        signal.raise_signal(signal.SIGINT)

sys.stdin = io.TextIOWrapper(io.BufferedReader(Waiting()))
main()
"""


def test_ctrl_c_ends_with_130_and_says_how_to_go_on(tmp_path: Path) -> None:
    root = Path(leaving.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": os.fspath(root), "LANG": "en_US.UTF-8"}
    # It is interrupted while it waits for a scenario on standard input.
    line = [sys.executable, "-c", INTERRUPTED, "run", "-", "--ledger", "x.db"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        line, cwd=tmp_path, env=environment, stdin=pipe, stdout=pipe, stderr=pipe
    ) as process:
        assert process.wait(60) == 130
        assert process.stderr is not None
        err = process.stderr.read()
    assert b"--resume" in err
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_gets_the_same_tables_as_the_caller_in_process(spawn: Spawn, call: Call, kept: Path) -> None:
    out, _ = spawn("ledger", "balance", kept / "success", COLUMNS="100").communicate(timeout=60)
    assert out.decode() == call("ledger", "balance", kept / "success").stdout


def test_the_shell_can_complete(spawn: Spawn) -> None:
    words = {"COMP_WORDS": "anxinbao le", "COMP_CWORD": "1", "_ANXINBAO_COMPLETE": "bash_complete"}
    out, _ = spawn(**words).communicate(timeout=60)
    assert b"plain,ledger" in out


def test_a_module_run_directly_is_the_same_program(tmp_path: Path) -> None:
    root = Path(leaving.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": os.fspath(root), "LANG": "en_US.UTF-8"}
    line = [sys.executable, "-m", "cli.main", "--version"]
    done = subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("anxinbao ")


def test_an_output_that_cannot_hold_chinese_does_not_end_the_run() -> None:
    root = Path(leaving.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": os.fspath(root), "PYTHONIOENCODING": "ascii"}
    line = [sys.executable, "-c", "from cli.main import main; main()", "policy", "list", "--lang", "zh"]
    done = subprocess.run(line, env=environment, capture_output=True, check=False)
    assert (done.returncode, b"xiaoshan-anxinbao" in done.stdout, done.stderr) == (0, True, b"")
