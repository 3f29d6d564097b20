"""What is written and paid: rows of the tape, money between accounts, days to come."""

import numpy as np

from escrow.behaviour.quantile import IntArray
from escrow.chart import flow_places
from escrow.compiled.amounts import share
from escrow.compiled.columns import NONE, P
from escrow.compiled.dated import ANNIVERSARY, PAY_DAY, RANK, YEAR
from escrow.compiled.events import CONTRADICTED, DECISIONS, FULL
from escrow.compiled.jit import inner
from escrow.compiled.kinds import PROJECT_ENDED
from escrow.compiled.places import C, T
from escrow.compiled.run import Run
from escrow.compiled.settlement.books import F
from escrow.tape import Kind

ANYWHERE = 0  # the account of money from outside, which is never short
VARIANTS = 4


def _flows() -> IntArray:
    """For every kind and variant the places in `Accounts` that pay and receive."""
    made = np.full((max(Kind) + 1, VARIANTS, 2), NONE, dtype=np.int64)
    for kind in Kind:
        for variant in range(VARIANTS):
            try:
                made[kind, variant] = flow_places(kind, variant)
            except KeyError:
                continue
    return made


FLOWS = _flows()


@inner
def note(
    s: Run, phase: int, kind: int, i: int, stage: int, amount: int, a: int, b: int, c: int, d: int
) -> None:
    """Write a row of today; the district's case is no project."""
    serial = i if i < s.count else -1
    k = s.rows
    if k >= s.tape.shape[0]:
        s.error = FULL
        return
    row = s.tape[k]
    row[0], row[1], row[2], row[3], row[4] = s.today, phase, kind, serial, stage
    row[5], row[6], row[7], row[8], row[9] = amount, a, b, c, d
    s.rows = k + 1


@inner
def say(s: Run, phase: int, kind: int, i: int, stage: int, a: int, b: int) -> None:
    """A row without money."""
    note(s, phase, kind, i, stage, 0, a, b, 0, 0)


@inner
def pay(
    s: Run, phase: int, kind: int, i: int, stage: int, amount: int, a: int, b: int, c: int, d: int
) -> bool:
    """Move money of a case and write its row; False, with nothing moved, when the payer is short."""
    variant = a if 0 <= a < VARIANTS and FLOWS[kind, a, 0] != NONE else 0
    payer, payee = s.case[i, FLOWS[kind, variant, 0]], s.case[i, FLOWS[kind, variant, 1]]
    if s.purse[payer] < amount and payer != ANYWHERE:
        return False
    s.purse[payer] -= amount
    s.purse[payee] += amount
    note(s, phase, kind, i, stage, amount, a, b, c, d)
    return True


@inner
def ended(s: Run, i: int, reason: int) -> None:
    """The project ends here."""
    say(s, DECISIONS, PROJECT_ENDED, i, 0, reason, 0)
    s.books[i, F.ENDED_DAY] = s.today


@inner
def working(s: Run, delay: int) -> int:
    """The day `delay` working days after today; a day beyond the table never comes."""
    if delay == 0:
        return s.today
    n = s.days[s.today - s.term[T.BASE_DAY], RANK] + delay - 1
    return s.working[n] if n < s.working.shape[0] else s.last_day + 1


@inner
def pay_day(s: Run, day: int) -> int:
    """The first day from `day` on which public money may be paid."""
    return day if day > s.last_day else s.days[day - s.term[T.BASE_DAY], PAY_DAY]


@inner
def this_year(s: Run) -> int:
    """The calendar year of today."""
    return s.days[s.today - s.term[T.BASE_DAY], YEAR]


@inner
def anniversary(s: Run, day: int) -> int:
    """The last day of a milestone's longest period from a day gone by or today."""
    return s.days[day - s.term[T.BASE_DAY], ANNIVERSARY]


@inner
def when(s: Run, i: int, place: int, again: int, day: int) -> int:
    """The day of a step: its pin, or the day it would fall on, never past a later pin."""
    row = s.case[i, C.KNOWN]
    pinned = s.known_day[row, place, again]
    if pinned != NONE:
        if pinned < s.today:
            s.error = CONTRADICTED
        return pinned
    last = s.known_last[row, place, again]
    return day if day <= last else max(s.today, last)


@inner
def when_before(s: Run, i: int, place: int, again: int, day: int) -> int:
    """The day of a step without a pin of its own, which comes before the one at `place`."""
    row = s.case[i, C.KNOWN]
    pinned = s.known_day[row, place, again]
    last = s.known_last[row, place, again] if pinned == NONE else pinned
    return max(s.today, min(day, last))


@inner
def is_pinned(s: Run, i: int, place: int, again: int) -> bool:
    """Whether the day of a step is known."""
    return s.known_day[s.case[i, C.KNOWN], place, again] != NONE


@inner
def last_day(s: Run, i: int, place: int, again: int) -> int:
    """The earliest later pin of a step."""
    return s.known_last[s.case[i, C.KNOWN], place, again]


@inner
def stopped(s: Run, i: int) -> bool:
    """Whether a project's platform has given up by today."""
    return s.stop[s.case[i, C.PLATFORM]] <= s.today


@inner
def deposit_share(s: Run, i: int, base: int) -> int:
    """The deposit on an amount at the agreed rate, which the floor in force raises."""
    num, den = deposit_rate(s, i)
    return share(base, num, den, s.term[T.FLOORS_UP])


@inner
def deposit_rate(s: Run, i: int) -> tuple[int, int]:
    """The agreed deposit rate, or the usual one, never below the floor."""
    num, den = s.project[i, P.DEPOSIT_NUM], s.project[i, P.DEPOSIT_DEN]
    if num == NONE:
        num, den = s.term[T.DEPOSIT_NUM], s.term[T.DEPOSIT_DEN]
    low, of = s.term[T.DEPOSIT_MIN_NUM], s.term[T.DEPOSIT_MIN_DEN]
    if num * of < low * den:
        num, den = low, of
    return num, den


@inner
def past_deadline(s: Run, since: int, day: int) -> int:
    """The last day allowed when `day` lies beyond the payment deadline, else 0."""
    allowed = s.term[T.DEADLINE_DAYS]
    return since + allowed if allowed != NONE and day > since + allowed else 0
