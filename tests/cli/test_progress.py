"""Progress: silent for a second, then on standard error only."""

import io
import sys

import pytest

from cli.progress import Progress


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_takes_less_than_a_second_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = Progress(clock)
    clock.now = 0.9
    progress(500, 1000)
    progress.close()
    assert capsys.readouterr() == ("", "")


def test_what_takes_longer_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = Progress(clock)
    clock.now = 1.5
    progress(500, 1000)
    out, err = capsys.readouterr()
    assert out == ""
    assert "500" in err
    assert "1000" in err


def test_it_does_not_flood(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = Progress(clock)
    clock.now = 1.5
    for done in range(100):
        progress(done, 100)
    assert capsys.readouterr().err.count("\n") == 1


def test_a_terminal_sees_one_line_that_is_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    clock = Clock()
    progress = Progress(clock)
    clock.now = 2.0
    progress(1, 2)
    progress.close()
    assert "\n" not in screen.getvalue()
    assert screen.getvalue().endswith("\r")
