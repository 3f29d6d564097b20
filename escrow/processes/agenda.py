"""The agenda: SimPy's queue ordered by (day, phase, project serial, occurrence)."""

from heapq import heappush
from typing import Any

from simpy import Environment
from simpy.events import Event

from escrow.tape import Phase

# SimPy's own hops use priorities 0 and 1, so that grants settle before the next thing on the agenda.
FIRST_PRIORITY = 2
OCCURRENCES = 64
# What is found about a party holds from that day on, so it comes before all projects of its phase.
FINDINGS = -1


class Due(Event):
    """An event that is sure to come: SimPy's own, triggered from the start."""

    _ok = True
    _value = None


class Agenda:
    """Schedules what happens when; zero delays are allowed, an earlier phase of today comes next."""

    def __init__(self, first_day: int, projects: int) -> None:
        self.env = Environment(initial_time=first_day)
        # The district itself (audits, top-ups, year ends) comes after all projects of the same phase.
        self.district = projects
        self._width = (projects + 2) * OCCURRENCES

    @property
    def today(self) -> int:
        """The current day (ordinal)."""
        return self.env._now  # type: ignore[return-value]

    def at(self, day: int, phase: Phase, serial: int, occurrence: int = 0) -> Event:
        """An event of `day` in its place among the things of that day; a day gone by means today."""
        env = self.env
        event, now = Due(env), env._now
        if occurrence >= OCCURRENCES:
            occurrence = OCCURRENCES - 1
        place = (serial - FINDINGS) * OCCURRENCES + occurrence
        priority = FIRST_PRIORITY + phase * self._width + place
        heappush(env._queue, (day if day > now else now, priority, next(env._eid), event))  # type: ignore[misc]
        return event

    def soon(self, handler: Any) -> None:
        """Call `handler` when the running one has ended, before anything else on the agenda."""
        event = Due(self.env)
        event.callbacks = [lambda _: handler()]
        self.env.schedule(event, 1)  # type: ignore[arg-type]

    def start(self, process: Any) -> None:
        """Start a process (generator) today."""
        self.env.process(process)
