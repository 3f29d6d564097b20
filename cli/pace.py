"""Progress with a rate and the time left."""

import time
from collections.abc import Callable

from cli import language
from cli.progress import Progress
from ledger.text import Text

_PACE = Text(
    "{done:,} / {total:,}，每秒 {rate:,}，还需 {left}",
    "{done:,} of {total:,}, {rate:,} a second, {left} left",
)
_WHAT = Text("重复", "replications")
_RAN = Text("{ran:,} 次重复，用时 {took}，每秒 {rate:,}", "{ran:,} replications in {took}, {rate:,} a second")


class Pace(Progress):
    """Counts what this call does; what an earlier call has kept is no speed, so it is told first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock, _WHAT)
        self._there: int | None = None

    def __call__(self, done: int, total: int = 0) -> None:
        """Show how far it is; the first call says what was there."""
        if self._there is None:
            self._there = done
        super().__call__(done, total)

    def count(self, done: int, total: int) -> str:
        """How far, how fast, how long still."""
        rate = self._rate(done - (self._there or 0))
        left = duration((total - done) / rate) if rate else "-"
        return language.say(_PACE).format(done=done, total=total, rate=round(rate), left=left)

    def told(self, ran: int) -> str:
        """What the call did, afterwards."""
        took = duration(self._clock() - self._began)
        return language.say(_RAN).format(ran=ran, took=took, rate=round(self._rate(ran)))

    def _rate(self, done: int) -> float:
        took = self._clock() - self._began
        return done / took if took else 0.0


def duration(seconds: float) -> str:
    """`7.3 s`, `2 min 05 s`, `3 h 20 min`."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02d} s"
    return f"{minutes // 60} h {minutes % 60:02d} min"
