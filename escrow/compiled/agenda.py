"""The agenda: one list a day, ordered by (phase, serial, occurrence) and then by who came first.

SimPy's own hops are kept beside it in two queues: the start of a process goes before a grant, each first in
first out, and all of them before the next thing on the agenda.
"""

from escrow.behaviour.quantile import IntArray
from escrow.compiled.events import FULL
from escrow.compiled.jit import inner
from escrow.compiled.places import N, T
from escrow.compiled.run import Run

OCCURRENCES = 64
NOBODY = -1  # what is found about a party comes before all projects of its phase
END = -1


@inner
def cleared(s: Run) -> None:
    """An agenda without anything on it."""
    begin = s.term[T.BASE_DAY]
    for at in range(s.first_day - begin, s.last_day - begin + 1):
        s.due[at, 0] = END
    nodes = s.node.shape[0]
    for k in range(nodes):
        s.node[k, N.NEXT] = k + 1
    s.node[nodes - 1, N.NEXT] = END
    s.free = 0
    s.urgent = s.urgent_last = s.normal = s.normal_last = END


@inner
def noted(s: Run, event: int, i: int, a: int, b: int, c: int, d: int) -> int:
    """A node that says what will happen; END when there is no room."""
    k = s.free
    if k == END:
        s.error = FULL
        return END
    row = s.node[k]
    s.free = row[N.NEXT]
    row[N.NEXT] = END
    row[N.EVENT], row[N.CASE] = event, i
    row[N.A], row[N.B], row[N.C], row[N.D] = a, b, c, d
    return k


@inner
def at(
    s: Run,
    day: int,
    phase: int,
    serial: int,
    occurrence: int,
    event: int,
    i: int,
    a: int,
    b: int,
    c: int,
    d: int,
) -> None:
    """Put something on a day in its place; a day gone by means today, beyond the last day it never comes."""
    if day > s.last_day:
        return
    if day < s.today:
        day = s.today
    k = noted(s, event, i, a, b, c, d)
    if k == END:
        return
    if occurrence >= OCCURRENCES:
        occurrence = OCCURRENCES - 1
    place = phase * (s.count + 2) * OCCURRENCES + (serial + 1) * OCCURRENCES + occurrence
    s.node[k, N.PLACE] = place
    _put(s, s.due[day - s.term[T.BASE_DAY]], k, place)


@inner
def _put(s: Run, ends: IntArray, k: int, place: int) -> None:
    node = s.node
    first = ends[0]
    if first == END:
        ends[0] = ends[1] = k
    elif node[ends[1], N.PLACE] <= place:
        node[ends[1], N.NEXT] = k
        ends[1] = k
    elif node[first, N.PLACE] > place:
        node[k, N.NEXT] = first
        ends[0] = k
    else:
        before = first
        while node[node[before, N.NEXT], N.PLACE] <= place:
            before = node[before, N.NEXT]
        node[k, N.NEXT] = node[before, N.NEXT]
        node[before, N.NEXT] = k


@inner
def soon(s: Run, day: int, phase: int, i: int, event: int) -> None:
    """The next step of a case, in its own place."""
    at(s, day, phase, i, 0, event, i, 0, 0, 0, 0)


@inner
def start(s: Run, event: int, i: int, a: int, b: int, c: int, d: int) -> None:
    """A process that begins when the one at work has come to rest."""
    k = noted(s, event, i, a, b, c, d)
    if k == END:
        return
    if s.urgent == END:
        s.urgent = k
    else:
        s.node[s.urgent_last, N.NEXT] = k
    s.urgent_last = k


@inner
def hop(s: Run, event: int, i: int, a: int) -> None:
    """A grant, or a seat given back: heard of after all that begins."""
    k = noted(s, event, i, a, 0, 0, 0)
    if k == END:
        return
    if s.normal == END:
        s.normal = k
    else:
        s.node[s.normal_last, N.NEXT] = k
    s.normal_last = k
