"""The agenda: SimPy's queue ordered by (day, phase, project serial, occurrence)."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
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

    def run(self, last_day: int) -> None:
        """Everything up to and with `last_day`; raises what a process raises."""
        # SimPy stops before the things of the day it is told.
        self.env.run(until=last_day + 1)

    def at(self, day: int, phase: Phase, serial: int, occurrence: int = 0) -> Event:
        """An event of `day` in its place among the things of that day; a day gone by means today."""
        env = self.env
        event, delay = Due(env), day - env._now
        if occurrence >= OCCURRENCES:
            occurrence = OCCURRENCES - 1
        place = (serial - FINDINGS) * OCCURRENCES + occurrence
        priority = FIRST_PRIORITY + phase * self._width + place
        env.schedule(event, priority, delay if delay > 0 else 0)  # type: ignore[arg-type]
        return event

    def start(self, process: Any) -> None:
        """Start a process (generator) today."""
        self.env.process(process)


@contextmanager
def no_collection() -> Iterator[None]:
    """A run makes many small objects and no garbage worth looking for: that search took a third of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
