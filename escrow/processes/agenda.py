"""The agenda: SimPy's queue ordered by (day, phase, project serial, occurrence)."""

from heapq import heappop, heappush
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
        self.today = first_day  # the current day (ordinal)
        # The district itself (audits, top-ups, year ends) comes after all projects of the same phase.
        self.district = projects
        self._width = (projects + 2) * OCCURRENCES

    def run(self, last_day: int) -> None:
        """SimPy's own loop in short, up to and with `last_day`; raises what a process raises."""
        env, queue = self.env, self.env._queue
        while queue and queue[0][0] <= last_day:
            env._now, _, _, event = heappop(queue)
            self.today = env._now  # type: ignore[assignment]
            callbacks, event.callbacks = event.callbacks, None  # type: ignore[assignment]
            for callback in callbacks:
                callback(event)
            if not event._ok:
                raise event._value

    def at(self, day: int, phase: Phase, serial: int, occurrence: int = 0) -> Event:
        """An event of `day` in its place among the things of that day; a day gone by means today."""
        env = self.env
        event, now = Due(env), self.today
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
