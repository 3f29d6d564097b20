"""Budget envelopes: appropriated, held, paid, lapsed; a total binds the envelopes that lie in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simpy.events import Event

from escrow.claims.tape import ClaimKind, ClaimReason, Payer
from escrow.claims.terms import EnvelopeTerm, binding
from escrow.processes.fulfilment.case import Case
from escrow.tape import Phase

if TYPE_CHECKING:
    from escrow.processes.fulfilment.office import Office

UNLIMITED = 1 << 60


@dataclass(slots=True)
class EnvelopeYear:
    """One envelope in one year, in fen; `carried` is what came over and may not come over again."""

    appropriated: int = 0
    free: int = 0
    carried: int = 0

    @property
    def fresh(self) -> int:
        """What is free and did not come over itself; what came over is used first."""
        used = self.appropriated + self.carried - self.free
        return self.free - max(0, self.carried - used)


@dataclass(slots=True)
class Request:
    """A claim that waits for money of its envelope; the event fires with what it gets."""

    case: Case
    amount: int
    granted: Event


class Envelopes:
    """All envelopes of a run. Whoever fits is served, first come first served."""

    def __init__(self, office: "Office") -> None:
        self.office = office
        self.terms: Sequence[EnvelopeTerm] = office.book.envelopes
        self._years: dict[tuple[int, int], EnvelopeYear] = {}
        self.waiting: list[Request] = []

    def of(self, number: int, year: int) -> EnvelopeYear:
        """An envelope in a year; an empty one when nothing is appropriated."""
        return self._years.setdefault((number, year), EnvelopeYear())

    def line(self, number: int) -> list[int]:
        """The envelope and the totals it lies in; empty for a claim without envelope."""
        found: list[int] = []
        while number >= 0:
            found.append(number)
            number = self.terms[number].within
        return found

    def binding(self, number: int, year: int) -> list[int]:
        """The envelope and those of its totals that are stated for the year."""
        return binding(self.terms, number, year)

    def inner_first(self) -> list[int]:
        """Numbers of all envelopes, a total after those that lie in it."""
        return sorted(range(len(self.terms)), key=lambda number: (-len(self.line(number)), number))

    def room(self, number: int, year: int) -> int:
        """What an envelope and its totals have left together, in fen."""
        return min((self.of(each, year).free for each in self.binding(number, year)), default=UNLIMITED)

    def appropriate(self, year: int) -> None:
        """The first day of a year: what is appropriated may be used."""
        for number, term in enumerate(self.terms):
            if amount := term.amount(year):
                self._add(number, year, amount, 0)

    def _add(self, number: int, year: int, amount: int, occasion: int) -> None:
        held = self.of(number, year)
        held.appropriated += amount
        held.free += amount
        columns = (amount, number, year, occasion)
        self.office.note(Phase.DECISIONS, ClaimKind.APPROPRIATED, None, 0, *columns)

    # --- who gets what ---------------------------------------------------------------------

    def ask(self, case: Case, amount: int) -> Event:
        """Ask for an award; the event fires with what is granted, zero when it is refused."""
        request = Request(case, amount, Event(self.office.env))
        short = self.office.choices.budget_short
        room = self._room_of(case)
        if room >= UNLIMITED or (short != "prorate" and self.charge(case, amount) <= room):
            self.grant(request, amount)
        elif short == "trim":
            self.grant(request, self.fitting(case, amount, room))
        elif short == "reject":
            self.grant(request, 0)
        else:
            self.waiting.append(request)
            if short == "defer":
                self.put_off(request)
        return request.granted

    def grant(self, request: Request, amount: int) -> None:
        """Reserve the money and tell the claim; a printed floor is raised where the reading says so."""
        case, year = request.case, self.office.year
        case.charged_year = year
        charge = self.charge(case, amount)
        for number in self.binding(case.terms.envelope, year) if charge else ():
            held = self.of(number, year)
            if held.free < charge:
                self._add(number, year, charge - held.free, 1)
            held.free -= charge
            case.held[number] = charge
        request.granted.succeed(amount)

    def put_off(self, request: Request) -> None:
        """Say that a claim waits for next year's money."""
        case = request.case
        columns = (case.terms.envelope, self.office.year + 1, self.charge(case, request.amount))
        self.office.note(Phase.DECISIONS, ClaimKind.DEFERRED, case, 0, 0, *columns)

    def charge(self, case: Case, amount: int) -> int:
        """What an award takes from its envelope: the owner's share, or all of it (reading charged)."""
        if case.terms.envelope < 0:
            return 0
        # Shares of the whole award, so that odd fen of stages never add up beyond what is held.
        before = sum(case.paid_by.values())
        parts = case.ruling.split(before + amount)
        return sum(fen - case.paid_by.get(payer, 0) for payer, fen in parts if self.charges(case, payer))

    def charges(self, case: Case, payer: Payer) -> bool:
        """Whether what this level of government pays comes out of the claim's envelope."""
        number = case.terms.envelope
        whole = self.office.choices.charged == "whole_award"
        return number >= 0 and (whole or self.terms[number].owner == payer)

    def fitting(self, case: Case, amount: int, room: int) -> int:
        """The largest award up to `amount` that takes no more than `room`."""
        low, high = 0, amount
        while low < high:
            middle = (low + high + 1) // 2
            if self.charge(case, middle) <= room:
                low = middle
            else:
                high = middle - 1
        return low

    def _room_of(self, case: Case) -> int:
        number = case.terms.envelope
        if number >= 0 and self.terms[number].floor and self.office.choices.floor_envelope == "raised":
            return UNLIMITED
        return self.room(number, self.office.year)

    # --- what is held ----------------------------------------------------------------------

    def commit(self, case: Case) -> None:
        """Write what an award holds, envelope by envelope."""
        for number, charge in case.held.items():
            columns = (charge, number, case.charged_year)
            self.office.note(Phase.DECISIONS, ClaimKind.COMMITTED, case, 0, *columns)

    def spend(self, case: Case, charge: int) -> None:
        """A payment uses up what is held for it."""
        for number in case.held:
            case.held[number] -= charge

    def release(self, case: Case, keep: int, reason: ClaimReason, phase: Phase) -> None:
        """Give back what is held beyond `keep`; what belongs to a year that is over lapses at once."""
        year = case.charged_year
        for number, held in case.held.items():
            amount = held - keep
            if amount > 0:
                case.held[number] = keep
                self.office.note(phase, ClaimKind.RELEASED, case, 0, amount, number, year, reason)
                self._back(number, year, amount, phase)

    def refill(self, case: Case, charge: int) -> None:
        """A refund of the same year may be granted again."""
        for number in case.held:
            self.of(number, case.charged_year).free += charge

    def _back(self, number: int, year: int, amount: int, phase: Phase) -> None:
        if year == self.office.year:
            self.of(number, year).free += amount
        else:
            self.office.note(phase, ClaimKind.LAPSED, None, 0, amount, number, year)
