"""What the special audit looks at: one book of dated facts per project. Money in fen, days as ordinals."""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from escrow.tape import Reason

NO_GROUP = -1
NEVER_ENDED = 0


class Moved(IntEnum):
    """Kinds of movement that some reading may count as the enterprise's input."""

    RELEASED = 0  # escrow -> platform, a whole or partial instalment
    FORFEITED = 1  # escrow -> platform, the deposit of a missed stage
    PAID_IN = 2  # enterprise -> escrow
    RETURNED = 3  # escrow -> enterprise
    EQUIPMENT = 4  # bought by the enterprise, outside the escrow, dated on the approval day
    OUTSIDE = 5  # other audited spending outside the escrow


class Movement(NamedTuple):
    """A dated movement; `invoice_day` is the day of the movement unless another is known."""

    kind: Moved
    day: int
    amount_fen: int
    invoice_day: int


class Claim(NamedTuple):
    """A claim the insurer paid; `payee` is a number of escrow.tape.Payer."""

    day: int
    amount_fen: int
    payee: int


class Dated(NamedTuple):
    """An amount on a day."""

    day: int
    amount_fen: int


class Grant(NamedTuple):
    """A grant decided for this project, or (negative) one reversed or taken back for falsification.

    What a settlement demands back for claims is carried in its own state, not here.
    """

    bucket: int
    enterprise: int
    amount_fen: int


class Partner(NamedTuple):
    """A further enterprise of the project and its share by contract."""

    enterprise: int
    group: int
    num: int
    den: int


@dataclass(slots=True)
class ProjectBook:
    """The books of one project; the lists grow as the run goes on, `settle` only reads them.

    `ended_day` is set when the project was completed or ended; `barred` is why no public money
    may go to it any more (a Reason, NONE while it may).
    """

    serial: int
    enterprise: int
    group: int = NO_GROUP
    notice_day: int = 0
    ended_day: int = NEVER_ENDED
    barred: Reason = Reason.NONE
    partners: tuple[Partner, ...] = ()
    movements: list[Movement] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    premium_subsidies: list[Dated] = field(default_factory=list)
    other_grants: list[Dated] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)

    def moved(self, kind: Moved, day: int, amount_fen: int, invoice_day: int | None = None) -> None:
        """Write a movement down."""
        self.movements.append(Movement(kind, day, amount_fen, day if invoice_day is None else invoice_day))


class AuditDay(NamedTuple):
    """The audit of one year: the day of its report and the day its grants are paid."""

    year: int
    reported_day: int
    paid_day: int


@cache
def year_of(day: int) -> int:
    """The calendar year of a day."""
    return date.fromordinal(day).year


def last_day_of(year: int) -> int:
    """31 December of a year."""
    return date(year, 12, 31).toordinal()
