"""Progress on standard error for whatever takes longer than a second."""

import sys
import time
from collections.abc import Callable

from cli import language
from ledger.text import Text

PATIENCE = 1.0
EVERY = 0.2
_DONE = Text("{done} / {total}", "{done} of {total}")
_WORKING = Text("进行中", "working")


class Progress:
    """Call it with what is done and how much there is; it stays silent for the first second."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, what: Text = _WORKING) -> None:
        self._clock = clock
        self._what = what
        self._began = self._last = clock()
        self._shown = 0

    def __call__(self, done: int, total: int = 0) -> None:
        """Show how far it is, on one line that is written over."""
        now = self._clock()
        if now - self._began < PATIENCE or now - self._last < EVERY:
            return
        self._last = now
        self._write(f"{language.say(self._what)} {self.count(done, total)}")

    def count(self, done: int, total: int) -> str:
        """How far it is."""
        return language.say(_DONE).format(done=done, total=total) if total else str(done)

    def close(self) -> None:
        """Wipe the line."""
        if self._shown and sys.stderr.isatty():
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r" + text.ljust(self._shown))
        else:
            sys.stderr.write(text + "\n")
        self._shown = max(self._shown, len(text))
        sys.stderr.flush()
