"""A case: one project on its way through the scheme, with its draws, its pins and where it stands."""

from typing import TYPE_CHECKING

from escrow.chart import Accounts
from escrow.processes import pins
from escrow.project import ProjectPlan, StagePins
from escrow.settlement.books import ProjectBook

if TYPE_CHECKING:
    from escrow.processes.scheme import Scheme


class Case:
    """One project; money in fen, days as ordinals."""

    __slots__ = (
        "accounts",
        "advanced",
        "approved",
        "balance_days",
        "book",
        "deposit_part",
        "deposited",
        "held",
        "insurance",
        "last_fact",
        "latest",
        "outstanding",
        "paid_in",
        "pins",
        "plan",
        "promised",
        "received",
        "released",
        "retry",
        "scheme",
        "serial",
        "since",
        "stage_advance",
        "stage_started",
        "subsidy_settled",
        "waited",
    )

    def __init__(
        self, scheme: "Scheme", serial: int, plan: ProjectPlan, accounts: Accounts, book: ProjectBook
    ) -> None:
        self.scheme = scheme
        self.serial = serial
        self.plan = plan
        self.accounts = accounts
        self.pins = pins.pinned_days(plan)
        self.latest = pins.latest_days(plan, self.pins, scheme.terms.read.step_order())
        self.approved = self.deposited = 0  # days
        self.received = 0  # the day the platform received the last instalment
        self.waited = 0  # days in the pool's queue before stage 1
        self.held = 0  # fen in the deposit of the running stage
        self.paid_in = 0  # fen of this project in escrow
        self.released = 0  # fen released to the platform so far
        self.deposit_part = 0  # fen of it that a miss forfeits
        self.stage_advance = 0  # fen the pool has paid for the running stage
        self.stage_started = 0  # day
        self.advanced = 0  # fen the pool has paid so far
        self.promised = 0  # fen of quota committed and not yet paid
        self.outstanding = 0  # fen of it that a repayment reading still asks back
        self.insurance = plan.insurance
        self.book = book
        self.last_fact = max((moved.day for moved in book.movements), default=0)  # the last day in the book
        self.subsidy_settled = False  # paid, refused or not applied for
        self.retry = 1  # the try of the running stage
        self.balance_days, self.since = 0, 0  # fen-days in escrow of the year, for interest

    @property
    def rate(self) -> tuple[int, int]:
        """The deposit rate of today."""
        return self.scheme.deposit_rate(self.plan)

    @property
    def ended(self) -> int:
        """The day the project was completed or ended; 0 while it runs."""
        return self.book.ended_day

    @ended.setter
    def ended(self, day: int) -> None:
        self.book.ended_day = day

    def stage_pins(self, stage: int, occurrence: int) -> StagePins:
        """What is known of a try of a stage."""
        known = self.plan.stages[stage - 1].pins
        return known if occurrence == 1 else known.retry or StagePins()

    def days(self, purpose: str, stage: int = 0, occurrence: int = 1) -> int:
        """A drawn delay; for something open on the as-of day, from the same draw above the time elapsed."""
        return self.scheme.delay(self.serial, purpose, stage, occurrence)

    def when(self, place: int, purpose: str, stage: int = 0, occurrence: int = 1) -> int:
        """The day of the next step: its pin, or today plus the drawn delay, never past a later pin.

        Raises PinContradiction when the pin lies before today.
        """
        today = self.scheme.agenda.today
        pinned = self.pins[place] if occurrence == 1 else self._retry_pin(place, stage)
        if pinned is not None:
            if pinned < today:
                raise pins.contradiction(self.plan.id, place, pinned, today, occurrence)
            return pinned
        latest = self.latest[place] if occurrence == 1 else self.last_day(place, stage, occurrence)
        day = self.scheme.due(self.serial, purpose, stage, occurrence, latest)
        return day if day <= latest else max(today, latest)

    def when_before(self, place: int, purpose: str) -> int:
        """The day of a step that has no pin of its own and comes before the one at `place`."""
        pinned = self.pins[place]
        return self._day_before(self.latest[place] if pinned is None else pinned, purpose, 0, 1)

    def when_reviewed(self, place: int, stage: int, occurrence: int) -> int:
        """The day of the authority's review, which comes before the payment pinned at `place`."""
        pinned = self.pins[place] if occurrence == 1 else self._retry_pin(place, stage)
        last = self.last_day(place, stage, occurrence) if pinned is None else pinned
        return self._day_before(last, "authority_days", stage, occurrence)

    def _day_before(self, last: int, purpose: str, stage: int, occurrence: int) -> int:
        day = self.scheme.due(self.serial, purpose, stage, occurrence, last)
        return max(self.scheme.agenda.today, day if day < last else last)

    def last_day(self, place: int, stage: int, occurrence: int) -> int:
        """The earliest later pin: an unknown day of `place` cannot lie beyond it."""
        if occurrence == 1:
            return self.latest[place]
        return pins.latest_again(self.plan, self.pins, self.latest, place, stage)

    def followed(self, place: int, stage: int = 0, occurrence: int = 1) -> bool:
        """Whether something recorded came after a step, so that the step itself must have gone well."""
        return self.last_day(place, stage, occurrence) < pins.NEVER

    def _retry_pin(self, place: int, stage: int) -> int | None:
        return pins.stage_days(self.stage_pins(stage, 2))[place - pins.slot(stage, 0)]
